using System.Text.Json.Serialization;

namespace SecPress.Web;

/// <summary>What a page open in a browser asks after each change.</summary>
internal sealed record PageState
{
    public required long Version { get; init; }

    /// <summary>See <see cref="RequestGuard.Token"/>.</summary>
    public required string Token { get; init; }

    /// <summary>Whether an older state is shown because of errors.</summary>
    public required bool Outdated { get; init; }

    /// <summary>See <see cref="ShownPage.Mark"/>.</summary>
    public required string Mark { get; init; }

    public required IReadOnlyList<string> Styles { get; init; }

    public SourcePlace? Source { get; init; }

    public required IReadOnlyDictionary<string, SourcePlace> Anchors { get; init; }

    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>The issue that the page shows.</summary>
    public IssueState? Issue { get; init; }
}

/// <summary>An issue on the desk.</summary>
internal sealed record IssueState
{
    public required IssueView Shown { get; init; }

    public IssueView? Older { get; init; }

    public IssueView? Newer { get; init; }

    /// <summary>Changes with the email edition.</summary>
    public string? EditionMark { get; init; }

    public string? Subject { get; init; }

    public string? Preheader { get; init; }

    public string? From { get; init; }
}

internal sealed record IssueView(string Slug, string Title, string Sent, bool Draft, string Url);

/// <summary>A finding, its line cut into what is before the place, the place, and what is after.</summary>
internal sealed record FindingView
{
    public required string Severity { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public required string Mend { get; init; }

    public string? File { get; init; }

    public int Line { get; init; }

    public int Column { get; init; }

    public string? Before { get; init; }

    public string? Marked { get; init; }

    public string? After { get; init; }

    /// <summary>How the place was reached, outermost first.</summary>
    public required IReadOnlyList<SourcePlace> Through { get; init; }

    /// <summary>Whether the file is one that can be opened: built-in templates are not.</summary>
    public bool Openable { get; init; }
}

internal sealed record IssueList(IReadOnlyList<IssueView> Issues, int Count);

internal sealed record Change(long Version, string Run);

internal sealed record OpenRequest(string? File, int Line, int Column);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(IssueList))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(OpenRequest))]
[JsonSerializable(typeof(OpenedSource))]
internal sealed partial class WireFormat : JsonSerializerContext;
