using NodaTime;

namespace SecPress.Model.Holidays;

/// <summary>
/// Bank holidays of the United Kingdom: Banking and Financial Dealings Act 1971, Schedule 1 and section 1(3) (royal proclamations), with
/// Good Friday and Christmas Day, as https://www.gov.uk/bank-holidays lists them. Right from 1978 on, when the early May holiday began.
/// A day that falls on a weekend is given on the next weekday that is free.
/// </summary>
internal static class BritishHolidays
{
    // Proclaimed for the whole kingdom, for one year each: wedding, end of the millennium, Golden Jubilee, wedding,
    // Diamond and Platinum Jubilee, State Funeral, Coronation.
    private static readonly LocalDate[] Once =
    [
        new(1981, 7, 29), new(1999, 12, 31), new(2002, 6, 3), new(2011, 4, 29), new(2012, 6, 5), new(2022, 6, 3),
        new(2022, 9, 19), new(2023, 5, 8),
    ];

    // On the anniversaries of the end of the war in Europe.
    private static readonly LocalDate[] EarlyMayMoved = [new(1995, 5, 8), new(2020, 5, 8)];

    // Joined to the extra day of a jubilee.
    private static readonly LocalDate[] SpringMoved = [new(2002, 6, 4), new(2012, 6, 4), new(2022, 6, 2)];

    // The football World Cup.
    private static readonly LocalDate OnceInScotland = new(2026, 6, 15);

    public static IEnumerable<LocalDate> InEnglandAndWales(int year) =>
    [
        .. Common(year),
        .. OnWeekdays(new LocalDate(year, 1, 1)),
        Easter.Sunday(year).PlusDays(1),
        MondayIn.Last(year, 8),
    ];

    public static IEnumerable<LocalDate> InNorthernIreland(int year) =>
    [
        .. InEnglandAndWales(year),
        .. OnWeekdays(new LocalDate(year, 3, 17)),
        .. OnWeekdays(new LocalDate(year, 7, 12)),
    ];

    /// <summary>2 January, an earlier summer holiday, Saint Andrew's Day since 2007; no Easter Monday.</summary>
    public static IEnumerable<LocalDate> InScotland(int year) =>
    [
        .. Common(year),
        .. OnWeekdays(new LocalDate(year, 1, 1), new LocalDate(year, 1, 2)),
        MondayIn.First(year, 8),
        .. year >= 2007 ? OnWeekdays(new LocalDate(year, 11, 30)) : [],
        .. year == OnceInScotland.Year ? [OnceInScotland] : Array.Empty<LocalDate>(),
    ];

    private static IEnumerable<LocalDate> Common(int year) =>
    [
        Easter.Sunday(year).PlusDays(-2),
        InYear(EarlyMayMoved, year) ?? MondayIn.First(year, 5),
        InYear(SpringMoved, year) ?? MondayIn.Last(year, 5),
        .. OnWeekdays(new LocalDate(year, 12, 25), new LocalDate(year, 12, 26)),
        .. Once.Where(d => d.Year == year),
    ];

    private static LocalDate? InYear(LocalDate[] days, int year)
    {
        foreach (var day in days)
        {
            if (day.Year == year)
            {
                return day;
            }
        }

        return null;
    }

    // Those on weekdays keep their days, and the others get the first that are free after them.
    private static List<LocalDate> OnWeekdays(params LocalDate[] days)
    {
        var taken = days.Where(d => !WorkingDays.IsWeekend(d)).ToList();
        foreach (var day in days.Where(WorkingDays.IsWeekend))
        {
            var free = day;
            while (WorkingDays.IsWeekend(free) || taken.Contains(free))
            {
                free = free.PlusDays(1);
            }

            taken.Add(free);
        }

        return taken;
    }
}
