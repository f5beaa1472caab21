using SecPress.Model;

namespace SecPress.Content.Importing.Parts;

/// <summary>The months by their English names, those of the site's language, and the first three letters of either.</summary>
internal sealed class MonthNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase) { ["sept"] = 9 };

    /// <param name="own">The twelve names of the site's language; fewer are passed over.</param>
    public MonthNames(IReadOnlyList<string> own)
    {
        foreach (var names in new[] { EnglishDates.Months, own.Count == 12 ? own : [] })
        {
            for (var i = 0; i < names.Count; i++)
            {
                numbers.TryAdd(names[i], i + 1);
            }

            for (var i = 0; i < names.Count; i++)
            {
                numbers.TryAdd(names[i][..Math.Min(3, names[i].Length)], i + 1);
            }
        }
    }

    public int? Of(string word) => numbers.TryGetValue(word.TrimEnd('.'), out var number) ? number : null;

    /// <summary>The longest month that a word begins with, though another word is stuck to it.</summary>
    public (int Number, int Length)? Prefix(string word) => numbers
        .Where(n => word.StartsWith(n.Key, StringComparison.OrdinalIgnoreCase) && (word.Length == n.Key.Length || char.IsUpper(word[n.Key.Length])))
        .OrderByDescending(n => n.Key.Length)
        .Select(n => ((int, int)?)(n.Value, n.Key.Length))
        .FirstOrDefault();
}
