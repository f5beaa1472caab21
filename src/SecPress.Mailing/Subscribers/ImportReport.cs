using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Mailing.Subscribers;

/// <summary>What holds for every row of a list that does not say otherwise.</summary>
public sealed record ImportOptions
{
    /// <summary>The file's name, for the consent record and for messages.</summary>
    public required string Source { get; init; }

    /// <summary>Streams of rows that name none.</summary>
    public ImmutableArray<string> Streams { get; init; } = [Model.Settings.Stream.Newsletter.Id];

    /// <summary>Streams the site has; a row that names another is refused.</summary>
    public required ImmutableArray<string> KnownStreams { get; init; }

    /// <summary>When consent was given; null when the list does not say.</summary>
    public Instant? ConsentAt { get; init; }

    /// <summary>The words the people agreed to; empty when not known.</summary>
    public string ConsentText { get; init; } = "";

    /// <summary>Reads and judges everything and keeps nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>A row that was not taken. <c>Reason</c> is a sentence without a full stop.</summary>
public sealed record RowError(int Line, string Value, string Reason);

/// <summary>What became of a list.</summary>
public sealed record ImportReport
{
    /// <summary>Why nothing was taken at all, as a sentence without a full stop; null when rows were read.</summary>
    public string? Refusal { get; init; }

    /// <summary>Rows below the header.</summary>
    public int Rows { get; init; }

    public int Added { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Addresses that opted out, bounced or complained before, and stay out.</summary>
    public int KeptOut { get; init; }

    /// <summary>Rows whose address stood in an earlier row of the same list, merged with it.</summary>
    public int Repeated { get; init; }

    /// <summary>Rows not taken.</summary>
    public int Refused { get; init; }

    /// <summary>The first refused rows, at most <see cref="SubscriberImporter.MostErrors"/>.</summary>
    public ImmutableArray<RowError> Errors { get; init; } = [];

    /// <summary>Columns kept as custom fields.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];
}
