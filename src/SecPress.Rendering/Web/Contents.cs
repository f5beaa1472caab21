using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>The list of what is on a page.</summary>
internal static class Contents
{
    /// <summary>Sections and their subsections, by the levels they are printed at, and then the parts that follow.</summary>
    public static IEnumerable<ScriptObject> Of(Document body, IEnumerable<(string Anchor, string Title)> following)
    {
        var levels = new HeadingLevels(top: 2);
        var sections = new List<(ScriptObject Entry, List<ScriptObject> Children)>();
        foreach (var heading in body.Headings)
        {
            var entry = Entry(heading.Id, DocumentWalker.PlainText(heading.Content));
            switch (levels.Next(heading.Level))
            {
                case 2:
                    sections.Add((entry, []));
                    break;
                case 3 when sections.Count > 0:
                    sections[^1].Children.Add(entry);
                    break;
            }
        }

        sections.AddRange(following.Select(f => (Entry(f.Anchor, f.Title), new List<ScriptObject>())));
        foreach (var (entry, children) in sections)
        {
            entry.SetValue("children", View.List(children), readOnly: false);
            yield return entry;
        }
    }

    public static ScriptObject Entry(string anchor, string title) =>
        View.Of(("title", title), ("url", SiteMap.Fragment(anchor)));
}
