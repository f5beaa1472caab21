using NodaTime;

namespace SecPress.Content.Importing;

/// <summary>What an import is told besides its source.</summary>
public sealed record ImportOptions
{
    /// <summary>For a text that does not say when it was sent.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The slug of the one issue that is imported.</summary>
    public string? Slug { get; init; }

    /// <summary>Where the old site is: links to it lead to what was imported, and links that would lead nowhere lead there.</summary>
    public Uri? OldSite { get; init; }

    /// <summary>The addresses that posts had there, with <c>{year}</c>, <c>{month}</c>, <c>{day}</c> and <c>{slug}</c>; null when unknown.</summary>
    public string? OldAddresses { get; init; }

    /// <summary>The day to take when nothing says when a single text was sent.</summary>
    public required LocalDate Today { get; init; }
}

/// <summary>A file to be written below <c>content/</c>.</summary>
public sealed record ImportedFile
{
    /// <summary>Where it goes, below <c>content/</c>, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>What it says; null for a picture or another file to be copied.</summary>
    public string? Text { get; init; }

    /// <summary>The file of the source on the disk.</summary>
    public required string Source { get; init; }

    /// <summary>When the issue went out; null for a page or a picture.</summary>
    public LocalDate? Sent { get; init; }
}

/// <summary>One file of the source: what was made of it, and what is to be told of it.</summary>
public sealed record ImportStep(ImportedFile? File, IReadOnlyList<ImportNote> Notes);
