using NodaTime;

namespace SecPress.Model.Holidays;

/// <summary>
/// Public holidays of Ireland: Organisation of Working Time Act 1997, Second Schedule, with its later orders. Right from 1994 on. The law
/// gives no other day for a holiday that falls on a weekend, and Good Friday is none.
/// </summary>
internal static class IrishHolidays
{
    public static IEnumerable<LocalDate> In(int year) =>
    [
        new LocalDate(year, 1, 1),
        .. year >= 2023 ? [SaintBrigid(year)] : Array.Empty<LocalDate>(),
        new LocalDate(year, 3, 17),
        .. year == 2022 ? [new LocalDate(2022, 3, 18)] : Array.Empty<LocalDate>(),
        Easter.Sunday(year).PlusDays(1),
        MondayIn.First(year, 5),
        MondayIn.First(year, 6),
        MondayIn.First(year, 8),
        MondayIn.Last(year, 10),
        new LocalDate(year, 12, 25),
        new LocalDate(year, 12, 26),
    ];

    private static LocalDate SaintBrigid(int year) =>
        new LocalDate(year, 2, 1) is { DayOfWeek: IsoDayOfWeek.Friday } friday ? friday : MondayIn.First(year, 2);
}
