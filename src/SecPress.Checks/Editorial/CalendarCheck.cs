using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Model;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>An issue's calendar is in order of time (SP127) and lies ahead of the day it is sent (SP128).</summary>
internal static class CalendarCheck
{
    public static void Run(IssueText text, DiagnosticBag diagnostics)
    {
        var issue = text.Issue;
        for (var i = 1; i < issue.Calendar.Length; i++)
        {
            var (before, entry) = (issue.Calendar[i - 1], issue.Calendar[i]);
            var sameDay = entry.Date == before.Date;
            if (entry.Date < before.Date || (sameDay && entry.Start < before.Start))
            {
                diagnostics.Add(
                    EditorialRules.UnsortedCalendar,
                    issue.Source.At(entry.Span),
                    sameDay
                        ? $"'{entry.Title}' stands after '{before.Title}', which starts later that day"
                        : $"'{entry.Title}' on {EnglishDates.Of(entry.Date)} stands after '{before.Title}' on {EnglishDates.Of(before.Date)}",
                    "Put the entries in order of time, the soonest first.");

                // What is out of order is the calendar: it is said once.
                break;
            }
        }

        foreach (var entry in issue.Calendar.Where(e => e.Date < issue.Sent))
        {
            diagnostics.Add(
                EditorialRules.PastEvent,
                issue.Source.At(entry.Span),
                $"'{entry.Title}' is on {EnglishDates.Of(entry.Date)}, and the issue is sent on {EnglishDates.Of(issue.Sent)}",
                "Correct the date, or take the entry out: the calendar is of what lies ahead.");
        }
    }
}
