using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Web;

/// <summary>What the server shows: made elsewhere, and made anew whenever a file of the site changes.</summary>
public interface IPreview
{
    PreviewSnapshot Current { get; }

    /// <summary>The first snapshot after a version, which may be there already.</summary>
    Task<PreviewSnapshot> AfterAsync(long version, CancellationToken cancellationToken);

    /// <summary>Opens a source file of the site in the editor's program.</summary>
    /// <param name="path">Below the site's folder, with forward slashes.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    OpenedSource Open(string path, int line, int column);
}

/// <summary>How a source file was opened: by this program (nothing set), by an address that the browser follows, or not at all.</summary>
public sealed record OpenedSource(string? Url, string? Fault)
{
    public static readonly OpenedSource Done = new(null, null);
}

/// <summary>The site as of one moment. Files are made when they are asked for, on any number of threads.</summary>
public abstract class PreviewSnapshot
{
    /// <summary>Rises with each snapshot.</summary>
    public abstract long Version { get; }

    /// <summary>The publication's title; empty while there is none.</summary>
    public abstract string Title { get; }

    /// <summary>The address that the site will have, ending in a slash; null while there is none.</summary>
    public abstract Uri? BaseUrl { get; }

    /// <summary>Whether the files of the site are in error and what is shown is an older state of them.</summary>
    public abstract bool IsOutdated { get; }

    /// <summary>Newest first.</summary>
    public abstract ImmutableArray<PreviewIssue> Issues { get; }

    /// <summary>A file of the site by its path below the base URL (<c>issues/2017-06/</c>), or null.</summary>
    public abstract PreviewFile? Find(string path);

    /// <summary>The site's page for unknown addresses.</summary>
    public abstract PreviewFile NotFound { get; }

    /// <summary>The email edition of an issue; null when it cannot be made.</summary>
    public abstract PreviewEdition? EditionOf(PreviewIssue issue);

    /// <summary>The events that an issue announces, as a calendar (RFC 5545).</summary>
    public abstract string EventsOf(PreviewIssue issue);

    /// <summary>What is wrong with the site, the worst first: every error, and the warnings that concern a page.</summary>
    public abstract ImmutableArray<Diagnostic> FindingsOf(PreviewFile page);
}

/// <summary>An issue as the desk lists it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Sent">The day as people write it.</param>
/// <param name="IsDraft">Whether it is not to be published yet.</param>
/// <param name="Path">Its page, below the base URL.</param>
public sealed record PreviewIssue(string Slug, string Title, string Sent, bool IsDraft, string Path);

/// <summary>A line of a file of the site, counted from 1.</summary>
public sealed record SourcePlace(string File, int Line);

/// <summary>A file as a browser gets it.</summary>
/// <param name="OutputPath">Below the output folder: its extension tells what it is.</param>
/// <param name="Bytes">Null when it cannot be made, for which there are findings.</param>
public sealed record PreviewFile(string OutputPath, byte[]? Bytes)
{
    /// <summary>Whether it is an older state, because the present one is in error.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The text a page is made from.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>The slug of the issue that a page shows.</summary>
    public string? Issue { get; init; }

    /// <summary>Where the parts of a page stand in the source, by the ids of their elements.</summary>
    public ImmutableSortedDictionary<string, SourcePlace> Anchors { get; init; } = ImmutableSortedDictionary<string, SourcePlace>.Empty;
}

/// <summary>An email edition as a subscriber of no name sees it.</summary>
public sealed record PreviewEdition(string Subject, string Preheader, string From, string Html, string Text);
