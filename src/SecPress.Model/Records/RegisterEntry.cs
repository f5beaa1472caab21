using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>All that the publication has said of one entry of a register.</summary>
public sealed record RegisterEntry
{
    public required Register Register { get; init; }

    public required string Id { get; init; }

    /// <summary>The title last given; null when none was.</summary>
    public string? Title { get; init; }

    /// <summary>Where to read more, as last given, and the issue whose page the address is relative to.</summary>
    public (Issue Issue, Reference Link)? Link { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public ImmutableArray<TimelineItem> Timeline { get; init; } = [];

    /// <summary>The sections that speak of it, newest issue first, in reading order inside one.</summary>
    public ImmutableArray<Section> Mentions { get; init; } = [];

    /// <summary>The last event; null when it was only spoken of.</summary>
    public StepItem? Latest => Timeline.OfType<StepItem>().LastOrDefault();

    public EntryState? State => Latest is { } latest ? Register.FindEvent(latest.Step.Event)?.State ?? EntryState.Open : null;

    /// <summary>When something last happened; for one that was only spoken of, when that was last.</summary>
    public LocalDate LastChanged => Timeline.IsEmpty ? Mentions.Max(m => m.Issue.Sent) : Timeline[^1].Date;

    public IEnumerable<Issue> Issues => Timeline.Select(t => t.Issue).Concat(Mentions.Select(m => m.Issue)).Distinct();
}

/// <summary>Something that happened to an entry. An undated one stands at the day of its issue.</summary>
public abstract record TimelineItem(LocalDate Date, Issue Issue);

public sealed record StepItem(LocalDate Date, Issue Issue, ModificationStep Step) : TimelineItem(Date, Issue);

public sealed record DecisionItem(LocalDate Date, Issue Issue, Decision Decision) : TimelineItem(Date, Issue);

/// <summary>A consultation whose title names the entry, on the day it opened.</summary>
public sealed record ConsultationItem(LocalDate Date, Issue Issue, Consultation Consultation) : TimelineItem(Date, Issue);
