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
        var (publication, labels) = (context.Publication, context.Labels);
        return new PageContent(
            "web/archive.html",
            context.TitleOf(labels["archive.title"], page.Pager),
            labels.Format("archive.intro", publication.Settings.Title),
            Listing(context, page.Issues, publication.Issues.Length, page.Pager, null));
    }

    public static PageContent Of(PageContext context, YearPage page)
    {
        var (publication, labels) = (context.Publication, context.Labels);
        var view = Listing(context, page.Issues, publication.Records.Years.First(y => y.Year == page.Year).Issues.Length, page.Pager, page.Year);
        view.SetValue("year", page.Year, readOnly: false);
        return new PageContent(
            "web/year.html",
            context.TitleOf(labels.Format("archive.year", page.Year), page.Pager),
            labels.Format("archive.year.description", publication.Settings.Title, page.Year),
            view);
    }

    /// <summary>
    /// Issues under their months. Where no month has two, a month says nothing that the date does not: they stand under their years, and
    /// without a title on the page of one year.
    /// </summary>
    public static ScriptArray Periods(PageContext context, ImmutableArray<Issue> issues, bool ofOneYear)
    {
        var months = issues.GroupBy(i => (i.Sent.Year, i.Sent.Month)).ToList();
        return months.Any(m => m.Skip(1).Any())
            ? View.List(months.Select(m => Period(context, MonthName(context, m.Key, ofOneYear), m)))
            : View.List(issues.GroupBy(i => i.Sent.Year).Select(y => Period(context, ofOneYear ? null : y.Key.ToString("0000"), y)));
    }

    private static ScriptObject Period(PageContext context, string? title, IEnumerable<Issue> issues) =>
        View.Of(("title", title), ("issues", context.Listed(issues)));

    private static string MonthName(PageContext context, (int Year, int Month) month, bool ofOneYear)
    {
        var name = context.Labels.Months[month.Month - 1];
        return ofOneYear ? name : context.Labels.Format("archive.month", name, month.Year);
    }

    private static ScriptObject Listing(PageContext context, ImmutableArray<Issue> issues, int count, Pager pager, int? current)
    {
        var addresses = context.Publication.Settings.Addresses;
        var years = context.Publication.Records.Years.Select(y => View.Of(
            ("year", y.Year),
            ("url", context.Links.ToPath(YearPage.PathOf(addresses, y.Year))),
            ("current", y.Year == current)));
        return View.Of(
            ("periods", Periods(context, issues, ofOneYear: current is not null)),
            ("issue_count", count),
            ("years", View.List(years)),
            ("pager", context.PagerOf(pager)));
    }
}
