using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Model;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>A day of the week fits the date it stands with, and a date is one of the calendar (SP103).</summary>
internal static class WeekdayCheck
{
    // A date this far from its issue may as well be meant a year earlier or later.
    private const int SureWithin = 100;

    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        foreach (var passage in issue.Passages.Concat(issue.Titles))
        {
            foreach (var date in issue.DatesIn(passage))
            {
                if (date.Date is not { } day)
                {
                    ReportNoSuchDay(passage, date, diagnostics);
                }
                else if (date.Weekday is { } weekday && !Fits(date, day, weekday.Day, issue.Issue.Sent))
                {
                    var start = Math.Min(weekday.Start, date.Start);
                    diagnostics.Add(
                        EditorialRules.WrongWeekday,
                        passage.At(start, Math.Max(weekday.Start + weekday.Length, date.End) - start),
                        $"{EnglishDates.Of(day)} is a {day.DayOfWeek}, not a {weekday.Day}",
                        $"Write {day.DayOfWeek}, or the date of the {weekday.Day}: {EnglishDates.Of(Nearest(day, weekday.Day))} is the nearest.");
                }
            }
        }
    }

    // "May 31 June" would be a find too many, so only what is a date beyond doubt.
    private static void ReportNoSuchDay(Passage passage, WrittenDate date, DiagnosticBag diagnostics)
    {
        if (date.HasYear || date.Weekday is not null)
        {
            diagnostics.Add(
                EditorialRules.WrongWeekday,
                passage.At(date.Start, date.Length),
                $"there is no {date.Day} {EnglishDates.MonthOf(date.Month)}{(date.Day == 29 ? " in that year" : "")}",
                "Write the day that is meant.");
        }
    }

    private static bool Fits(WrittenDate written, LocalDate day, IsoDayOfWeek weekday, LocalDate sent) =>
        day.DayOfWeek == weekday
        || (!written.HasYear && Math.Abs(Period.DaysBetween(sent, day)) > SureWithin && (IsOn(weekday, day, -1) || IsOn(weekday, day, 1)));

    private static bool IsOn(IsoDayOfWeek weekday, LocalDate day, int years) => day.PlusYears(years).DayOfWeek == weekday;

    private static LocalDate Nearest(LocalDate day, IsoDayOfWeek weekday) =>
        Period.DaysBetween(day.Previous(weekday), day) <= 3 ? day.Previous(weekday) : day.Next(weekday);
}
