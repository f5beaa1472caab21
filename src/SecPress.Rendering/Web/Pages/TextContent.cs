using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>Pages of words alone: those that editors wrote, and the one for unknown addresses.</summary>
internal static class TextContent
{
    public static PageContent Of(PageContext context, TextPage page)
    {
        var tree = context.Publication.Tree;
        var (previous, next) = tree.NeighboursOf(page);
        var view = ViewOf(context, page.Page, topHeading: 2);
        void Add(string name, object? value) => view.SetValue(name, value, readOnly: false);
        Add("trail", View.List(tree.TrailOf(page).Select(p => Listed(context, p))));
        Add("contents", View.List(Contents.Of(page.Body, [])));
        Add("previous", previous is null ? null : Listed(context, previous));
        Add("next", next is null ? null : Listed(context, next));
        return new PageContent("web/page.html", page.Page.Title, page.Page.Summary, View.Of(("text", view)))
        {
            Origin = page.Page.Source.At(page.Page.TitleSpan),
        };
    }

    /// <summary>What an editor wrote, with the list of its folder's pages where it was placed.</summary>
    /// <param name="context">The page it is shown on.</param>
    /// <param name="text">What was written.</param>
    /// <param name="topHeading">The level of its highest heading.</param>
    public static ScriptObject ViewOf(PageContext context, Page text, int topHeading)
    {
        var printing = context.Printing(text.Source) with { TopHeading = topHeading, Part = placement => ListOf(context, text, placement) };
        return View.Of(
            ("title", text.Title),
            ("summary", View.Text(text.Summary)),
            ("body", View.Html(HtmlPrinter.Print(text.Body, printing))));
    }

    public static PageContent NotFound(PageContext context) => new("web/404.html", context.Labels["missing.title"], "", View.Of());

    private static SafeHtml ListOf(PageContext context, Page text, PartPlacement placement)
    {
        var pages = View.List(context.Publication.Tree.ChildrenOf(context.Page).Select(p => Listed(context, p)));
        return context.Engine.Render("web/parts/pages.html", View.Of(("pages", pages)), context.Diagnostics, text.Source.At(placement.Span)) is { } html
            ? new SafeHtml(html)
            : SafeHtml.Empty;
    }

    private static ScriptObject Listed(PageContext context, TextPage page) => View.Of(
        ("title", page.Page.Title),
        ("url", context.Links.To(page)),
        ("summary", View.Text(page.Page.Summary)));
}
