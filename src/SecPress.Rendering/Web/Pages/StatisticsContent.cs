using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Records;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Events;
using SecPress.Rendering.Web.Plots;

namespace SecPress.Rendering.Web.Pages;

/// <summary>
/// How many parties there are and were. "This year" is the year of the newest issue with numbers, so that a new year alone changes
/// nothing.
/// </summary>
internal sealed class StatisticsContent(PageContext context)
{
    // What is longer stands in the files.
    private const int MostRows = 60;
    private const int MostMonths = 36;

    private readonly PartyStatistics parties = context.Publication.Records.Parties;

    public static PageContent Of(PageContext context, StatisticsPage page) => new StatisticsContent(context).Content(page);

    private PageContent Content(StatisticsPage page)
    {
        var labels = context.Labels;
        var plot = LinePlot.Of(labels, parties.Points.Select(p => (p.Date, p.Count.Current)));
        var (bars, byYear) = Bars();
        return new PageContent("web/statistics.html", labels["statistics.title"], labels.Format("statistics.intro", context.Publication.Settings.Title), View.Of(
            ("latest", parties.Latest is { } latest ? View.Of(("count", Text(latest.Count.Current)), ("date", latest.Date), ("source", Source(latest))) : null),
            ("year", Year(parties.Years[^1])),
            ("plot", PlotViews.Of(plot)),
            ("plot_text", plot is null ? null : Describe()),
            ("bars", PlotViews.Of(bars)),
            ("bars_by_year", byYear),
            ("years", View.List(parties.Years.Reverse().Select(Year))),
            ("rows", View.List(parties.Points.Reverse().Take(MostRows).Select(Row))),
            ("row_count", parties.Points.Length),
            ("is_cut", parties.Points.Length > MostRows),
            ("csv_url", context.Links.ToPath(page.Path + "parties.csv")),
            ("json_url", context.Links.ToPath(page.Path + "parties.json"))));
    }

    private (Plot? Plot, bool ByYear) Bars()
    {
        var (first, last) = (parties.Months[0].Month, parties.Months[^1].Month);
        var count = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        return count > MostMonths ? (BarPlot.Of(context.Labels, YearBands()), true) : (BarPlot.Of(context.Labels, MonthBands(first, count)), false);
    }

    private IEnumerable<Band> MonthBands(YearMonth first, int count)
    {
        var labels = context.Labels;
        var known = parties.Months.ToDictionary(m => m.Month, m => m.Change);
        return Enumerable.Range(0, count).Select(i => first.PlusMonths(i)).Select((month, i) =>
        {
            var change = known.GetValueOrDefault(month);
            var axis = labels.ShortMonths[month.Month - 1];
            return new Band(
                i == 0 || month.Month == 1 ? $"{axis} {month.Year:0000}" : axis,
                $"{labels.Months[month.Month - 1]} {month.Year:0000}",
                change?.Acceded,
                change?.Left);
        });
    }

    private IEnumerable<Band> YearBands()
    {
        var known = parties.Years.ToDictionary(y => y.Year, y => y.Change);
        return Enumerable.Range(parties.Years[0].Year, parties.Years[^1].Year - parties.Years[0].Year + 1)
            .Select(year => new Band($"{year:0000}", $"{year:0000}", known.GetValueOrDefault(year)?.Acceded, known.GetValueOrDefault(year)?.Left));
    }

    // What the line shows, for those who do not see it.
    private string Describe()
    {
        var known = parties.Points.Where(p => p.Count.Current is not null).ToList();
        var (first, last) = (known[0], known[^1]);
        return context.Labels.Format(
            known.Count == 1 ? "statistics.plot.one" : "statistics.plot.many",
            Text(first.Count.Current),
            context.Labels.Date(first.Date),
            Text(last.Count.Current),
            context.Labels.Date(last.Date));
    }

    private ScriptObject Row(PartyPoint point) => View.Of(
        ("date", point.Date),
        ("source", Source(point)),
        ("previous", Text(point.Count.Previous)),
        ("current", Text(point.Count.Current)),
        ("acceded", Text(point.Count.Acceded)),
        ("withdrawn", Text(point.Count.Withdrawn)),
        ("expelled", Text(point.Count.Expelled)),
        ("panel_changes", Text(point.Count.PanelChanges)));

    private ScriptObject Year(PartyYear year) => View.Of(
        ("year", year.Year),
        ("last", Text(year.Last)),
        ("acceded", Text(year.Change.Acceded)),
        ("withdrawn", Text(year.Change.Withdrawn)),
        ("expelled", Text(year.Change.Expelled)));

    private ScriptObject Source(PartyPoint point) =>
        Places.Of(context.Publication, point.Issue, new Part(Model.Documents.PartKind.Accessions, ""), context.Links);

    private string? Text(int? number) => number is { } given ? context.Labels.Number(given) : null;
}
