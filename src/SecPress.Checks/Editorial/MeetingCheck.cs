using System.Collections.Immutable;
using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>
/// The text, <c>next</c> in front matter and the calendar name the same days for a committee's meetings (SP101, SP102). Where the
/// calendar has no meeting of a committee, it says nothing about it.
/// </summary>
internal static class MeetingCheck
{
    // Less than a week: a committee that meets every week has two meetings that far apart.
    private const int SameMeetingWithin = 6;

    public static void Run(IssueText text, DiagnosticBag diagnostics)
    {
        if (text.Issue.Calendar.IsEmpty)
        {
            return;
        }

        var finder = new CommitteeFinder(text.Settings.Committees);
        var byCommittee = text.Issue.Calendar.ToLookup(e => e.Committee ?? finder.In(e.Title));
        foreach (var told in MeetingDay.Of(text).GroupBy(d => d.Committee))
        {
            var entries = byCommittee[told.Key].OrderBy(e => e.Date).ToList();
            if (entries.Count > 0)
            {
                Compare(text, [.. told.OrderBy(d => d.Date)], entries, diagnostics);
            }
        }
    }

    private static void Compare(IssueText text, ImmutableArray<MeetingDay> told, List<CalendarEntry> entries, DiagnosticBag diagnostics)
    {
        var missing = told.Where(d => entries.All(e => e.Date != d.Date)).ToList();
        var untold = entries.Where(e => e.Date >= text.Issue.Sent && told.All(d => d.Date != e.Date)).ToList();
        var pairs = missing
            .SelectMany(d => untold.Select(e => (Day: d, Entry: e, Days: Distance(e.Date, d.Date))))
            .Where(p => p.Days <= SameMeetingWithin)
            .OrderBy(p => p.Days)
            .ToList();
        var mended = new HashSet<MeetingDay>();
        foreach (var (day, entry, _) in pairs.Where(p => untold.Contains(p.Entry) && !mended.Contains(p.Day)))
        {
            untold.Remove(entry);
            mended.Add(day);
            ReportOtherDate(text, entry, day, diagnostics);
        }

        // The calendar knows nothing of what comes after its end.
        var end = text.Issue.Calendar.Max(e => e.Date);
        foreach (var day in missing.Where(d => d.Date <= end && !mended.Contains(d)))
        {
            ReportMissing(text, day, entries, diagnostics);
        }

        // The next is the soonest. What comes after it need not be told.
        if (told.FirstOrDefault(d => d.IsNext) is { } next
            && !missing.Contains(next)
            && untold.FirstOrDefault(e => e.Date < next.Date && IsMeeting(e)) is { } sooner)
        {
            diagnostics.Add(
                EditorialRules.MeetingNotAnnounced,
                text.Issue.Source.At(sooner.Span),
                $"the calendar has '{sooner.Title}' on {EnglishDates.Of(sooner.Date)}, and the next {next.Committee.Short} meeting is said to be on {EnglishDates.Of(next.Date)}",
                $"Correct whichever is wrong: the next meeting is given {next.Places}.");
        }
    }

    private static void ReportOtherDate(IssueText text, CalendarEntry entry, MeetingDay day, DiagnosticBag diagnostics) => diagnostics.Add(
        EditorialRules.MeetingNotAnnounced,
        text.Issue.Source.At(entry.Span),
        $"the calendar has '{entry.Title}' on {EnglishDates.Of(entry.Date)}, and elsewhere the {day.Committee.Short} meets on {EnglishDates.Of(day.Date)}",
        $"Correct whichever is wrong: {EnglishDates.Of(day.Date)} is given {day.Places}.");

    private static void ReportMissing(IssueText text, MeetingDay day, List<CalendarEntry> entries, DiagnosticBag diagnostics)
    {
        var nearest = entries.MinBy(e => Distance(e.Date, day.Date))!;
        diagnostics.Add(
            EditorialRules.MeetingNotInCalendar,
            day.At,
            $"the {day.Committee.Short} meets on {EnglishDates.Of(day.Date)}, and the calendar has no meeting of it on that day",
            day.Date < text.Issue.Sent
                ? $"Correct the date, which lies before the issue is sent: the calendar has '{nearest.Title}' on {EnglishDates.Of(nearest.Date)}. It is given {day.Places}."
                : $"Add the meeting to 'calendar', or correct the date, which is given {day.Places}. The nearest in the calendar is '{nearest.Title}' on {EnglishDates.Of(nearest.Date)}.");
    }

    private static bool IsMeeting(CalendarEntry entry) => entry.Number is not null || entry.Title.Contains("meeting", StringComparison.OrdinalIgnoreCase);

    private static int Distance(LocalDate one, LocalDate other) => Math.Abs(Period.DaysBetween(one, other));
}
