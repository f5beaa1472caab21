using NodaTime;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Events;

/// <summary>What the template of a month's grid is given.</summary>
internal static class GridViews
{
    private static readonly string[] Names = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    /// <summary>Something in a cell; <c>Url</c> is null where there is nothing to read about it yet.</summary>
    public sealed record Item(LocalDate Date, string Title, string? Url);

    public static ScriptObject Of(Labels labels, YearMonth month, IEnumerable<Item> items)
    {
        var first = FirstDay(labels);
        var byDay = items.ToLookup(i => i.Date);
        return View.Of(
            ("title", labels.Format("calendar.month", labels.Months[month.Month - 1], month.Year)),
            ("days", View.List(MonthGrid.Columns(first).Select(d => View.Of(
                ("name", labels.Days[(int)d - 1]), ("short", labels.ShortDays[(int)d - 1]))))),
            ("weeks", View.List(MonthGrid.Weeks(month, first).Select(week => View.List(week.Select(d => d is { } date ? Cell(date, [.. byDay[date]]) : null))))));
    }

    private static ScriptObject Cell(LocalDate date, List<Item> items) => View.Of(
        ("date", date),
        ("number", date.Day),
        ("count", items.Count),
        ("url", items.Select(i => i.Url).FirstOrDefault(u => u is not null)),
        ("items", View.List(items.Select(i => View.Of(("title", i.Title), ("url", i.Url))))));

    // A language may begin its weeks on another day: the label holds the two letters that RFC 5545 gives it.
    private static IsoDayOfWeek FirstDay(Labels labels) =>
        Array.IndexOf(Names, labels["calendar.week-starts"].ToLowerInvariant()) is var at and >= 0 ? (IsoDayOfWeek)(at + 1) : IsoDayOfWeek.Monday;
}
