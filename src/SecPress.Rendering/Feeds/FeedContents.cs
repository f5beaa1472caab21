using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Feeds;

/// <summary>What an entry of a feed holds, and what was found wrong while it was made.</summary>
internal sealed record FeedContent(string Html, ImmutableArray<Diagnostic> Findings);

/// <summary>
/// The text of issues as feeds carry it. It is made once for all the feeds that carry it, which are made at the same time on several
/// threads, and kept as long as there is room: ten thousand issues do not fit in memory.
/// </summary>
internal sealed class FeedContents(Publication publication, TemplateEngine engine)
{
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<FeedContent>> known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, int Length)> oldest = new();
    private int held;

    /// <param name="issue">The issue.</param>
    /// <param name="committee">The committee whose part alone is wanted; null for the whole issue.</param>
    public FeedContent Of(Issue issue, Committee? committee)
    {
        var key = publication.PageOf(issue).Path + "#" + committee?.Id;
        Lazy<FeedContent>? content;
        lock (gate)
        {
            if (!known.TryGetValue(key, out content))
            {
                known.Add(key, content = new Lazy<FeedContent>(() => Keep(key, Print(issue, committee))));
            }
        }

        return content.Value;
    }

    private FeedContent Keep(string key, FeedContent content)
    {
        lock (gate)
        {
            oldest.Enqueue((key, content.Html.Length));
            held += content.Html.Length;
            while (held > MostCharacters && oldest.TryDequeue(out var first))
            {
                known.Remove(first.Key);
                held -= first.Length;
            }
        }

        return content;
    }

    private FeedContent Print(Issue issue, Committee? committee)
    {
        var findings = new DiagnosticBag();
        var printing = new HtmlPrinterOptions
        {
            Links = new LinkWriter(publication.Map, publication.PageOf(issue), LinkStyle.Absolute),
            Labels = publication.Labels,
            Ids = false,
            FootnoteLinks = false,
            Scrolling = false,
        };
        var html = FeedMarkup.Of(committee is null ? Whole(issue, printing, findings) : PartOf(issue, committee, printing, findings)).Trim();
        return new FeedContent(html.Length > 0 ? html : $"<p>{Escaping.Markup(issue.Summary.Length > 0 ? issue.Summary : issue.Title)}</p>", findings.ToSorted());
    }

    private string Whole(Issue issue, HtmlPrinterOptions printing, DiagnosticBag findings)
    {
        var printer = new IssuePrinter(publication, issue, engine, "web/parts/", printing, findings);
        return printer.LeadingHighlights().Text + printer.Body().Text + string.Concat(printer.Following().Select(f => f.Html.Text));
    }

    private string PartOf(Issue issue, Committee committee, HtmlPrinterOptions printing, DiagnosticBag findings)
    {
        var view = new PartViews(publication, issue, printing).Of(new Part(PartKind.Committee, committee.Id), titled: false);
        return engine.Render("web/parts/committee.html", view, findings, issue.Source.At(issue.Committees.First(c => c.Committee.Id == committee.Id).Span)) ?? "";
    }
}
