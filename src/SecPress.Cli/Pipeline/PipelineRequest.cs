using NodaTime;

namespace SecPress.Cli.Pipeline;

/// <summary>Which site to make, as of when, and how.</summary>
internal sealed record PipelineRequest
{
    public required string SiteFolder { get; init; }

    public required ClockTime Clock { get; init; }

    public bool Drafts { get; init; }

    public bool Future { get; init; }

    /// <summary>The passphrase of the pages for reviewers; null for none of them.</summary>
    public string? Preview { get; init; }

    /// <summary>In the place of the settings' own when given.</summary>
    public Uri? BaseUrl { get; init; }

    public required int Jobs { get; init; }

    /// <summary>The site of a desk as it is now.</summary>
    public static PipelineRequest Now(Desk desk) => new()
    {
        SiteFolder = desk.SiteFolder,
        Clock = new ClockTime(Instant.FromDateTimeOffset(desk.Terminal.Clock.GetUtcNow())),
        Jobs = Environment.ProcessorCount,
    };
}
