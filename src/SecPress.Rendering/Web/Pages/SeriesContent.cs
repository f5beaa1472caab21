using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>A series: its issues in order.</summary>
internal static class SeriesContent
{
    public static PageContent Of(PageContext context, SeriesPage page)
    {
        var series = page.Series.Series;
        var issues = page.Issues.Select(issue =>
        {
            var view = context.Listed(issue);
            view.SetValue("number", page.Series.NumberOf(issue), readOnly: false);
            return view;
        });
        return new PageContent("web/series.html", context.TitleOf(series.Name, page.Pager), series.Description, View.Of(
            ("name", series.Name),
            ("description", View.Text(series.Description)),
            ("issue_count", page.Series.Issues.Length),
            ("issues", View.List(issues)),
            ("pager", context.PagerOf(page.Pager))));
    }
}
