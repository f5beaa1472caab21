using Scriban.Runtime;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The home page: what matters now.</summary>
internal static class HomeContent
{
    private const int RecentIssues = 8;

    public static PageContent Of(PageContext context)
    {
        var publication = context.Publication;
        ScriptObject? latest = null;
        if (publication.Latest is { } issue)
        {
            latest = context.Listed(issue);
            var highlights = context.PrinterOf(issue, context.LinksOf(issue)).Highlights(titled: false);
            latest.SetValue("highlights", View.Html(highlights), readOnly: false);
        }

        return new PageContent("web/home.html", null, publication.Settings.Description, View.Of(
            ("latest", latest),
            ("recent", context.Listed(publication.Issues.Skip(1).Take(RecentIssues))),
            ("issue_count", publication.Issues.Length)));
    }
}
