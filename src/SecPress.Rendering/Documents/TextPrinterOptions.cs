using SecPress.Model;
using SecPress.Model.Documents;

namespace SecPress.Rendering.Documents;

/// <summary>What one plain text wants of <see cref="TextPrinter"/>.</summary>
public sealed record TextPrinterOptions
{
    /// <summary>The most columns of a line. Addresses and code are never broken and may be longer.</summary>
    public const int Width = 78;

    public required LinkWriter Links { get; init; }

    public required Labels Labels { get; init; }

    /// <summary>Collects addresses; texts that share it share one numbering.</summary>
    public required LinkNumbers Numbers { get; init; }

    /// <summary>The level that the document's highest heading is printed at: 2 below a title.</summary>
    public int TopHeading { get; init; } = 2;

    /// <summary>What stands where the editor placed a typed part; nothing when null.</summary>
    public Func<PartPlacement, Document>? Part { get; init; }

    /// <summary>Prints a merge field; null prints its fallback.</summary>
    public Func<MergeField, string>? MergeField { get; init; }
}

/// <summary>The addresses of a text, numbered in the order of their first use.</summary>
public sealed class LinkNumbers
{
    private readonly List<string> urls = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>In the order of their numbers, which count from 1.</summary>
    public IReadOnlyList<string> Urls => urls;

    public int Of(string url)
    {
        if (!numbers.TryGetValue(url, out var number))
        {
            urls.Add(url);
            numbers.Add(url, number = urls.Count);
        }

        return number;
    }
}
