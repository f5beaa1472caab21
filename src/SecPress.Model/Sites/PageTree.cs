using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SecPress.Model.Sites;

/// <summary>
/// How the pages that editors wrote stand below one another: <c>checks/sp101/</c> below <c>checks/</c>. A page whose folder has no page
/// stands below the nearest one that has, and at the top when none has.
/// </summary>
public sealed class PageTree
{
    private readonly FrozenDictionary<TextPage, TextPage> parents;
    private readonly FrozenDictionary<TextPage, ImmutableArray<TextPage>> children;

    internal PageTree(IEnumerable<SitePage> pages)
    {
        var texts = pages.OfType<TextPage>().ToDictionary(p => p.Path, StringComparer.Ordinal);
        var comparer = (IEqualityComparer<TextPage>)ReferenceEqualityComparer.Instance;
        parents = texts.Values
            .Select(p => (Page: p, Above: Above(p.Path).Select(texts.GetValueOrDefault).FirstOrDefault(above => above is not null)))
            .Where(p => p.Above is not null)
            .ToFrozenDictionary(p => p.Page, p => p.Above!, comparer);
        children = parents.GroupBy(p => p.Value, p => p.Key, comparer).ToFrozenDictionary(g => g.Key, g => Ordered(g), comparer);
        Top = Ordered(texts.Values.Where(p => !parents.ContainsKey(p)));
    }

    /// <summary>Those that stand below no other, in their order.</summary>
    public ImmutableArray<TextPage> Top { get; }

    public TextPage? ParentOf(TextPage page) => parents.GetValueOrDefault(page);

    /// <summary>The pages right below a page, in their order; below the home page, those at the top.</summary>
    public ImmutableArray<TextPage> ChildrenOf(SitePage page) => page switch
    {
        HomePage => Top,
        TextPage text => children.GetValueOrDefault(text, []),
        _ => [],
    };

    /// <summary>The pages above one, from the top down.</summary>
    public ImmutableArray<TextPage> TrailOf(TextPage page)
    {
        var trail = ImmutableArray.CreateBuilder<TextPage>();
        for (var above = ParentOf(page); above is not null; above = ParentOf(above))
        {
            trail.Add(above);
        }

        trail.Reverse();
        return trail.ToImmutable();
    }

    /// <summary>The page before and the page after one, below the same page; those at the top are no sequence.</summary>
    public (TextPage? Previous, TextPage? Next) NeighboursOf(TextPage page)
    {
        if (ParentOf(page) is not { } parent)
        {
            return (null, null);
        }

        var siblings = children[parent];
        var at = siblings.IndexOf(page);
        return (at > 0 ? siblings[at - 1] : null, at + 1 < siblings.Length ? siblings[at + 1] : null);
    }

    private static ImmutableArray<TextPage> Ordered(IEnumerable<TextPage> pages) =>
        [.. pages.OrderBy(p => p.Page.Order ?? int.MaxValue).ThenBy(p => p.Path, StringComparer.Ordinal)];

    /// <summary>The addresses above one, the nearest first: <c>a/b/</c> and <c>a/</c> above <c>a/b/c/</c>.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/', path.Length - 2); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..(slash + 1)];
        }
    }
}
