using NodaTime;

namespace SecPress.Model.Holidays;

internal static class MondayIn
{
    public static LocalDate First(int year, int month) => new LocalDate(year, month, 1).PlusDays(-1).Next(IsoDayOfWeek.Monday);

    public static LocalDate Last(int year, int month) => new LocalDate(year, month, 1).PlusMonths(1).Previous(IsoDayOfWeek.Monday);
}
