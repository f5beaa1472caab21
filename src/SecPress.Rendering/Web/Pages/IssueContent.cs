using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The page of an issue.</summary>
internal static class IssueContent
{
    public static PageContent Of(PageContext context, IssuePage page)
    {
        var (publication, issue) = (context.Publication, page.Issue);
        var whole = IssueViews.Whole(publication, issue, context.Links, context.PrinterOf(issue, context.Links));
        return new PageContent("web/issue.html", issue.Title, issue.Summary, View.Of(("issue", whole)))
        {
            Origin = issue.Source.At(issue.TitleSpan),
            Published = ShareMetadata.SentAt(publication, issue),
            Modified = ShareMetadata.Format(publication, ShareMetadata.ChangedAt(publication, issue)),
            JsonLd = StructuredData.Article(publication, context.Images, page),
        };
    }
}
