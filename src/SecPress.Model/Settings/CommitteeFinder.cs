using System.Collections.Immutable;
using SecPress.Model.Documents;

namespace SecPress.Model.Settings;

/// <summary>Finds which committee some words name, by its name or its short name.</summary>
public sealed class CommitteeFinder(ImmutableArray<Committee> committees)
{
    // The longest first: "SEC Panel" is not a mention of a committee called "SEC". A single letter names nobody.
    private readonly ImmutableArray<(string Name, Committee Committee)> names =
    [
        .. committees
            .SelectMany(c => new[] { c.Name, c.Short }.Distinct(StringComparer.Ordinal).Select(n => (n, c)))
            .Where(n => n.n.Length > 1)
            .OrderByDescending(n => n.n.Length),
    ];

    /// <summary>The first one named, or null.</summary>
    public Committee? In(string words) => FirstIn(words)?.Committee;

    /// <summary>The first one named and where; null for none.</summary>
    public (Committee Committee, int Start, int Length)? FirstIn(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        (Committee, int Start, int)? first = null;
        foreach (var (name, committee) in names)
        {
            if (IndexOf(words, name) is >= 0 and var at && (first is not { } found || at < found.Start))
            {
                first = (committee, at, name.Length);
            }
        }

        return first;
    }

    private static int IndexOf(string words, string name)
    {
        for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (Words.StartsAt(words, at) && Words.EndsAt(words, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }
}
