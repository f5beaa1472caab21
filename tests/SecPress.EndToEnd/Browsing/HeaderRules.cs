namespace SecPress.EndToEnd.Browsing;

/// <summary>
/// A <c>_headers</c> file as Cloudflare Pages reads it: a path that may end in a star, and indented below it the headers for it. Every
/// rule that fits counts; a header given twice is joined by a comma, and <c>! Name</c> takes away what stood before.
/// </summary>
internal sealed class HeaderRules
{
    private readonly List<(string Path, List<string> Lines)> rules = [];

    private HeaderRules()
    {
    }

    /// <summary>No rules where there is no such file.</summary>
    public static HeaderRules Read(string file)
    {
        var headers = new HeaderRules();
        foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
        {
            if (line.Trim() is "" or ['#', ..])
            {
                continue;
            }

            if (char.IsWhiteSpace(line[0]))
            {
                headers.rules[^1].Lines.Add(line.Trim());
            }
            else
            {
                headers.rules.Add((line.Trim(), []));
            }
        }

        return headers;
    }

    public IReadOnlyDictionary<string, string> For(string path)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in rules.Where(r => Fits(r.Path, path)).SelectMany(r => r.Lines))
        {
            if (line[0] == '!')
            {
                found.Remove(line[1..].Trim());
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            found[name] = found.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        return found;
    }

    private static bool Fits(string rule, string path) =>
        rule.EndsWith('*') ? path.StartsWith(rule[..^1], StringComparison.Ordinal) : path == rule;
}
