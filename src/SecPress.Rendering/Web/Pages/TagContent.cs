using SecPress.Model.Sites;
using SecPress.Rendering.Feeds;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>What the issues are about: every tag, and the issues of one.</summary>
internal static class TagContent
{
    public static PageContent Of(PageContext context, TagsPage page)
    {
        var labels = context.Labels;
        var tags = page.Tags.Select(t => View.Of(
            ("name", t.Name),
            ("url", context.Links.ToPath(TagPage.PathOf(context.Publication.Settings.Addresses, t.Slug))),
            ("count", t.Issues.Length),
            ("newest", t.Issues[0].Sent)));
        return new PageContent("web/tags.html", context.TitleOf(labels["tags.title"], page.Pager), labels.Format("tags.intro", context.Publication.Settings.Title), View.Of(
            ("tags", View.List(tags)),
            ("pager", context.PagerOf(page.Pager))));
    }

    public static PageContent Of(PageContext context, TagPage page)
    {
        var (labels, tag) = (context.Labels, page.Tag);
        return new PageContent("web/tag.html", context.TitleOf(tag.Name, page.Pager), labels.Format("tags.description", context.Publication.Settings.Title, tag.Name), View.Of(
            ("name", tag.Name),
            ("issue_count", tag.Issues.Length),
            ("tags_url", context.Links.ToPath(context.Publication.Settings.Addresses.Tags)),
            ("periods", ArchiveContent.Periods(context, page.Issues, ofOneYear: false)),
            ("feeds", FeedViews.Of(context.Publication, page.Pager.Folder, context.Links)),
            ("pager", context.PagerOf(page.Pager))));
    }
}
