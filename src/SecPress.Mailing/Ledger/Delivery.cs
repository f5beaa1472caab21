using NodaTime;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Ledger;

/// <summary>Where one recipient's copy stands.</summary>
public enum DeliveryState
{
    Pending,

    /// <summary>A sender has taken it and not yet begun; falls back to pending when its lease runs out.</summary>
    Claimed,

    /// <summary>Written before anything is said to a server; becomes unknown when its lease runs out.</summary>
    Sending,
    Sent,

    /// <summary>To be tried again at a known time.</summary>
    Deferred,
    Failed,

    /// <summary>Not sent because the person is not to be mailed.</summary>
    Suppressed,

    /// <summary>The message may or may not have been taken (RFC 1047): held for a person to settle, never sent again by itself.</summary>
    Unknown,
}

/// <summary>One recipient's copy, taken by one sender. A claim whose fence is not the newest has no say any more.</summary>
/// <param name="EditionId">The store's number of the sealed edition.</param>
/// <param name="Recipient">The person as known when claimed.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="FirstAttemptAt">When it was first tried; null when never.</param>
/// <param name="Fence">Rises with each claim of this copy.</param>
public sealed record Claim(long EditionId, Recipient Recipient, int Attempt, Instant? FirstAttemptAt, long Fence);

/// <summary>What a refusal says about the address itself.</summary>
public enum AddressConsequence
{
    None,

    /// <summary>Counts against the address.</summary>
    Score,

    /// <summary>Counts against it, and suppresses it when it was counted before.</summary>
    SuppressOnRepeat,

    /// <summary>There is no such mailbox: never mail it again.</summary>
    Suppress,
}

/// <summary>One move of one copy through its states.</summary>
public abstract record DeliveryStep(Claim Claim)
{
    /// <summary>About to speak to a server. Refused when the person is no longer to be mailed.</summary>
    public sealed record Begin(Claim Claim) : DeliveryStep(Claim);

    public sealed record Sent(Claim Claim, string Relay, string Reply, string? QueueId) : DeliveryStep(Claim);

    public sealed record Defer(Claim Claim, string Relay, string Reply, Duration Delay) : DeliveryStep(Claim);

    public sealed record Fail(Claim Claim, string Relay, string Reply, string Code, AddressConsequence Consequence) : DeliveryStep(Claim);

    /// <summary>The connection was lost after the body was complete.</summary>
    public sealed record Lose(Claim Claim, string Relay, string Detail) : DeliveryStep(Claim);

    /// <summary>Given back without an attempt: certainly not taken by a server, for a reason that is not the recipient's.</summary>
    public sealed record Release(Claim Claim, string Reason) : DeliveryStep(Claim);
}

public enum StepResult
{
    Applied,

    /// <summary>The claim is no longer this sender's; the move is kept as an event and changes nothing.</summary>
    Fenced,

    /// <summary>Only for <see cref="DeliveryStep.Begin"/>: the person opted out meanwhile.</summary>
    Suppressed,
}

/// <summary>One recipient's copy as status shows it.</summary>
public sealed record Delivery(
    EmailAddress Address, DeliveryState State, int Attempts, Instant? NextAttempt, string Code, string Reply, string? QueueId, Instant ChangedAt);

/// <summary>One thing that happened to one copy: appended, never changed.</summary>
public sealed record DeliveryEvent(EmailAddress Address, Instant At, string Kind, int Attempt, string Relay, string Detail);
