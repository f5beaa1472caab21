using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Model.Issues;

/// <summary>An ordinary page: about, accessibility, privacy, subscribe.</summary>
public sealed record Page
{
    public required SourceFile Source { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public TextSpan TitleSpan { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>Its place in the header's menu, lowest first; null to stand in the footer only.</summary>
    public int? Menu { get; init; }

    public bool Draft { get; init; }

    public ImmutableArray<Reference> Aliases { get; init; } = [];

    public Document Body { get; init; } = Document.Empty;
}
