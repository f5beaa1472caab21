using System.Globalization;
using NodaTime;
using SecPress.Content.Yaml;
using SecPress.Model;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Schemas;

/// <summary>Says what is wrong with a date.</summary>
internal static class DateFault
{
    public static void Report(DiagnosticBag diagnostics, SourceFile file, YamlScalar scalar, string key, bool withTime)
    {
        var (message, mend) = Explain(scalar.Value, key, withTime);
        diagnostics.Add(ContentRules.BadDate, file.At(scalar.Span), message, mend);
    }

    private static (string Message, string Mend) Explain(string text, string key, bool withTime)
    {
        var parts = text.Split('T')[0].Split('-');
        if (parts is [{ Length: 4 } y, { Length: 2 } m, { Length: 2 } d]
            && Number(y) is { } year and > 0
            && Number(m) is { } month
            && Number(d) is { } day)
        {
            if (year > Scalars.LastYear)
            {
                return ($"the year {year} is too far away", $"Write a year up to {Scalars.LastYear}.");
            }

            if (month is < 1 or > 12)
            {
                return ($"there is no month {month}", "Write the year first, then the month, then the day: 2017-06-29.");
            }

            var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
            if (day < 1 || day > days)
            {
                return ($"there is no {day} {EnglishDates.MonthOf(month)} {year}", $"{EnglishDates.MonthOf(month)} {year} has {days} days.");
            }

            return withTime
                ? ($"'{text}' is a date with something behind it that is not a time", "Write a time of day behind a T: 2017-06-29T09:30.")
                : ($"'{key}' is a date without a time", $"Write {text[..10]}.");
        }

        return (
            $"'{key}' should be a date, not '{text}'",
            withTime ? "Write the year first: 2017-06-29, or with a time 2017-06-29T09:30." : "Write the year first: 2017-06-29.");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
