using NodaTime;
using SecPress.Model;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The page of an issue.</summary>
internal static class IssueContent
{
    public static PageContent Of(PageContext context, IssuePage page)
    {
        var (publication, issue) = (context.Publication, page.Issue);
        var changes = ChangesOf(issue);
        var printing = context.Printing(issue.Source) with
        {
            BelowHeading = h => changes.TryGetValue(h.Id, out var date) ? Change(context.Labels, date) : SafeHtml.Empty,
        };
        var printer = new IssuePrinter(publication, issue, context.Engine, "web/parts/", printing, context.Diagnostics);
        var whole = IssueViews.Whole(publication, issue, context.Links, printer);
        return new PageContent("web/issue.html", issue.Title, issue.Summary, View.Of(("issue", whole)))
        {
            Origin = issue.Source.At(issue.TitleSpan),
            Published = ShareMetadata.SentAt(publication, issue),
            Modified = ShareMetadata.Format(publication, ShareMetadata.ChangedAt(publication, issue)),
            JsonLd = StructuredData.Article(publication, context.Images, page),
        };
    }

    /// <summary>When the section of each anchor was last changed.</summary>
    private static Dictionary<string, LocalDate> ChangesOf(Issue issue) => issue.Revisions
        .SelectMany(r => r.Sections.Select(s => (Anchor: s.TrimStart('#'), r.Date)))
        .GroupBy(c => c.Anchor, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Max(c => c.Date), StringComparer.Ordinal);

    private static SafeHtml Change(Labels labels, LocalDate date) => new(
        $"<p class=\"sp-changed\"><span class=\"sp-tag\">{Escaping.Markup(labels.Format("issue.section.updated", labels.Date(date)))}</span></p>\n");
}
