using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>Pages of words alone: those that editors wrote, and the one for unknown addresses.</summary>
internal static class TextContent
{
    public static PageContent Of(PageContext context, TextPage page)
    {
        var view = View.Of(
            ("title", page.Page.Title),
            ("summary", View.Text(page.Page.Summary)),
            ("body", View.Html(HtmlPrinter.Print(page.Body, context.Printing(page.Page.Source)))));
        return new PageContent("web/page.html", page.Page.Title, page.Page.Summary, View.Of(("text", view)))
        {
            Origin = page.Page.Source.At(page.Page.TitleSpan),
        };
    }

    public static PageContent NotFound(PageContext context) => new("web/404.html", context.Labels["missing.title"], "", View.Of());
}
