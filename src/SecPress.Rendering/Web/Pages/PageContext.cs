using System.Globalization;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>One page while it is made: what it is about, where it stands, and whom to tell of faults.</summary>
internal sealed class PageContext(
    Publication publication, TemplateEngine engine, ImagePlan images, SitePage page, LinkWriter links, DiagnosticBag diagnostics)
{
    /// <summary>Whether elements say where in its source they stand, as a preview needs.</summary>
    public bool MarksPlaces { get; init; }

    public Publication Publication => publication;

    public Labels Labels => publication.Labels;

    public TemplateEngine Engine => engine;

    public ImagePlan Images => images;

    public SitePage Page => page;

    public LinkWriter Links => links;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <param name="source">The file the text stands in.</param>
    /// <param name="from">Writes its addresses; the page's own unless given.</param>
    public HtmlPrinterOptions Printing(SourceFile source, LinkWriter? from = null) => new()
    {
        Links = from ?? links,
        Labels = publication.Labels,
        Images = images,
        PlaceOf = MarksPlaces ? block => string.Create(CultureInfo.InvariantCulture, $"{source.Path}:{source.PositionOf(block.Span.Start).Line}") : null,
    };

    /// <summary>Writes the addresses of an issue's text on this page.</summary>
    public LinkWriter LinksOf(Issue issue) => new(publication.Map, publication.PageOf(issue), LinkStyle.Relative, standsOn: page);

    /// <summary>Prints an issue's text on this page; its ids are those of its own page.</summary>
    public IssuePrinter PrinterOf(Issue issue, LinkWriter from) => new(publication, issue, engine, "web/parts/", Printing(issue.Source, from), diagnostics);

    public ScriptObject Listed(Issue issue) => IssueViews.Listed(publication, issue, links);

    public ScriptArray Listed(IEnumerable<Issue> issues) => View.List(issues.Select(Listed));

    /// <summary>The title of a page of a list: all but the first say which they are.</summary>
    public string TitleOf(string list, Pager pager) =>
        pager.IsFirst ? list : publication.Labels.Format("pager.title", list, pager.Number);

    /// <summary>The way through a list of several pages; null when there is one.</summary>
    public ScriptObject? PagerOf(Pager pager) => pager.Count == 1 ? null : View.Of(
        ("number", pager.Number),
        ("count", pager.Count),
        ("previous_url", pager.Number > 1 ? links.ToPath(pager.PathOf(pager.Number - 1)) : null),
        ("next_url", pager.Number < pager.Count ? links.ToPath(pager.PathOf(pager.Number + 1)) : null),
        ("pages", View.List(Numbers(pager).Select(n => View.Of(
            ("number", n),
            ("url", links.ToPath(pager.PathOf(n))),
            ("current", n == pager.Number))))));

    // The first, the last and those around the current one: a gap is told by the numbers.
    private static IEnumerable<int> Numbers(Pager pager) =>
        Enumerable.Range(1, pager.Count).Where(n => n == 1 || n == pager.Count || Math.Abs(n - pager.Number) <= 2);
}
