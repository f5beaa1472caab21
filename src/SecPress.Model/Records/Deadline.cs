using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

public enum DeadlineState
{
    Open,
    Closed,
    Withdrawn,
}

/// <summary>Something that closes, as the newest issue that spoke of it knows it. The hierarchy is closed.</summary>
/// <param name="Date">Its last day; null when none was given.</param>
/// <param name="Issue">The newest issue that speaks of it.</param>
/// <param name="State">Its state on the day of the publication.</param>
public abstract record Deadline(LocalDate? Date, Issue Issue, DeadlineState State)
{
    /// <summary>Small letters, digits and hyphens; unique, and the same as long as the first issue that spoke of it stands.</summary>
    public string Key { get; init; } = "";

    /// <summary>Rises whenever its day is given anew, as <see cref="AgendaEvent.Sequence"/> does.</summary>
    public int Sequence { get; init; }

    /// <summary>When its day was last given anew.</summary>
    public LocalDate LastChanged { get; init; }
}

/// <summary>The last day to answer a consultation.</summary>
public sealed record ConsultationDeadline(LocalDate? Date, Issue Issue, DeadlineState State, Consultation Consultation) : Deadline(Date, Issue, State)
{
    /// <summary>Where to answer, as last given, and the issue whose page the address is relative to.</summary>
    public (Issue Issue, Reference Link)? Link { get; init; }

    /// <summary>Entries of registers that its title names.</summary>
    public ImmutableArray<RegisterEntry> Entries { get; init; } = [];
}

/// <summary>The last day to refer a decision.</summary>
public sealed record ReferralDeadline(LocalDate? Date, Issue Issue, DeadlineState State, Decision Decision) : Deadline(Date, Issue, State);

/// <summary>A date that an editor marked.</summary>
public sealed record KeyDateDeadline(LocalDate? Date, Issue Issue, DeadlineState State, KeyDate KeyDate) : Deadline(Date, Issue, State);
