using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Model.Issues;

/// <summary>An ordinary page: about, accessibility, privacy, subscribe; or what the home page says first.</summary>
public sealed record Page
{
    public required SourceFile Source { get; init; }

    /// <summary>The last part of its address; empty for the text of the home page.</summary>
    public required string Slug { get; init; }

    /// <summary>The address of the folder it stands in, with a slash at its end; empty at the top.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Its address below the base URL, without a leading slash.</summary>
    public string Path => IsHome ? "" : $"{Folder}{Slug}/";

    public bool IsHome => Slug.Length == 0;

    public required string Title { get; init; }

    public TextSpan TitleSpan { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>Its place in the header's menu, lowest first; null to stand in the footer only.</summary>
    public int? Menu { get; init; }

    /// <summary>Its place among the pages of its folder, lowest first; those without one come last, by their addresses.</summary>
    public int? Order { get; init; }

    public bool Draft { get; init; }

    public ImmutableArray<Reference> Aliases { get; init; } = [];

    public Document Body { get; init; } = Document.Empty;
}
