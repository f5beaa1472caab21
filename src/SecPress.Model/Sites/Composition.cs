using SecPress.Model.Diagnostics;

namespace SecPress.Model.Sites;

/// <summary>When a file is put in place, so that what a reader can reach never refers to what is not there yet.</summary>
public enum PublishingWave
{
    /// <summary>Refers to nothing: styles, scripts, pictures, attachments.</summary>
    Asset,
    Page,

    /// <summary>Leads to pages: the home page, archives, feeds, the sitemap.</summary>
    Index,
}

/// <summary>
/// A file of the output that is yet to be made. <c>Make</c> may run on any thread and at most once; it adds to the bag what is wrong
/// and returns null when there is nothing fit to publish.
/// </summary>
/// <param name="OutputPath">Below the output folder, with forward slashes.</param>
/// <param name="Origin">What it is made from, for messages.</param>
/// <param name="Make">Makes its bytes.</param>
public sealed record Composition(string OutputPath, string Origin, Func<DiagnosticBag, byte[]?> Make)
{
    /// <summary>By the kind of file unless given: HTML and editions are pages, the home page and XML are indexes, the rest are assets.</summary>
    public PublishingWave Wave { get; init; } = WaveOf(OutputPath);

    /// <summary>
    /// A digest of everything the bytes depend on, the code that makes them included, as 64 lower case hexadecimal digits: a file that
    /// was published under the same key need not be made again. Null when making it is as cheap as knowing.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What a path alone tells.</summary>
    public static PublishingWave WaveOf(string path) => Path.GetExtension(path) switch
    {
        _ when path == "index.html" || path.StartsWith("archive/", StringComparison.Ordinal) => PublishingWave.Index,
        ".xml" or ".json" => PublishingWave.Index,
        ".html" or ".txt" or ".eml" => PublishingWave.Page,
        _ => PublishingWave.Asset,
    };
}
