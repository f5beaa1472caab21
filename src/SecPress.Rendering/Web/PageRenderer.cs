using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>Renders the pages of the archive site: each in its template, inside <c>web/layout.html</c>.</summary>
public sealed class PageRenderer(Publication publication, TemplateEngine engine, TemplateAssets templateAssets)
{
    private const int RecentIssues = 8;
    private readonly SiteView site = new(publication, templateAssets);

    /// <summary>The page's HTML; null when a template is at fault, and then the bag says how.</summary>
    public string? Render(SitePage page, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page switch
        {
            HomePage home => Home(home, diagnostics),
            IssuePage issue => Issue(issue, diagnostics),
            TextPage text => Text(text, diagnostics),
            ArchivePage archive => Archive(archive, diagnostics),
            YearPage year => Year(year, diagnostics),
            SearchPage search => Search(search, diagnostics),
            NotFoundPage missing => NotFound(missing, diagnostics),
            RedirectPage redirect => Redirect(redirect, diagnostics),
            _ => throw new ArgumentException($"{page.GetType().Name} is not a page of the site.", nameof(page)),
        };
    }

    private string? Home(HomePage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        ScriptObject? latest = null;
        if (publication.Latest is { } issue)
        {
            latest = IssueViews.Listed(publication, issue, links);
            var away = new LinkWriter(publication.Map, publication.PageOf(issue), LinkStyle.Relative, standsOn: page);
            latest.SetValue("highlights", View.Html(Printer(issue, away, diagnostics).Highlights(titled: false)), readOnly: false);
        }

        return Lay(page, links, new Head("web/home.html", null, publication.Settings.Description), diagnostics, null, View.Of(
            ("latest", latest),
            ("recent", Listed(publication.Issues.Skip(1).Take(RecentIssues), links)),
            ("issue_count", publication.Issues.Length)));
    }

    private string? Issue(IssuePage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var issue = page.Issue;
        var head = new Head("web/issue.html", issue.Title, issue.Summary)
        {
            Published = ShareMetadata.SentAt(publication, issue),
            Modified = ShareMetadata.Format(publication, ShareMetadata.ChangedAt(publication, issue)),
            Image = ShareMetadata.ImageOf(publication, page),
            JsonLd = ShareMetadata.NewsArticle(publication, page),
        };
        var view = View.Of(("issue", IssueViews.Whole(publication, issue, links, Printer(issue, links, diagnostics))));
        return Lay(page, links, head, diagnostics, issue.Source.At(issue.TitleSpan), view);
    }

    private string? Text(TextPage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var view = View.Of(
            ("title", page.Page.Title),
            ("summary", View.Text(page.Page.Summary)),
            ("body", View.Html(HtmlPrinter.Print(page.Body, Printing(links)))));
        var head = new Head("web/page.html", page.Page.Title, page.Page.Summary);
        return Lay(page, links, head, diagnostics, page.Page.Source.At(page.Page.TitleSpan), View.Of(("text", view)));
    }

    private string? Archive(ArchivePage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var head = new Head("web/archive.html", publication.Labels["archive.title"], "");
        return Lay(page, links, head, diagnostics, null, View.Of(
            ("years", View.List(publication.Issues.GroupBy(i => i.Sent.Year).Select(year => Year(year.Key, year, links))))));
    }

    private string? Year(YearPage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var years = publication.Map.Pages.OfType<YearPage>().OrderByDescending(y => y.Year);
        var head = new Head("web/year.html", publication.Labels.Format("archive.year", page.Year), "");
        return Lay(page, links, head, diagnostics, null, View.Of(
            ("year", Year(page.Year, publication.Issues.Where(i => i.Sent.Year == page.Year), links)),
            ("years", View.List(years.Select(y => View.Of(("year", y.Year), ("url", links.To(y)), ("current", y.Year == page.Year)))))));
    }

    private string? Search(SearchPage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var head = new Head("web/search.html", publication.Labels["search.title"], publication.Labels["search.description"]);
        return Lay(page, links, head, diagnostics, null, SearchView.Of(publication, links));
    }

    private string? NotFound(NotFoundPage page, DiagnosticBag diagnostics) =>
        Lay(
            page,
            new LinkWriter(publication.Map, page, LinkStyle.Rooted),
            new Head("web/404.html", publication.Labels["missing.title"], ""),
            diagnostics,
            null,
            View.Of());

    private string? Redirect(RedirectPage page, DiagnosticBag diagnostics)
    {
        var links = LinksFrom(page);
        var view = site.For(links);
        view.SetValue("target", View.Of(
            ("url", links.To(page.Target)),
            ("absolute_url", publication.Map.AbsoluteUrl(page.Target)),
            ("title", page.Target switch
            {
                IssuePage issue => issue.Issue.Title,
                TextPage text => text.Page.Title,
                _ => publication.Settings.Title,
            })), readOnly: false);
        return engine.Render("web/redirect.html", view, diagnostics);
    }

    private string? Lay(SitePage page, LinkWriter links, Head head, DiagnosticBag diagnostics, SourceSpan? content, ScriptObject own)
    {
        var view = site.For(links);
        foreach (var (name, value) in own)
        {
            view.SetValue(name, value, readOnly: false);
        }

        view.SetValue("page", View.Of(
            ("template", head.Template),
            ("title", View.Text(head.Title)),
            ("description", View.Text(head.Description) ?? View.Text(publication.Settings.Description)),
            ("canonical", page.IsIndexed ? publication.Map.AbsoluteUrl(page) : null),
            ("home", page is HomePage),
            ("archive", page is ArchivePage or YearPage),
            ("search", page is SearchPage),
            ("article", page is IssuePage),
            ("published", head.Published),
            ("modified", head.Modified),
            ("image", head.Image),
            ("json_ld", head.JsonLd)), readOnly: false);
        return engine.Render("web/layout.html", view, diagnostics, content);
    }

    private LinkWriter LinksFrom(SitePage page) => new(publication.Map, page, LinkStyle.Relative);

    private HtmlPrinterOptions Printing(LinkWriter links) => new() { Links = links, Labels = publication.Labels };

    private IssuePrinter Printer(Issue issue, LinkWriter links, DiagnosticBag diagnostics) =>
        new(publication, issue, engine, "web/parts/", Printing(links), diagnostics);

    private ScriptArray Listed(IEnumerable<Issue> issues, LinkWriter links) =>
        View.List(issues.Select(i => IssueViews.Listed(publication, i, links)));

    private ScriptObject Year(int year, IEnumerable<Issue> issues, LinkWriter links) => View.Of(
        ("year", year),
        ("url", links.ToPath($"archive/{year:0000}/")),
        ("count", issues.Count()),
        ("months", View.List(issues.GroupBy(i => i.Sent.Month).Select(month => View.Of(
            ("name", publication.Labels.Months[month.Key - 1]),
            ("issues", Listed(month, links)))))));

    private sealed record Head(string Template, string? Title, string Description)
    {
        public string? Published { get; init; }

        public string? Modified { get; init; }

        public string? Image { get; init; }

        public SafeHtml? JsonLd { get; init; }
    }
}
