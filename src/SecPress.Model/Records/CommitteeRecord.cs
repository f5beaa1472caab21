using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>What one issue said of a committee.</summary>
public sealed record DatedUpdate(Issue Issue, CommitteeUpdate Update);

/// <summary>All that the publication has said of one committee.</summary>
public sealed record CommitteeRecord
{
    public required Committee Committee { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<DatedUpdate> Updates { get; init; } = [];

    /// <summary>Its meetings, in order of time.</summary>
    public ImmutableArray<AgendaEvent> Meetings { get; init; } = [];

    /// <summary>Days to come that its rule gives and no issue has announced yet; a publication that fell silent expects none.</summary>
    public ImmutableArray<LocalDate> Expected { get; init; } = [];

    /// <summary>The newest update that gave its seats.</summary>
    public DatedUpdate? Seats => Updates.FirstOrDefault(u => !u.Update.Seats.IsEmpty);

    /// <summary>The last day that an update says it met on.</summary>
    public LocalDate? LastMet => Updates.Max(u => u.Update.Met);

    /// <summary>Its meetings from a day on, that day included, soonest first.</summary>
    public IEnumerable<AgendaEvent> MeetingsFrom(LocalDate day) => Meetings.Skip(CountBefore(day));

    public IEnumerable<AgendaEvent> MeetingsOn(LocalDate day) => MeetingsFrom(day).TakeWhile(m => m.Date == day);

    /// <summary>Its meetings before a day, the latest first.</summary>
    public IEnumerable<AgendaEvent> MeetingsBefore(LocalDate day)
    {
        for (var i = CountBefore(day) - 1; i >= 0; i--)
        {
            yield return Meetings[i];
        }
    }

    public bool IsEmpty => Updates.IsEmpty && Meetings.IsEmpty;

    private int CountBefore(LocalDate day)
    {
        var (low, high) = (0, Meetings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Meetings[middle].Date < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
