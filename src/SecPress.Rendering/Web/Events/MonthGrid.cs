using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Rendering.Web.Events;

/// <summary>The weeks of a month, seven days each; null where a day is of another month.</summary>
public static class MonthGrid
{
    /// <param name="month">The month.</param>
    /// <param name="first">The day that weeks begin with; ISO 8601 begins with Monday.</param>
    public static ImmutableArray<ImmutableArray<LocalDate?>> Weeks(YearMonth month, IsoDayOfWeek first)
    {
        var start = month.OnDayOfMonth(1);
        var before = ((int)start.DayOfWeek - (int)first + 7) % 7;
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        return
        [
            .. Enumerable.Range(0, (before + length + 6) / 7).Select(week => Enumerable.Range(week * 7, 7)
                .Select(at => at - before + 1)
                .Select(day => day < 1 || day > length ? (LocalDate?)null : month.OnDayOfMonth(day))
                .ToImmutableArray()),
        ];
    }

    /// <summary>The days of the week in the order of a grid's columns.</summary>
    public static ImmutableArray<IsoDayOfWeek> Columns(IsoDayOfWeek first) =>
        [.. Enumerable.Range(0, 7).Select(i => (IsoDayOfWeek)((((int)first - 1 + i) % 7) + 1))];
}
