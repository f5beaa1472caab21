using System.Collections.Immutable;
using SecPress.Model.Settings;

namespace SecPress.Checks.Reading;

/// <summary>Finds which committee some words name, by its name or its short name.</summary>
internal sealed class CommitteeFinder(ImmutableArray<Committee> committees)
{
    // The longest first: "SEC Panel" is not a mention of a committee called "SEC".
    private readonly ImmutableArray<(string Name, Committee Committee)> names =
    [
        .. committees
            .SelectMany(c => new[] { c.Name, c.Short }.Distinct(StringComparer.Ordinal).Select(n => (n, c)))
            .Where(n => n.n.Length > 0)
            .OrderByDescending(n => n.n.Length),
    ];

    /// <summary>The first one named, or null.</summary>
    public Committee? In(string words) => FirstIn(words)?.Committee;

    /// <summary>The first one named and where; null for none.</summary>
    public (Committee Committee, int Start, int Length)? FirstIn(string words)
    {
        (Committee, int, int)? first = null;
        foreach (var (name, committee) in names)
        {
            for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                if (IsWhole(words, at, name.Length) && (first is not { } found || at < found.Item2))
                {
                    first = (committee, at, name.Length);
                }
            }
        }

        return first;
    }

    private static bool IsWhole(string words, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
        && (at + length == words.Length || !char.IsLetterOrDigit(words[at + length]));
}
