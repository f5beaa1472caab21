using NodaTime;

namespace SecPress.Checks.Editorial;

/// <summary>Dates as findings write them, which are in English whatever the site's language.</summary>
internal static class DateText
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static string Of(LocalDate date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    public static string MonthOf(int month) => Months[month - 1];

    public static string WithWeekday(LocalDate date) => $"{date.DayOfWeek} {Of(date)}";
}
