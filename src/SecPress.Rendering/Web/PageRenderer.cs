using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Feeds;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Pages;

namespace SecPress.Rendering.Web;

/// <summary>Renders the pages of the archive site: each in its template, inside <c>web/layout.html</c>.</summary>
public sealed class PageRenderer(Publication publication, TemplateEngine engine, TemplateAssets templateAssets, ImagePlan images)
{
    private readonly SiteView site = new(publication, templateAssets, images);

    /// <summary>Whether the text's elements carry their places in the source (<c>data-source</c>): for a preview, never for readers.</summary>
    public bool MarksPlaces { get; init; }

    /// <summary>The page's HTML; null when a template is at fault, and then the bag says how.</summary>
    public string? Render(SitePage page, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page is RedirectPage redirect)
        {
            return Redirect(redirect, diagnostics);
        }

        // The page for unknown addresses is served at any depth.
        var style = page is NotFoundPage ? LinkStyle.Rooted : LinkStyle.Relative;
        var context = new PageContext(publication, engine, images, page, new LinkWriter(publication.Map, page, style), diagnostics) { MarksPlaces = MarksPlaces };
        return Lay(context, ContentOf(context));
    }

    private static PageContent ContentOf(PageContext context) => context.Page switch
    {
        HomePage => HomeContent.Of(context),
        IssuePage page => IssueContent.Of(context, page),
        TextPage page => TextContent.Of(context, page),
        NotFoundPage => TextContent.NotFound(context),
        ArchivePage page => ArchiveContent.Of(context, page),
        YearPage page => ArchiveContent.Of(context, page),
        GlossaryPage page => GlossaryContent.Of(context, page),
        TagsPage page => TagContent.Of(context, page),
        TagPage page => TagContent.Of(context, page),
        CalendarPage => CalendarContent.Of(context),
        CalendarMonthPage page => CalendarMonthContent.Of(context, page),
        DeadlinesPage page => DeadlinesContent.Of(context, page),
        StatisticsPage page => StatisticsContent.Of(context, page),
        SearchPage => SearchContent.Of(context),
        RegisterPage page => RegisterContent.Of(context, page),
        RegisterEntryPage page => RegisterEntryContent.Of(context, page),
        CommitteesPage => CommitteesContent.Of(context),
        CommitteePage page => CommitteeContent.Of(context, page),
        SeriesPage page => SeriesContent.Of(context, page),
        var page => throw new ArgumentException($"{page.GetType().Name} is not a page of the site.", nameof(context)),
    };

    private string? Lay(PageContext context, PageContent content)
    {
        var view = site.For(context.Links);
        foreach (var (name, value) in content.View)
        {
            view.SetValue(name, value, readOnly: false);
        }

        var page = context.Page;
        view.SetValue("page", View.Of(
            ("template", content.Template),
            ("title", View.Text(content.Title)),
            ("description", View.Text(content.Description) ?? View.Text(publication.Settings.Description)),
            ("canonical", page.IsIndexed ? publication.Map.AbsoluteUrl(page) : null),
            ("home", page is HomePage),
            ("search", page is SearchPage),
            ("article", page is IssuePage),
            ("published", content.Published),
            ("modified", content.Modified),
            ("image", ShareMetadata.ImageOf(publication, images, page)?.View()),
            ("json_ld", content.JsonLd),
            ("trail", TrailOf(page, content)),
            ("locale", ShareMetadata.LocaleOf(publication)),
            ("feeds", View.List(content.Feeds.Concat(page is ListPage list ? FeedViews.Of(publication, list.Pager.Folder, context.Links) : []))),
            ("scripts", content.Scripts)), readOnly: false);
        return engine.Render("web/layout.html", view, context.Diagnostics, content.Origin);
    }

    /// <summary>The way from the home page to what a list leads to; null for what stands in no list.</summary>
    private SafeHtml? TrailOf(SitePage page, PageContent content) => site.ParentOf(page) is not { } parent ? null : StructuredData.Trail(
    [
        (publication.Settings.Title, publication.Map.AbsoluteUrl("")),
        (parent.Title, publication.Map.AbsoluteUrl(parent.Page)),
        (content.Title ?? parent.Title, publication.Map.AbsoluteUrl(page)),
    ]);

    private string? Redirect(RedirectPage page, DiagnosticBag diagnostics)
    {
        var links = new LinkWriter(publication.Map, page, LinkStyle.Relative);
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
}
