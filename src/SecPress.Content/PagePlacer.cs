using System.Collections.Immutable;
using SecPress.Content.Issues;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Content;

/// <summary>
/// Gives each page in a folder its address, once all are read: below the address of the folder's own page (<c>checks/index.md</c>, or
/// <c>checks.md</c> beside the folder), or below the folder's name where it has none.
/// </summary>
internal sealed class PagePlacer(ImmutableArray<ContentFile> files, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string?> addresses = new(StringComparer.Ordinal) { [""] = "" };

    /// <param name="pages">By the order of the files; null for what could not be read.</param>
    public Page?[] Place(IReadOnlyList<Page?> pages)
    {
        var owners = new Dictionary<string, Page>(StringComparer.Ordinal);
        for (var i = 0; i < files.Length; i++)
        {
            if (pages[i] is { IsHome: false } page)
            {
                owners.TryAdd($"{files[i].Folder}{files[i].Name}/", page);
            }
        }

        var placed = new Page?[files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            placed[i] = pages[i] is { } page && AddressOf(files[i].Folder, owners, files[i]) is { } folder ? In(folder, page) : null;
        }

        CheckLists(placed);
        return placed;
    }

    // The same page when nothing changes about it: a preview tells by that whether it has to look further.
    private static Page In(string folder, Page page) => page.Folder == folder ? page : page with { Folder = folder };

    /// <summary>Null when a folder's name gives no address.</summary>
    private string? AddressOf(string folder, Dictionary<string, Page> owners, ContentFile asking)
    {
        if (addresses.TryGetValue(folder, out var known))
        {
            return known;
        }

        var slash = folder.LastIndexOf('/', folder.Length - 2);
        var name = folder[(slash + 1)..^1];
        var part = owners.TryGetValue(folder, out var owner) ? owner.Slug : Slug.From(name);
        if (part.Length == 0)
        {
            diagnostics.Add(
                ContentRules.BadValue,
                asking.Source.At(FrontMatterReader.Opening),
                $"the name of the folder '{name}' gives no address",
                "Rename the folder with letters or digits.");
        }

        var address = AddressOf(folder[..(slash + 1)], owners, asking) is { } above && part.Length > 0 ? $"{above}{part}/" : null;
        addresses.Add(folder, address);
        return address;
    }

    /// <summary>A list of pages stands where there are pages to list.</summary>
    private void CheckLists(Page?[] pages)
    {
        foreach (var page in pages.OfType<Page>())
        {
            foreach (var placement in page.Body.Placements.Where(p => p.Kind == PartKind.Pages))
            {
                if (!pages.Any(p => p is not null && p.Path.Length > page.Path.Length && p.Path.StartsWith(page.Path, StringComparison.Ordinal)))
                {
                    diagnostics.Add(
                        ContentRules.Placement,
                        page.Source.At(placement.Span),
                        "the list of pages is placed here, and no page stands below this one",
                        "Put pages into its folder, or take the container out.");
                }
            }
        }
    }
}
