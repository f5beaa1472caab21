using Scriban.Runtime;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Search;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>What the template of the search page is given: where the index is, and what a search can be narrowed to.</summary>
internal static class SearchView
{
    public static ScriptObject Of(Publication publication, LinkWriter links) => View.Of(("search", View.Of(
        ("index_url", links.ToPath(SearchManifest.Path)),
        ("site_url", links.ToPath("")),
        ("years", View.List(publication.Issues.Select(i => i.Sent.Year).Distinct())),
        ("committees", View.List(publication.Settings.Committees
            .Select(c => View.Of(("id", c.Id), ("name", c.Name), ("short", c.Short))))),
        ("has_registers", !publication.Settings.Registers.IsEmpty),
        ("example", View.Text(publication.Issues.SelectMany(i => i.Modifications).FirstOrDefault()?.Id)))));
}
