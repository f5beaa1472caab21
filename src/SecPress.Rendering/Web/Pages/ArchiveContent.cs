using System.Collections.Immutable;
using Scriban.Runtime;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>The issues in order of time.</summary>
internal static class ArchiveContent
{
    public static PageContent Of(PageContext context, ArchivePage page)
    {
        var view = Listing(context, page.Issues, page.Pager, null);
        return new PageContent("web/archive.html", context.Labels["archive.title"], "", view);
    }

    public static PageContent Of(PageContext context, YearPage page)
    {
        var view = Listing(context, page.Issues, page.Pager, page.Year);
        view.SetValue("year", page.Year, readOnly: false);
        return new PageContent("web/year.html", context.Labels.Format("archive.year", page.Year), "", view);
    }

    private static ScriptObject Listing(PageContext context, ImmutableArray<Issue> issues, Pager pager, int? current)
    {
        var years = context.Publication.Map.Pages.OfType<YearPage>()
            .Where(y => y.Pager.IsFirst)
            .OrderByDescending(y => y.Year)
            .Select(y => View.Of(("year", y.Year), ("url", context.Links.To(y)), ("current", y.Year == current)));
        return View.Of(
            ("months", View.List(issues.GroupBy(i => (i.Sent.Year, i.Sent.Month)).Select(month => View.Of(
                ("year", month.Key.Year),
                ("name", context.Labels.Months[month.Key.Month - 1]),
                ("issues", context.Listed(month)))))),
            ("issue_count", current is { } year ? context.Publication.Issues.Count(i => i.Sent.Year == year) : context.Publication.Issues.Length),
            ("years", View.List(years)),
            ("pager", context.PagerOf(pager)));
    }
}
