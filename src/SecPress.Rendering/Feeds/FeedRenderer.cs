using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Feeds;

/// <summary>
/// Renders feeds: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, which say the same. Every date is an issue's own, so that building again
/// changes nothing.
/// </summary>
public sealed class FeedRenderer(Publication publication, TemplateEngine engine, ImagePlan images)
{
    // What has been sent before stands in the archive: a feed is asked for many times a day by each reader.
    private const int MostEntries = 20;
    private const int MostCharacters = 400_000;

    private readonly FeedContents contents = new(publication, engine);
    private readonly string? logo = FeedLogo.Of(publication);

    /// <summary>The newest entries with their whole text; fewer where they are long, but one at least.</summary>
    public string? Render(FeedFile file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var settings = publication.Settings;
        var entries = Newest(file.Scope, diagnostics);
        var changed = entries.Select(e => ShareMetadata.ChangedAt(publication, e.Issue)).DefaultIfEmpty(NodaConstants.UnixEpoch).Max();
        return engine.Render(TemplateOf(file.Format), View.Of(
            ("title", FeedViews.TitleOf(publication, file.Scope)),
            ("description", View.Text(settings.Description)),
            ("language", settings.Language),
            ("home", publication.Map.AbsoluteUrl(file.Scope.Folder)),
            ("self", publication.Map.AbsoluteUrl(file)),
            ("logo", logo),
            ("author", View.Of(
                ("name", View.Text(settings.Publisher.Name) ?? settings.Title),
                ("url", publication.Map.AbsoluteUrl("")),
                ("email", View.Text(settings.Publisher.Email)))),
            ("updated", Moment(changed)),
            ("entries", View.List(entries.Select(e => Entry(file.Scope, e.Issue, e.Content)))))
            , diagnostics);
    }

    private static string TemplateOf(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "feeds/atom.xml",
        FeedFormat.Rss => "feeds/rss.xml",
        _ => "feeds/feed.json",
    };

    private List<(Issue Issue, FeedContent Content)> Newest(FeedScope scope, DiagnosticBag diagnostics)
    {
        var issues = scope switch
        {
            { Tag: { } tag } => tag.Issues,
            { Committee: { } committee } => committee.Updates.Select(u => u.Issue),
            _ => publication.Issues.AsEnumerable(),
        };
        var entries = new List<(Issue, FeedContent)>();
        var length = 0;
        foreach (var issue in issues.Take(MostEntries))
        {
            var content = contents.Of(issue, scope.Committee?.Committee);
            length += content.Html.Length;
            if (length > MostCharacters && entries.Count > 0)
            {
                break;
            }

            foreach (var finding in content.Findings)
            {
                diagnostics.Add(finding);
            }

            entries.Add((issue, content));
        }

        return entries;
    }

    private ScriptObject Entry(FeedScope scope, Issue issue, FeedContent content)
    {
        var page = publication.PageOf(issue);
        var anchor = scope.Committee is { Committee.Id: var committee } ? new Part(PartKind.Committee, committee).Anchor : "";
        return View.Of(
            ("title", issue.Title),
            ("id", IdOf(issue, anchor)),
            ("url", publication.Map.AbsoluteUrl(page, anchor)),
            ("published", Moment(issue.SentAt(publication.Settings.TimeZone))),
            ("updated", Moment(ShareMetadata.ChangedAt(publication, issue))),
            ("summary", anchor.Length > 0 ? null : View.Text(issue.Summary)),
            ("content", content.Html),
            ("image", ShareMetadata.ImageOf(publication, images, page)?.Url),
            ("tags", View.List(issue.Tags.Select(t => View.Of(("name", t), ("term", View.Text(Slug.From(t)) ?? t))))));
    }

    // RFC 4151: readers know an entry by it, so it stays the same when its address, its title or its text change.
    private string IdOf(Issue issue, string anchor) =>
        $"tag:{publication.Settings.BaseUrl.IdnHost},{issue.Sent.ToString("uuuu-MM-dd", null)}:{Uri.EscapeDataString(issue.Slug)}"
        + (anchor.Length == 0 ? "" : "/" + Uri.EscapeDataString(anchor));

    /// <summary>A moment as RFC 3339 and as RFC 822 write it, which RSS wants.</summary>
    private ScriptObject Moment(Instant instant) => View.Of(
        ("rfc3339", ShareMetadata.Format(publication, instant)),
        ("rfc822", ShareMetadata.FormatForRss(publication, instant)));
}
