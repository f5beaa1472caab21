namespace SecPress.Rendering.Search;

/// <summary>
/// The numbers of the index's format, which <c>docs/decisions/0010</c> describes. What the client must know of them stands in the manifest.
/// </summary>
internal static class SearchFormat
{
    public const int Version = 1;

    /// <summary>Sections of one block of a posting list: what is fetched and decoded together.</summary>
    public const int BlockSections = 2048;

    /// <summary>A pack is closed when it has this many bytes, before compression.</summary>
    public const int PackBytes = 8 * 1024;

    /// <summary>Packs of texts that one locator finds.</summary>
    public const int LocatorPacks = 256;

    /// <summary>Characters of a pack of texts. Nearly every issue fits one.</summary>
    public const int TextPackCharacters = 16 * 1024;

    /// <summary>The most that a posting's weight can be.</summary>
    public const int MostImpact = 15;

    private const int FewestTerms = 512;
    private const int MostTerms = 2048;

    /// <summary>No word starts like this.</summary>
    public static string CommitteeTerm(string id) => "@" + id;

    /// <summary>
    /// Whether a shard of the dictionary ends behind a term. Its own letters decide, so that a new word changes the borders near it only.
    /// </summary>
    public static bool EndsShard(string term, int terms)
    {
        var hash = 2166136261u;
        foreach (var c in term)
        {
            hash = (hash ^ c) * 16777619;
        }

        return terms >= MostTerms || (terms >= FewestTerms && (hash >> 8) % FewestTerms == 0);
    }

    /// <summary>
    /// How much a word that weighs <paramref name="weight"/> says about a section of so many words, 1 to <see cref="MostImpact"/>:
    /// the term-frequency part of BM25 with k1 = 1.2, b = 0.6 and an average of 100 words. The average is fixed, so that a new issue
    /// leaves the postings of old ones as they are.
    /// </summary>
    public static int Impact(int weight, int words)
    {
        var saturation = 48 + 72L * words / 100;
        return (int)Math.Max(1, (100L * MostImpact * weight + (100L * weight + saturation) / 2) / (100L * weight + saturation));
    }
}
