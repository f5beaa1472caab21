using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SecPress.Web;

/// <summary>What the desk's page is told of a snapshot.</summary>
internal sealed class Deskwork(string token)
{
    private const int MostListed = 60;

    // The mark of a page that cannot be made: whatever comes next differs from it.
    private const string Failed = "failed";

    public PageState StateOf(PreviewSnapshot snapshot, PreviewFile page)
    {
        var shown = page.Bytes is { } bytes ? ShownPage.Of(bytes) : null;
        return new PageState
        {
            Version = snapshot.Version,
            Token = token,
            Outdated = snapshot.IsOutdated || page.IsOutdated,
            Mark = shown?.Mark ?? Failed,
            Styles = shown is null ? [] : shown.Styles,
            Source = page.Source,
            Anchors = page.Anchors,
            Findings = [.. snapshot.FindingsOf(page).Select(FindingViews.Of)],
            Issue = snapshot.Issues.FirstOrDefault(i => i.Slug == page.Issue) is { } issue ? new IssueState { Shown = View(snapshot, issue) } : null,
        };
    }

    /// <summary>The state of an issue's page with its email edition; null when there is no such issue.</summary>
    public PageState? StateOfIssue(PreviewSnapshot snapshot, string slug)
    {
        var issues = snapshot.Issues;
        for (var at = 0; at < issues.Length; at++)
        {
            if (issues[at].Slug == slug && snapshot.Find(issues[at].Path) is { } page)
            {
                // Made before the findings are read, since it has findings of its own.
                var edition = snapshot.EditionOf(issues[at]);
                return StateOf(snapshot, page) with
                {
                    Issue = new IssueState
                    {
                        Shown = View(snapshot, issues[at]),
                        Older = at + 1 < issues.Length ? View(snapshot, issues[at + 1]) : null,
                        Newer = at > 0 ? View(snapshot, issues[at - 1]) : null,
                        EditionMark = edition is null ? null : Mark(edition.Html, edition.Text, snapshot.EventsOf(issues[at])),
                        Subject = edition?.Subject,
                        Preheader = edition?.Preheader,
                        From = edition?.From,
                    },
                };
            }
        }

        return null;
    }

    /// <summary>The newest issues that have all the words in their title, slug or date.</summary>
    public static IssueList Find(PreviewSnapshot snapshot, string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = snapshot.Issues
            .Where(i => wanted.All(w => $"{i.Title} {i.Slug} {i.Sent}".Contains(w, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return new IssueList([.. found.Take(MostListed).Select(i => View(snapshot, i))], found.Count);
    }

    /// <summary>The email as a mail client shows it, except that addresses of the site lead to the preview, in a window of their own.</summary>
    public static string Email(PreviewSnapshot snapshot, PreviewEdition edition, bool dark)
    {
        var html = ColourScheme.Show(edition.Html, dark);
        if (snapshot.BaseUrl is { } url)
        {
            var written = WebUtility.HtmlEncode(url.AbsoluteUri);
            html = html.Replace($"href=\"{written}", $"href=\"{url.AbsolutePath}", StringComparison.Ordinal)
                .Replace($"src=\"{written}", $"src=\"{url.AbsolutePath}", StringComparison.Ordinal);
        }

        return html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal);
    }

    private static IssueView View(PreviewSnapshot snapshot, PreviewIssue issue) =>
        new(issue.Slug, issue.Title, issue.Sent, issue.IsDraft, Site.RootOf(snapshot) + string.Join('/', issue.Path.Split('/').Select(Uri.EscapeDataString)));

    private static string Mark(params ReadOnlySpan<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..16];
}
