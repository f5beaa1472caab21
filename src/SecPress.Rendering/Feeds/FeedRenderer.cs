using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Feeds;

/// <summary>Renders what programs read: the Atom feed (RFC 4287), the sitemap (sitemaps.org, 0.9) and <c>robots.txt</c> (RFC 9309).</summary>
public sealed class FeedRenderer(Publication publication, TemplateEngine engine)
{
    private const int IssuesInFeed = 30;

    /// <summary>The newest issues with their whole text. Its dates are the issues' own, so that building again changes nothing.</summary>
    public string? Atom(FeedFile file, DiagnosticBag diagnostics)
    {
        var issues = publication.Issues.Take(IssuesInFeed).ToList();
        var settings = publication.Settings;
        return engine.Render("feeds/atom.xml", View.Of(
            ("title", settings.Title),
            ("description", View.Text(settings.Description)),
            ("language", settings.Language),
            ("home", publication.Map.AbsoluteUrl("")),
            ("self", publication.Map.AbsoluteUrl(file)),
            ("author", View.Text(settings.Publisher.Name) ?? settings.Title),
            ("updated", Changed(issues.Select(i => ShareMetadata.ChangedAt(publication, i)).DefaultIfEmpty(NodaConstants.UnixEpoch).Max())),
            ("entries", View.List(issues.Select(i => Entry(i, diagnostics))))), diagnostics);
    }

    public string? Sitemap(DiagnosticBag diagnostics) => engine.Render("feeds/sitemap.xml", View.Of(
        ("pages", View.List(publication.Map.Pages.Where(p => p.IsIndexed).Select(p => View.Of(
            ("url", publication.Map.AbsoluteUrl(p)), ("changed", LastChanged(p))))))), diagnostics);

    public string? Robots(DiagnosticBag diagnostics) => engine.Render("feeds/robots.txt", View.Of(
        ("sitemap", publication.Map.AbsoluteUrl("sitemap.xml"))), diagnostics);

    private Scriban.Runtime.ScriptObject Entry(Issue issue, DiagnosticBag diagnostics)
    {
        var page = publication.PageOf(issue);
        var printing = new HtmlPrinterOptions
        {
            Links = new LinkWriter(publication.Map, page, LinkStyle.Absolute),
            Labels = publication.Labels,
            Scrolling = false,
        };
        var printer = new IssuePrinter(publication, issue, engine, "web/parts/", printing, diagnostics);
        var parts = printer.Following().Select(f => f.Html.Text);
        return View.Of(
            ("title", issue.Title),
            // The permalink is what an entry is known by, so it is the id: it stays when the text changes.
            ("id", publication.Map.AbsoluteUrl(page)),
            ("url", publication.Map.AbsoluteUrl(page)),
            ("published", ShareMetadata.SentAt(publication, issue)),
            ("updated", Changed(ShareMetadata.ChangedAt(publication, issue))),
            ("summary", View.Text(issue.Summary)),
            ("content", printer.LeadingHighlights().Text + printer.Body().Text + string.Concat(parts)));
    }

    // Lists change when the newest issue they show does; a page of text tells no date.
    private LocalDate? LastChanged(SitePage page)
    {
        var issues = page switch
        {
            IssuePage issue => [issue.Issue],
            HomePage => publication.Issues,
            ArchivePage archive => archive.Issues,
            YearPage year => year.Issues,
            _ => [],
        };
        return issues.Select(i => (LocalDate?)i.LastChanged).Max();
    }

    private string Changed(Instant instant) => ShareMetadata.Format(publication, instant);
}
