using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

public enum StageState
{
    Passed,
    Current,

    /// <summary>It may follow: registers know exceptions, such as a referral, that few entries take.</summary>
    Ahead,
}

/// <summary>A stage on the way of an entry, and the day it was last reached; null for one ahead.</summary>
public sealed record Stage(RegisterEvent Event, StageState State, LocalDate? Reached);

/// <summary>
/// The way of an entry by the order of its register's events: the stages it passed, where it stands, and what may follow. Stages it
/// never reported are left out, as are ends other than the one hoped for.
/// </summary>
public static class EntryPath
{
    /// <summary>Empty where the order of events tells nothing: no step is known, or the last one is not among the events.</summary>
    public static ImmutableArray<Stage> Of(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var events = entry.Register.Events;
        if (entry.Latest is not { } latest || entry.Register.FindEvent(latest.Step.Event) is not { } current)
        {
            return [];
        }

        var reached = entry.Timeline.OfType<StepItem>().GroupBy(s => s.Step.Event).ToDictionary(g => g.Key, g => g.Max(s => s.Date));
        var at = events.IndexOf(current);
        var ended = current.State != EntryState.Open;
        var passed = events
            .Where((e, i) => e != current && reached.ContainsKey(e.Id) && (ended || i < at))
            .Select(e => new Stage(e, StageState.Passed, reached[e.Id]));
        // Without an event that ends well, nobody has said which of the later ones lead on and which end the way.
        IEnumerable<RegisterEvent> ahead = ended || events.All(e => e.State != EntryState.Done)
            ? []
            : events.Skip(at + 1).Where(e => e.State != EntryState.Stopped).OrderBy(e => e.State == EntryState.Done);
        return
        [
            .. passed,
            new Stage(current, StageState.Current, latest.Date),
            .. ahead.Select(e => new Stage(e, StageState.Ahead, null)),
        ];
    }
}
