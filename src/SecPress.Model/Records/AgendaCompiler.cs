using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>
/// Gathers meetings and events out of all issues. What several issues announce is one event: a meeting by its committee and number,
/// or else by its committee and day; anything else by its day and title. The newest issue's word counts.
/// </summary>
internal sealed class AgendaCompiler(Labels labels)
{
    private readonly List<AgendaEvent> events = [];
    private readonly AgendaIndex index = new();
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <param name="issues">Oldest first.</param>
    public Agenda Compile(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            AddCalendar(issue);
            foreach (var update in issue.Committees)
            {
                AddNext(issue, update);
            }
        }

        return new Agenda([.. events]);
    }

    // The surest match first, over all entries of the issue: what one entry claims no other can be taken for.
    private void AddCalendar(Issue issue)
    {
        var part = new Part(PartKind.Calendar, "");
        var claims = new AgendaClaims(index, events, issue.Calendar);
        for (var i = 0; i < issue.Calendar.Length; i++)
        {
            var entry = issue.Calendar[i];
            if (claims.Of(i) is { } known)
            {
                Renew(known, issue, entry, part);
            }
            else
            {
                Create(issue, entry, part);
            }
        }
    }

    // "Next meeting" dates stand in for a calendar. Where the issue's calendar has meetings of the committee, it is the better witness.
    private void AddNext(Issue issue, CommitteeUpdate update)
    {
        var committee = update.Committee;
        if (issue.Calendar.Any(e => e.Committee?.Id == committee.Id))
        {
            return;
        }

        foreach (var next in update.Next.Where(n => index.OnDay(committee.Id, n.Date).Count == 0))
        {
            var title = labels.Format("agenda.meeting", committee.Short) + (next.Purpose.Length > 0 ? ": " + next.Purpose : "");
            Create(
                issue,
                new CalendarEntry(next.Date, null, null, title, committee, null, null, null, next.Span),
                new Part(PartKind.Committee, committee.Id));
        }
    }

    private void Create(Issue issue, CalendarEntry entry, Part part)
    {
        var count = ChangeCount.Of(issue);
        events.Add(new AgendaEvent
        {
            Key = UniqueKey(entry),
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
            Part = part,
            Sequence = count.Sequence,
            LastChanged = count.LastChanged,
        });
        index.Add(events.Count - 1, events[^1]);
    }

    private void Renew(int at, Issue issue, CalendarEntry entry, Part part)
    {
        var known = events[at];
        var changes = (known.Date, known.Start, known.End, known.Title, known.Location) != (entry.Date, entry.Start, entry.End, entry.Title, entry.Location);
        var count = new ChangeCount(known.Sequence, known.LastChanged).After(issue, changes);
        index.Remove(at, known);
        events[at] = known with
        {
            Date = entry.Date,
            Start = entry.Start,
            End = entry.End,
            Title = entry.Title,
            Committee = entry.Committee ?? known.Committee,
            Number = entry.Number ?? known.Number,
            Location = entry.Location,
            Link = entry.Link,
            LastIssue = issue,
            Part = part,
            Sequence = count.Sequence,
            LastChanged = count.LastChanged,
        };
        index.Add(at, events[at]);
    }

    private string UniqueKey(CalendarEntry entry)
    {
        var date = $"{entry.Date.Year:0000}-{entry.Date.Month:00}-{entry.Date.Day:00}";
        return Slug.Unique(keys, entry switch
        {
            { Committee.Id: var id, Number: { } number } => $"{id}-{number}",
            { Committee.Id: var id } => $"{id}-{date}",
            _ => Slug.FileName(entry.Title) is { Length: > 0 } title ? $"{date}-{title}" : date,
        });
    }
}
