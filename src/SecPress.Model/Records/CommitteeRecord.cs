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

    public bool IsEmpty => Updates.IsEmpty && Meetings.IsEmpty;
}
