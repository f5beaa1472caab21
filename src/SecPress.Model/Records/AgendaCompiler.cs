using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>
/// Gathers meetings and events out of all issues. What several issues announce is one event: a meeting by its committee and number,
/// or else by its committee and day; anything else by its day and title. The newest issue's word counts.
/// </summary>
internal sealed class AgendaCompiler(Labels labels)
{
    // A number that comes again after so many days is another meeting: somebody counted wrong, or began to count anew.
    private const int SameNumberWithin = 120;

    private readonly List<AgendaEvent> events = [];
    private readonly Dictionary<(string Committee, int Number), int> byNumber = [];
    private readonly Dictionary<(string Committee, LocalDate Date), int> byDay = [];
    private readonly Dictionary<(string Title, LocalDate Date), int> byTitle = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <param name="issues">Oldest first.</param>
    public Agenda Compile(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            foreach (var entry in issue.Calendar)
            {
                Add(issue, entry);
            }

            foreach (var update in issue.Committees)
            {
                AddNext(issue, update);
            }
        }

        return new Agenda([.. events]);
    }

    // "Next meeting" dates stand in for a calendar. Where the issue's calendar has meetings of the committee, it is the better witness.
    private void AddNext(Issue issue, CommitteeUpdate update)
    {
        var committee = update.Committee;
        if (issue.Calendar.Any(e => e.Committee?.Id == committee.Id))
        {
            return;
        }

        foreach (var next in update.Next.Where(n => !byDay.ContainsKey((committee.Id, n.Date))))
        {
            var title = labels.Format("agenda.meeting", committee.Short) + (next.Purpose.Length > 0 ? ": " + next.Purpose : "");
            Add(issue, new CalendarEntry(next.Date, null, null, title, committee, null, null, null, next.Span));
        }
    }

    private void Add(Issue issue, CalendarEntry entry)
    {
        if (FindKnown(entry) is { } known)
        {
            events[known] = Renew(events[known], issue, entry);
            Remember(known, entry);
            return;
        }

        var key = UniqueKey(entry);
        events.Add(new AgendaEvent
        {
            Key = key,
            Date = entry.Date,
            Start = entry.Start,
            End = entry.End,
            Title = entry.Title,
            Committee = entry.Committee,
            Number = entry.Number,
            Location = entry.Location,
            Link = entry.Link,
            FirstIssue = issue,
            LastIssue = issue,
            LastChanged = issue.Sent,
        });
        Remember(events.Count - 1, entry);
    }

    private int? FindKnown(CalendarEntry entry)
    {
        if (entry.Committee is not { Id: var committee })
        {
            return byTitle.TryGetValue((entry.Title, entry.Date), out var same) ? same : null;
        }

        if (entry.Number is { } number
            && byNumber.TryGetValue((committee, number), out var numbered)
            && Math.Abs(Period.DaysBetween(events[numbered].Date, entry.Date)) <= SameNumberWithin)
        {
            return numbered;
        }

        // Two meetings with two numbers on one day are two.
        return byDay.TryGetValue((committee, entry.Date), out var onDay)
            && (entry.Number is null || events[onDay].Number is null || events[onDay].Number == entry.Number)
            ? onDay
            : null;
    }

    private static AgendaEvent Renew(AgendaEvent known, Issue issue, CalendarEntry entry)
    {
        var changes = (known.Date, known.Start, known.End, known.Title, known.Location) != (entry.Date, entry.Start, entry.End, entry.Title, entry.Location);
        return known with
        {
            Date = entry.Date,
            Start = entry.Start,
            End = entry.End,
            Title = entry.Title,
            Number = entry.Number ?? known.Number,
            Location = entry.Location,
            Link = entry.Link,
            LastIssue = issue,
            Sequence = changes ? known.Sequence + 1 : known.Sequence,
            LastChanged = changes ? issue.Sent : known.LastChanged,
        };
    }

    private void Remember(int at, CalendarEntry entry)
    {
        if (entry.Committee is { Id: var committee })
        {
            byDay[(committee, entry.Date)] = at;
            if (entry.Number is { } number)
            {
                byNumber[(committee, number)] = at;
            }
        }
        else
        {
            byTitle[(entry.Title, entry.Date)] = at;
        }
    }

    private string UniqueKey(CalendarEntry entry)
    {
        var date = $"{entry.Date.Year:0000}-{entry.Date.Month:00}-{entry.Date.Day:00}";
        var key = entry switch
        {
            { Committee.Id: var id, Number: { } number } => $"{id}-{number}",
            { Committee.Id: var id } => $"{id}-{date}",
            _ => Slug.From(entry.Title) is { Length: > 0 } title ? $"{date}-{title}" : date,
        };
        var unique = key;
        for (var i = 2; !keys.Add(unique); i++)
        {
            unique = $"{key}-{i}";
        }

        return unique;
    }
}
