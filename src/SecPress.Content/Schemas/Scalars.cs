using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SecPress.Content.Schemas;

/// <summary>Values of scalars, for the validator and for those who read what it let through.</summary>
internal static class Scalars
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>So that sums of dates stay within the calendar, which ends with the year 9999.</summary>
    public const int LastYear = 9000;

    public static LocalDate? Date(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _]
        && Digits(text, 0, 4) is { } year and >= 1 and <= LastYear
        && Digits(text, 5, 2) is { } month and >= 1 and <= 12
        && Digits(text, 8, 2) is { } day and >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    public static LocalTime? Time(string text) => TimePattern.Parse(text) is { Success: true, Value: var time } ? time : null;

    /// <summary>A date, and a time behind a T if there is one.</summary>
    public static (LocalDate Date, LocalTime? Time)? DateAndTime(string text)
    {
        var at = text.IndexOf('T', StringComparison.Ordinal);
        if (at < 0)
        {
            return Date(text) is { } day ? (day, null) : null;
        }

        return Date(text[..at]) is { } date && Time(text[(at + 1)..]) is { } time ? (date, time) : null;
    }

    public static int? Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Boolean(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static int? Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return null;
            }

            value = (value * 10) + text[i] - '0';
        }

        return value;
    }
}
