using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Parts;

/// <summary>Finds the site's committees in text by their full and short names.</summary>
internal sealed class CommitteeNames
{
    private readonly List<(string Name, string Id)> names;

    public CommitteeNames(IEnumerable<Committee> committees) => names =
    [
        .. committees.SelectMany(c => new[] { (c.Name, c.Id), (c.Short, c.Id) })
            .Where(n => n.Item1.Length > 1)
            .Distinct()
            .OrderByDescending(n => n.Item1.Length).ThenBy(n => n.Item1, StringComparer.Ordinal),
    ];

    /// <summary>The committee that a text names first; of names at one place the longest.</summary>
    public string? First(string text)
    {
        string? first = null;
        var at = text.Length;
        foreach (var (name, id) in names)
        {
            if (IndexOf(text, name) is >= 0 and var index && index < at)
            {
                (first, at) = (id, index);
            }
        }

        return first;
    }

    private static int IndexOf(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (Words.StartsAt(text, at) && Words.EndsAt(text, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }
}
