using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>Gives each page and file its address. Two sources for one address are an error that names both.</summary>
internal sealed class SiteMapBuilder(DiagnosticBag diagnostics)
{
    private readonly SortedDictionary<string, SitePage> pages = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Asset>.Builder assets = ImmutableArray.CreateBuilder<Asset>();
    private readonly Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);

    public SiteMap Build(SiteSettings settings, IEnumerable<SitePage> planned, ImmutableArray<Asset> published)
    {
        foreach (var page in planned)
        {
            Add(page, PlaceOf(page));
        }

        foreach (var page in pages.Values.ToList())
        {
            var (aliases, source) = AliasesOf(page);
            foreach (var alias in aliases)
            {
                Add(new RedirectPage(AliasPath(alias.Url), page, page.Origin), source!.At(alias.Span));
            }
        }

        foreach (var asset in published)
        {
            Add(asset);
        }

        return new SiteMap(settings, [.. pages.Values], assets.ToImmutable());
    }

    private void Add(SitePage page, SourceSpan? at)
    {
        if (owners.TryAdd(page.OutputPath, page.Origin))
        {
            pages.Add(page.Path, page);
            return;
        }

        diagnostics.Add(new Diagnostic(
            PublicationRules.DuplicateAddress,
            at,
            $"'/{page.Path}' is already the address of {owners[page.OutputPath]}",
            MendFor(page, pages.GetValueOrDefault(page.Path) ?? page))
        {
            Path = page.Origin,
        });
    }

    private void Add(Asset asset)
    {
        if (owners.TryAdd(asset.Path, asset.Origin))
        {
            assets.Add(asset);
            return;
        }

        diagnostics.Add(new Diagnostic(
            PublicationRules.DuplicateAddress, null, $"'/{asset.Path}' is already the address of {owners[asset.Path]}", "Rename the file.")
        {
            Path = asset.Origin,
        });
    }

    private static string MendFor(SitePage page, SitePage other) => (page, other) switch
    {
        (RegisterEntryPage, RegisterEntryPage) => "Write an id in one way everywhere.",
        _ when IsWritten(page) && IsWritten(other) => "Give one of the two another file name, slug or alias.",
        _ when IsWritten(page) => "Give it another file name, slug or alias, or the other another folder with 'permalinks' in site.yml.",
        _ => "Rename one of the two, or change 'permalinks' in site.yml.",
    };

    private static bool IsWritten(SitePage page) => page is IssuePage or TextPage or RedirectPage;

    private static SourceSpan? PlaceOf(SitePage page) => page switch
    {
        IssuePage { Issue: var issue } => issue.Source.At(issue.TitleSpan),
        { Written: { } text } => text.Source.At(text.TitleSpan),
        RegisterEntryPage { Entry.LastPlace.Issue: var issue } => issue.Source.At(TextSpan.None),
        _ => null,
    };

    private static (ImmutableArray<Reference> Aliases, SourceFile? Source) AliasesOf(SitePage page) => page switch
    {
        IssuePage { ForReview: false, Issue: var issue } => (issue.Aliases, issue.Source),
        { Written: { } text } => (text.Aliases, text.Source),
        _ => ([], null),
    };

    // A folder's address unless it names a file: "/old" redirects from old/index.html, "/old.html" from that file.
    private static string AliasPath(string alias)
    {
        var path = alias.TrimStart('/');
        return path.Length == 0 || path.EndsWith('/') || Path.HasExtension(path) ? path : path + "/";
    }
}
