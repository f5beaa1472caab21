using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Checks.Reading;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>A committee's meetings are numbered one after the other, across issues (SP104). Ad-hoc meetings have no number.</summary>
internal static partial class MeetingNumberCheck
{
    public static void Run(IssueText text, DiagnosticBag diagnostics)
    {
        var numbered = text.Issue.Calendar.Where(e => e is { Committee: not null, Number: not null }).ToList();
        foreach (var entry in numbered)
        {
            if (NumberInTitle().Match(entry.Title) is { Success: true } match
                && int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) is var titled
                && titled != entry.Number)
            {
                Report(text, entry, $"'{entry.Title}' has the number {entry.Number}", "Write the same number in the title and as 'number'.", diagnostics);
            }
            else if (AdHoc().IsMatch(entry.Title))
            {
                Report(text, entry, $"'{entry.Title}' has the number {entry.Number}", "Take 'number' out: an ad-hoc meeting has none.", diagnostics);
            }
        }

        foreach (var committee in numbered.Select(e => e.Committee!).DistinctBy(c => c.Id))
        {
            CheckOrder(text, committee, diagnostics);
        }
    }

    private static void CheckOrder(IssueText text, Committee committee, DiagnosticBag diagnostics)
    {
        var history = MeetingHistory.Of(text.Publication, text.Issue, committee);
        var meetings = history.Meetings.Where(m => !AdHoc().IsMatch(m.Entry.Title)).ToList();
        int? last = null;
        for (var i = 0; i < meetings.Count; i++)
        {
            var meeting = meetings[i];
            var isOurs = text.Issue.Calendar.Any(e => ReferenceEquals(e, meeting.Entry));
            if (last is not { } known || !isOurs || IsNext(meetings[i - 1], known, meeting, history))
            {
                last = meeting.Number;
                continue;
            }

            var before = meetings[i - 1];
            Report(
                text,
                meeting.Entry,
                $"'{meeting.Entry.Title}' on {EnglishDates.Of(meeting.Date)} is number {meeting.Number}, and the meeting before it, on {EnglishDates.Of(before.Date)}, is number {before.Number}",
                $"A committee's meetings are numbered one after the other: this one should be {known + 1}. A meeting without a number is left out of the count.",
                diagnostics);

            // Where the next goes on from this one the count has really moved; where it does not, this number alone is wrong.
            var isNewCount = i + 1 < meetings.Count && meetings[i + 1].Number == meeting.Number + 1;
            last = isNewCount ? meeting.Number : known + 1;
        }
    }

    // A calendar need not have every meeting: where there was time for those between, the numbers may rise by more. Some begin anew with the year.
    private static bool IsNext(NumberedMeeting before, int last, NumberedMeeting meeting, MeetingHistory history)
    {
        var step = meeting.Number - last;
        return step == 1
            || (meeting.Number == 1 && meeting.Date.Year > before.Date.Year)
            || (step > 1
                && history.ShortestInterval is { } interval
                && Period.DaysBetween(before.Date, meeting.Date) * 4L >= step * interval * 3L);
    }

    private static void Report(IssueText text, CalendarEntry entry, string message, string mend, DiagnosticBag diagnostics) =>
        diagnostics.Add(EditorialRules.MeetingNumber, text.Issue.Source.At(entry.Span), message, mend);

    [GeneratedRegex(@"\bmeeting\s+(?:no\.?\s*|number\s+|#)?(?<number>[0-9]{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NumberInTitle();

    [GeneratedRegex(@"\bad[ -]hoc\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AdHoc();
}
