using Scriban.Runtime;
using SecPress.Rendering.Search;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The search page: where the index is, and what a search can be narrowed to.</summary>
internal static class SearchContent
{
    public static PageContent Of(PageContext context) =>
        new("web/search.html", context.Labels["search.title"], context.Labels["search.description"], ViewOf(context)) { Scripts = ["search.js"] };

    private static ScriptObject ViewOf(PageContext context) => View.Of(("search", View.Of(
        ("index_url", context.Links.ToPath(SearchManifest.Path)),
        ("site_url", context.Links.ToPath("")),
        ("years", View.List(context.Publication.Issues.Select(i => i.Sent.Year).Distinct())),
        ("committees", View.List(context.Publication.Records.Committees
            .Select(r => View.Of(("id", r.Committee.Id), ("name", r.Committee.Name), ("short", r.Committee.Short))))),
        ("has_registers", !context.Publication.Records.Registers.IsEmpty),
        ("example", View.Text(context.Publication.Issues.SelectMany(i => i.Modifications).FirstOrDefault()?.Id)))));
}
