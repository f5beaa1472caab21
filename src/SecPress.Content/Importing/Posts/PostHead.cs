namespace SecPress.Content.Importing.Posts;

/// <summary>What stands above a post in the format of another generator: keys in small letters, each with its texts.</summary>
internal sealed class PostHead
{
    public static readonly PostHead None = new([]);

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public PostHead(IEnumerable<KeyValuePair<string, List<string>>> pairs)
    {
        foreach (var (key, texts) in pairs)
        {
            values.TryAdd(key.ToLowerInvariant(), [.. texts.Select(t => t.Trim()).Where(t => t.Length > 0)]);
        }
    }

    public bool IsEmpty => values.Count == 0;

    /// <summary>The first text of the first key that has one.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            used.Add(key);
            if (values.GetValueOrDefault(key) is [var first, ..])
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>All texts of some keys. A text by itself is a list parted by commas.</summary>
    public List<string> Texts(params ReadOnlySpan<string> keys)
    {
        var all = new List<string>();
        foreach (var key in keys)
        {
            used.Add(key);
            var texts = values.GetValueOrDefault(key) ?? [];
            all.AddRange(texts is [var only] ? only.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : texts);
        }

        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Keys that nobody asked for.</summary>
    public IEnumerable<(string Key, string Text)> Unused() => values
        .Where(v => !used.Contains(v.Key) && v.Value.Count > 0)
        .OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => (v.Key, string.Join(", ", v.Value)));
}
