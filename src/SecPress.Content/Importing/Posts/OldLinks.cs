using System.Text.RegularExpressions;
using NodaTime;

namespace SecPress.Content.Importing.Posts;

/// <summary>
/// Where the links of the old site lead now: posts by their old addresses and their files' names, pictures by their paths, and what was
/// not imported by its address on the old site, when that is known.
/// </summary>
internal sealed partial class OldLinks(Uri? oldSite, string? pattern)
{
    /// <summary>Marks a link that names a post by its file.</summary>
    public const string FileScheme = "post-file:";

    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> targetsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Looks for a file beside the text that is imported by itself, and gives its path below <c>content/</c>.</summary>
    public Func<string, string?>? Probe { get; init; }

    /// <summary>Files that were looked for and found: their paths in the source, and below <c>content/</c>.</summary>
    public SortedDictionary<string, string> ProbedFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The address that a post had by the pattern of the old site's addresses; null without one.</summary>
    public string? AddressOf(LocalDate? date, string slug) => pattern is null || (date is null && pattern.Contains("{year}", StringComparison.Ordinal))
        ? null
        : FormattableString.Invariant($"/{pattern.TrimStart('/')}")
            .Replace("{year}", FormattableString.Invariant($"{date?.Year:0000}"), StringComparison.Ordinal)
            .Replace("{month}", FormattableString.Invariant($"{date?.Month:00}"), StringComparison.Ordinal)
            .Replace("{day}", FormattableString.Invariant($"{date?.Day:00}"), StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal);

    /// <summary>Takes an old address for a target below <c>content/</c>; false when another has it.</summary>
    public bool Add(string address, string target) => targets.TryAdd(Normalise(address), target) || targets[Normalise(address)] == target;

    public void AddName(string fileName, string target) => targetsByName.TryAdd(fileName, target);

    /// <summary>A picture or other file: its path in the source, and below <c>content/</c>.</summary>
    public void AddFile(string path, string target) => files.TryAdd(path, target);

    /// <summary>Where a link leads, relative to the folder of <paramref name="from"/>, with its anchor apart; null when nowhere.</summary>
    /// <param name="url">As it was written.</param>
    /// <param name="from">The file the link stands in, below <c>content/</c>.</param>
    /// <param name="sourceFolder">The folder of the post in the source.</param>
    public OldLink? Resolve(string url, string from, string sourceFolder)
    {
        url = Mend(url.Trim());
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (url, "") : (url[..hash], url[(hash + 1)..]);
        if (path.Length == 0)
        {
            return anchor.Length > 0 ? new OldLink("", from, anchor) : null;
        }

        if (path.StartsWith(FileScheme, StringComparison.Ordinal))
        {
            return Named(path[FileScheme.Length..]) is { } named ? new OldLink(Relative(from, named), named, anchor) : null;
        }

        var inside = OnOldSite(path);
        if (inside is null && Scheme().IsMatch(path))
        {
            return new OldLink(url, null, "");
        }

        inside ??= path;
        var query = inside.IndexOf('?', StringComparison.Ordinal);
        var bare = Uri.UnescapeDataString(PelicanPrefix().Replace(query < 0 ? inside : inside[..query], ""));
        var target = targets.GetValueOrDefault(Normalise(bare)) ?? (IsMarkdown(bare) ? Named(bare) : null) ?? FileOf(bare, sourceFolder);
        if (target is not null)
        {
            return new OldLink(Relative(from, target), target.EndsWith(".md", StringComparison.Ordinal) ? target : null, anchor);
        }

        return oldSite is not null && inside.StartsWith('/') ? new OldLink(new Uri(oldSite, inside.TrimStart('/')) + (hash < 0 ? "" : "#" + anchor), null, "") : null;
    }

    private string? Named(string path)
    {
        var name = path.Split('/')[^1];
        return targetsByName.GetValueOrDefault(IsMarkdown(name) ? name[..name.LastIndexOf('.')] : name);
    }

    private string? FileOf(string path, string sourceFolder)
    {
        var candidates = path.StartsWith('/')
            ? new[] { path[1..], "static" + path, "content" + path, "assets" + path }
            : [Combine(sourceFolder, path), path];
        foreach (var candidate in candidates.Select(c => Combine("", c)))
        {
            if (files.TryGetValue(candidate, out var known))
            {
                return known;
            }

            if (Probe?.Invoke(candidate) is { } found)
            {
                files.Add(candidate, found);
                ProbedFiles.Add(candidate, found);
                return found;
            }
        }

        return null;
    }

    // A "//host/path" is another site; what stands on the old site's own host is inside.
    private string? OnOldSite(string path)
    {
        if (oldSite is null || !Uri.TryCreate(path.StartsWith("//", StringComparison.Ordinal) ? "https:" + path : path, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || !Host(uri).Equals(Host(oldSite), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return uri.PathAndQuery;
    }

    private static string Host(Uri uri) => uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;

    // What people mistype: doubled brackets, "hhttps://", "www." without a scheme.
    private static string Mend(string url)
    {
        url = url.StartsWith('(') ? url.Trim('(', ')') : url;
        url = MistypedScheme().Replace(url, "http${s}://");
        return url.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + url : url;
    }

    private static string Normalise(string address)
    {
        var path = address.Split('#')[0].Trim().TrimEnd('/');
        path = path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^11] : path.EndsWith(".html", StringComparison.Ordinal) ? path[..^5] : path;
        return path.StartsWith('/') ? path : "/" + path;
    }

    private static string Combine(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string Relative(string from, string target)
    {
        var (folder, other) = (from[..(from.LastIndexOf('/') + 1)], target);
        return other.StartsWith(folder, StringComparison.Ordinal)
            ? other[folder.Length..]
            : string.Concat(Enumerable.Repeat("../", folder.Count(c => c == '/'))) + other;
    }

    private static bool IsMarkdown(string path) => ImportSource.KindOf(path) is ImportKind.Markdown or ImportKind.ReStructuredText;

    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^\{(filename|static|attach)\}|^\|filename\|", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PelicanPrefix();

    [GeneratedRegex(@"^(?!https?://)h*t+p+(?<s>s?):/{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex MistypedScheme();
}

/// <summary>Where a link leads: an address or a relative path, the Markdown file it leads to if to one, and the old anchor there.</summary>
internal readonly record struct OldLink(string Url, string? Target, string Anchor);
