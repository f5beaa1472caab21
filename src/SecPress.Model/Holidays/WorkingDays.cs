using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Model.Holidays;

/// <summary>Which days are worked: none of a weekend, no holiday.</summary>
/// <param name="Calendar">The public holidays.</param>
/// <param name="Also">Holidays besides.</param>
/// <param name="Except">Holidays of the calendar that are worked.</param>
public sealed record WorkingDays(HolidayCalendar Calendar, ImmutableArray<LocalDate> Also, ImmutableArray<LocalDate> Except)
{
    // Four years of them: no deadline is longer, and a count must end.
    private const int Most = 1000;

    public static WorkingDays InEnglandAndWales { get; } = new(HolidayCalendar.EnglandAndWales, [], []);

    public static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    public bool IsHoliday(LocalDate day) => Also.Contains(day) || (Calendar.Has(day) && !Except.Contains(day));

    public bool Has(LocalDate day) => !IsWeekend(day) && !IsHoliday(day);

    /// <summary>The last of so many Working Days after a day, which is not counted itself; null for more than anybody counts.</summary>
    public LocalDate? After(LocalDate day, int count)
    {
        if (count is < 0 or > Most)
        {
            return null;
        }

        for (var left = count; left > 0;)
        {
            day = day.PlusDays(1);
            left -= Has(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Holidays on weekdays, from a day to another, both included.</summary>
    public IEnumerable<LocalDate> HolidaysBetween(LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (!IsWeekend(day) && IsHoliday(day))
            {
                yield return day;
            }
        }
    }
}
