using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>Every page and published file, frozen, and what an address written by an editor leads to.</summary>
public sealed class SiteMap
{
    private static readonly FrozenSet<string> OutsideSchemes =
        new[] { "http", "https", "mailto", "tel" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly SiteSettings settings;
    private readonly FrozenDictionary<string, SitePage> byPath;
    private readonly FrozenDictionary<string, SitePage> bySource;
    private readonly FrozenDictionary<string, Asset> assetsByPath;
    private readonly FrozenDictionary<string, Asset> assetsByOrigin;
    private readonly FrozenDictionary<(string Register, string Id), RegisterEntryPage> entries;
    private readonly FrozenDictionary<SitePage, Lazy<FrozenSet<string>>> anchors;

    // Pages that stand in the place of others at the same address, by path. Few, and none but under a preview.
    private readonly ImmutableDictionary<string, (SitePage Page, Lazy<FrozenSet<string>> Anchors)> revised =
        ImmutableDictionary<string, (SitePage, Lazy<FrozenSet<string>>)>.Empty;

    internal SiteMap(SiteSettings settings, ImmutableArray<SitePage> pages, ImmutableArray<Asset> assets)
    {
        this.settings = settings;
        Pages = pages;
        Assets = assets;
        byPath = pages.ToFrozenDictionary(p => p.Path, StringComparer.Ordinal);
        bySource = pages.Where(p => p is IssuePage or TextPage).ToFrozenDictionary(p => p.Origin, StringComparer.Ordinal);
        assetsByPath = assets.ToFrozenDictionary(a => a.Path, StringComparer.Ordinal);
        assetsByOrigin = assets.ToFrozenDictionary(a => a.Origin, StringComparer.Ordinal);
        entries = pages.OfType<RegisterEntryPage>().ToFrozenDictionary(p => (p.Entry.Register.Id, p.Entry.Id));
        anchors = pages.ToFrozenDictionary(
            p => p,
            p => new Lazy<FrozenSet<string>>(() => AnchorsOf(p)),
            (IEqualityComparer<SitePage>)ReferenceEqualityComparer.Instance);
    }

    private SiteMap(SiteMap map, IReadOnlyList<SitePage> replacements)
    {
        (settings, byPath, bySource, assetsByPath) = (map.settings, map.byPath, map.bySource, map.assetsByPath);
        (assetsByOrigin, entries, anchors, Assets) = (map.assetsByOrigin, map.entries, map.anchors, map.Assets);
        var pages = map.Pages.ToBuilder();
        var byAddress = Comparer<SitePage>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var page in replacements)
        {
            pages[map.Pages.BinarySearch(page, byAddress)] = page;
        }

        Pages = pages.MoveToImmutable();
        revised = map.revised.SetItems(replacements.Select(page => KeyValuePair.Create(page.Path, (page, new Lazy<FrozenSet<string>>(() => AnchorsOf(page))))));
    }

    /// <summary>All pages, by path.</summary>
    public ImmutableArray<SitePage> Pages { get; }

    public ImmutableArray<Asset> Assets { get; }

    public SitePage? Find(string path) => Current(byPath.GetValueOrDefault(path));

    /// <summary>A published file by its path below the output folder.</summary>
    public Asset? FindAsset(string path) => assetsByPath.GetValueOrDefault(path);

    /// <summary>The page of an entry of a register.</summary>
    public RegisterEntryPage? FindEntry(string registerId, string id) => entries.GetValueOrDefault((registerId, id));

    /// <summary>The ids a link may lead to on a page.</summary>
    public FrozenSet<string> Anchors(SitePage page) =>
        revised.TryGetValue(page.Path, out var known) ? known.Anchors.Value : anchors[page].Value;

    /// <summary>The absolute address of a page.</summary>
    public string AbsoluteUrl(SitePage page, string anchor = "") => AbsoluteUrl(page.Path, anchor);

    /// <summary>The absolute address of a path below the base URL.</summary>
    public string AbsoluteUrl(string path, string anchor = "") =>
        settings.BaseUrl.AbsoluteUri + Escape(path) + (anchor.Length == 0 ? "" : "#" + Uri.EscapeDataString(anchor));

    /// <summary>
    /// The address of an id on the same page. Ids are letters, digits and hyphens, which an address may hold as they are, in any
    /// script; encoded, they are found by browsers and not by all that check links.
    /// </summary>
    public static string Fragment(string anchor) => "#" + anchor;

    /// <summary>The address of a path as seen from a page, relative, so that the site works below any base and from a disk.</summary>
    public static string RelativeUrl(SitePage from, string path, string anchor = "")
    {
        var fragment = anchor.Length == 0 ? "" : Fragment(anchor);
        if (from.Path == path && fragment.Length > 0)
        {
            return fragment;
        }

        var fromFolders = from.Path.Split('/')[..^1];
        var toParts = path.Split('/');
        var common = 0;
        while (common < fromFolders.Length && common < toParts.Length - 1 && fromFolders[common] == toParts[common])
        {
            common++;
        }

        var up = string.Concat(Enumerable.Repeat("../", fromFolders.Length - common));
        var relative = up + Escape(string.Join('/', toParts[common..]));
        return (relative.Length == 0 ? "./" : relative) + fragment;
    }

    /// <summary>
    /// What an address in a text leads to. It may be absolute, start with a slash (from the base URL), be relative to the page,
    /// name a file beside the content file, or name another content file (<c>2017-05.md</c>).
    /// </summary>
    public LinkTarget Resolve(SitePage from, string url)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(url);
        url = url.Trim();
        if (url.Length == 0)
        {
            return new BrokenTarget(BrokenReason.Empty, "", null);
        }

        if (url.StartsWith(settings.BaseUrl.AbsoluteUri, StringComparison.OrdinalIgnoreCase))
        {
            url = "/" + url[settings.BaseUrl.AbsoluteUri.Length..];
        }
        else if (SchemeOf(url) is { } scheme)
        {
            return OutsideSchemes.Contains(scheme)
                ? new OutsideTarget(url)
                : new BrokenTarget(BrokenReason.ForbiddenScheme, scheme, null);
        }
        else if (url.StartsWith("//", StringComparison.Ordinal))
        {
            return new OutsideTarget("https:" + url);
        }

        var (path, anchor) = SplitAnchor(url);
        if (path.Length == 0)
        {
            return OnPage(from, anchor);
        }

        if (FindSource(from, path) is { } source)
        {
            return OnPage(source, anchor);
        }

        if (FindFile(from, path) is { } asset)
        {
            return new AssetTarget(asset);
        }

        return FindAddress(from, path) is { } page ? OnPage(page, anchor) : Broken(from, path);
    }

    /// <summary>The same map with pages in the places of those that have their paths.</summary>
    internal SiteMap Revise(IReadOnlyList<SitePage> replacements) => new(this, replacements);

    private SitePage? Current(SitePage? page) => page is not null && revised.TryGetValue(page.Path, out var known) ? known.Page : page;

    private LinkTarget OnPage(SitePage page, string anchor)
    {
        if (anchor.Length == 0 || Anchors(page).Contains(anchor))
        {
            return new PageTarget(page, anchor);
        }

        return new BrokenTarget(BrokenReason.UnknownAnchor, anchor, Suggestion.Nearest(anchor, Anchors(page)));
    }

    private SitePage? FindSource(SitePage from, string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? Current(bySource.GetValueOrDefault(path[0] == '/' ? "content" + path : Join(from.Origin, path)))
            : null;

    private Asset? FindFile(SitePage from, string path) =>
        path[0] == '/'
            ? assetsByPath.GetValueOrDefault(path[1..])
            : assetsByOrigin.GetValueOrDefault(Join(from.Origin, path)) ?? assetsByPath.GetValueOrDefault(Join(from.Path, path));

    private SitePage? FindAddress(SitePage from, string path)
    {
        var full = path[0] == '/' ? path[1..] : Join(from.Path, path);
        if (full.EndsWith("index.html", StringComparison.Ordinal))
        {
            full = full[..^"index.html".Length];
        }

        return Find(full) ?? Find(full + "/");
    }

    private BrokenTarget Broken(SitePage from, string path)
    {
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            var missing = path[0] == '/' ? "content" + path : Join(from.Origin, path);
            return new BrokenTarget(BrokenReason.UnknownFile, missing, Suggestion.Nearest(missing, bySource.Keys));
        }

        var address = path[0] == '/' ? path : "/" + Join(from.Path, path);
        return Path.HasExtension(path)
            ? new BrokenTarget(BrokenReason.UnknownFile, path, Suggestion.Nearest(path, assetsByPath.Keys.Select(k => "/" + k)))
            : new BrokenTarget(BrokenReason.UnknownPage, address, Suggestion.Nearest(address, byPath.Keys.Select(k => "/" + k)));
    }

    /// <summary>Resolves <c>.</c> and <c>..</c> against the folder of a path; what leads above the top stays at the top.</summary>
    private static string Join(string basePath, string relative)
    {
        var parts = new List<string>(basePath.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(relative).Split('/'))
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

    private static (string Path, string Anchor) SplitAnchor(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return (query < 0 ? path : path[..query], hash < 0 ? "" : Uri.UnescapeDataString(url[(hash + 1)..]));
    }

    private static string? SchemeOf(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0
            ? url[..colon]
            : null;
    }

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static FrozenSet<string> AnchorsOf(SitePage page)
    {
        var ids = new HashSet<string>(page.Anchors, StringComparer.Ordinal);
        foreach (var block in DocumentWalker.Blocks(page.Body))
        {
            if (block is Heading heading)
            {
                ids.Add(heading.Id);
            }

            if (block.Attributes.Id is { } id)
            {
                ids.Add(id);
            }
        }

        return ids.ToFrozenSet(StringComparer.Ordinal);
    }
}
