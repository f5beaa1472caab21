using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

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

    /// <summary>Where it was last spoken of.</summary>
    public Section LastPlace
    {
        get
        {
            var told = Timeline.IsEmpty ? null : Timeline.MaxBy(t => t.Issue.Sent)!.Section;
            return told is null || (!Mentions.IsEmpty && Mentions[0].Issue.Sent >= told.Issue.Sent) ? Mentions[0] : told;
        }
    }

    /// <summary>What can still be answered or referred on a day, the soonest first and what has no last day after it.</summary>
    public IEnumerable<(LocalDate? Ends, TimelineItem Item)> OpenOn(LocalDate today)
    {
        var open = new List<(LocalDate? Ends, TimelineItem Item)>();
        foreach (var item in Timeline)
        {
            switch (item)
            {
                // One without a last day is over at the latest when its entry is.
                case ConsultationItem { Consultation: { Status: not (ConsultationStatus.Closed or ConsultationStatus.Withdrawn) } c }
                    when c.Closes >= today || (c.Closes is null && (State is null or EntryState.Open)):
                    open.Add((c.Closes, item));
                    break;
                case DecisionItem { Decision.Referral.Deadline: { } last } when last >= today:
                    open.Add((last, item));
                    break;
            }
        }

        return open.OrderBy(o => o.Ends ?? LocalDate.MaxIsoValue);
    }
}

/// <summary>Something that happened to an entry. An undated one stands at the day of its issue.</summary>
public abstract record TimelineItem(LocalDate Date, Issue Issue)
{
    /// <summary>Whether the issue gave the day.</summary>
    public abstract bool IsDated { get; }

    /// <summary>Where the issue says so.</summary>
    public Section Section => Section.Holding(Issue, new Part(Kind, ""));

    protected abstract PartKind Kind { get; }
}

public sealed record StepItem(LocalDate Date, Issue Issue, ModificationStep Step) : TimelineItem(Date, Issue)
{
    public override bool IsDated => Step.Date is not null;

    protected override PartKind Kind => PartKind.Modifications;
}

public sealed record DecisionItem(LocalDate Date, Issue Issue, Decision Decision) : TimelineItem(Date, Issue)
{
    public override bool IsDated => Decision.Date is not null;

    protected override PartKind Kind => PartKind.Decisions;
}

/// <summary>A consultation whose title names the entry, on the day it opened.</summary>
public sealed record ConsultationItem(LocalDate Date, Issue Issue, Consultation Consultation) : TimelineItem(Date, Issue)
{
    public override bool IsDated => Consultation.Opened is not null;

    protected override PartKind Kind => PartKind.Consultations;
}
