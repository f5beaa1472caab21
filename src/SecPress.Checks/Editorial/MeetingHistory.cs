using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Checks.Editorial;

/// <summary>A numbered meeting, as the newest issue that announced it has it.</summary>
internal sealed record NumberedMeeting(int Number, LocalDate Date, CalendarEntry Entry);

/// <summary>The numbered meetings of a committee, as the calendars of issues announce them one after the other.</summary>
internal sealed class MeetingHistory
{
    // A year and a month: it holds two meetings even of a committee that meets once a year.
    private const int Days = 396;

    private readonly List<NumberedMeeting> meetings = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<NumberedMeeting> Meetings => meetings;

    /// <summary>The shortest time between two that follow each other and were announced before this issue; null when no two do.</summary>
    public int? ShortestInterval { get; private set; }

    /// <summary>What the issues up to one say.</summary>
    public static MeetingHistory Of(Publication publication, Issue issue, Committee committee)
    {
        var older = new Stack<Issue>();
        for (var at = publication.Neighbours(issue).Older; at is not null && Period.DaysBetween(at.Sent, issue.Sent) <= Days; at = publication.Neighbours(at).Older)
        {
            older.Push(at);
        }

        var history = new MeetingHistory();
        foreach (var earlier in older)
        {
            history.Add(earlier, committee);
        }

        history.ShortestInterval = history.FindShortestInterval();
        history.Add(issue, committee);
        return history;
    }

    private void Add(Issue issue, Committee committee)
    {
        var entries = issue.Calendar.Where(e => e.Committee?.Id == committee.Id && e.Number is not null).ToList();
        var held = issue.Committees.FirstOrDefault(c => c.Committee.Id == committee.Id)?.Met;
        meetings.RemoveAll(m => IsAnnouncedAnew(m, entries, held));
        meetings.AddRange(entries.Select(e => new NumberedMeeting(e.Number!.Value, e.Date, e)));
        meetings.Sort((a, b) => a.Date != b.Date ? a.Date.CompareTo(b.Date) : a.Number.CompareTo(b.Number));
    }

    // On the same day it is the same meeting, whose number may have been corrected. On another day it has been moved, unless it was held
    // or another meeting is due so late: then the number was forgotten to be raised.
    private bool IsAnnouncedAnew(NumberedMeeting meeting, List<CalendarEntry> entries, LocalDate? held) =>
        entries.Any(e => e.Date == meeting.Date)
        || (meeting.Date != held && entries.Any(e => e.Number == meeting.Number && IsMove(meeting.Date, e.Date)));

    private bool IsMove(LocalDate from, LocalDate to) => Period.DaysBetween(from, to) < (FindShortestInterval() ?? 21) * 3 / 4;

    private int? FindShortestInterval()
    {
        int? shortest = null;
        for (var i = 1; i < meetings.Count; i++)
        {
            var days = Period.DaysBetween(meetings[i - 1].Date, meetings[i].Date);
            if (meetings[i].Number == meetings[i - 1].Number + 1 && days > 0 && (shortest is not { } known || days < known))
            {
                shortest = days;
            }
        }

        return shortest;
    }
}
