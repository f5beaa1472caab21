using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Editions;

namespace SecPress.Mailing.Ledger;

/// <summary>An edition as it was when sending began; every copy is made from these bytes.</summary>
public sealed record SealedEdition
{
    public required long Id { get; init; }

    /// <summary>The issue's slug.</summary>
    public required string Issue { get; init; }

    public required int Revision { get; init; }

    public required string Sha256 { get; init; }

    public required string Subject { get; init; }

    public required MergeText Html { get; init; }

    public required MergeText Text { get; init; }

    /// <summary>Who it goes to: everyone active on any of these streams when it was sealed.</summary>
    public required ImmutableArray<string> Streams { get; init; }

    /// <summary>The right side of every Message-ID, so that a copy keeps its id whatever the settings become.</summary>
    public required string MessageIdDomain { get; init; }

    /// <summary>When it was sealed, to the second: the Date of every copy.</summary>
    public required Instant SealedAt { get; init; }

    public Instant? FinishedAt { get; init; }

    /// <summary>How many people the frozen audience holds.</summary>
    public required int Audience { get; init; }
}

/// <summary>What to seal.</summary>
public sealed record SealRequest(Edition Edition, string MessageIdDomain)
{
    public string Issue => Edition.Issue.Slug;

    public int Revision => Edition.Issue.RevisionNumber;

    public ImmutableArray<string> Streams => Edition.Issue.EmailStreams;
}

public enum SealOutcome
{
    /// <summary>Sealed now, its audience frozen with it.</summary>
    Sealed,

    /// <summary>The same edition was sealed before: sending goes on where it stopped.</summary>
    Resumed,

    /// <summary>Another edition of this issue was begun: nothing was changed.</summary>
    Changed,

    /// <summary>Nobody takes these streams: nothing was sealed.</summary>
    Nobody,
}

/// <param name="Outcome">What became of the request.</param>
/// <param name="Edition">The edition in the store: the new one, or the one begun before; null when nobody takes it.</param>
public sealed record SealResult(SealOutcome Outcome, SealedEdition? Edition);

/// <summary>How far an edition is.</summary>
public sealed record EditionStatus(SealedEdition Edition, ImmutableSortedDictionary<DeliveryState, int> Counts, Instant? NextAttempt)
{
    public int Count(DeliveryState state) => Counts.GetValueOrDefault(state);

    /// <summary>Everyone of the frozen audience is accounted for and nothing is left to do or to settle.</summary>
    public bool IsFinished =>
        Count(DeliveryState.Sent) + Count(DeliveryState.Failed) + Count(DeliveryState.Suppressed) == Edition.Audience;

    /// <summary>Copies whose turn is still to come.</summary>
    public int Waiting =>
        Count(DeliveryState.Pending) + Count(DeliveryState.Claimed) + Count(DeliveryState.Sending) + Count(DeliveryState.Deferred);
}
