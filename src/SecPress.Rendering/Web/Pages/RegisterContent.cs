using Scriban.Runtime;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>A register: where each of its entries stands.</summary>
internal static class RegisterContent
{
    public static PageContent Of(PageContext context, RegisterPage page)
    {
        var record = page.Record;
        var name = Names.Of(record.Register);
        var counts = new[] { ("open", record.Open), ("done", record.Done), ("stopped", record.Stopped), ("mentioned", record.Mentioned) };
        // The page's entries come in the order of these groups.
        var groups = page.Entries.GroupBy(GroupOf).Select(g => View.Of(
            ("name", g.Key),
            ("entries", View.List(g.Select(e => Row(context, e))))));
        return new PageContent(
            "web/register.html",
            context.TitleOf(name, page.Pager),
            context.Labels.Format("register.description", name),
            View.Of(
                ("name", name),
                ("entry_count", record.Entries.Length),
                ("counts", View.List(counts.Where(c => c.Item2 > 0).Select(c => View.Of(("name", c.Item1), ("number", c.Item2))))),
                ("groups", View.List(groups)),
                ("pager", context.PagerOf(page.Pager))));
    }

    private static string GroupOf(RegisterEntry entry) => entry.State switch
    {
        EntryState.Open => "open",
        null => "mentioned",
        _ => "ended",
    };

    private static ScriptObject Row(PageContext context, RegisterEntry entry)
    {
        var view = RegisterEntryContent.Head(context, entry);
        view.SetValue("url", context.Links.ToEntry(entry.Register.Id, entry.Id), readOnly: false);
        view.SetValue("last", Places.Of(context.Publication, entry.LastPlace, context.Links), readOnly: false);
        return view;
    }
}
