using SecPress.Model.Documents;

namespace SecPress.Content.Documents;

/// <summary>Gives headings ids from their words, each once on a page, clear of those that other things on the page have.</summary>
internal sealed class HeadingIds
{
    private static readonly string[] ReservedPrefixes = ["sp-", "part-", "fn-", "fnref-"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public static bool IsReserved(string id) => ReservedPrefixes.Any(p => id.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Takes an id that the editor wrote; false when it is taken already.</summary>
    public bool TryTake(string id) => taken.Add(id);

    public string From(string words)
    {
        var slug = Slug.From(words);
        slug = slug.Length == 0 ? "section" : IsReserved(slug) ? "section-" + slug : slug;
        var id = slug;
        while (!taken.Add(id))
        {
            var n = counts.GetValueOrDefault(slug) + 1;
            counts[slug] = n;
            id = $"{slug}-{n}";
        }

        return id;
    }
}
