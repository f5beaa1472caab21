using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Model.Images;

/// <summary>
/// Every image that is made for a site. It follows from the publication alone, so that pages can refer to files that are yet to be
/// made; what turns out not to be possible is taken out of it before a page is rendered.
/// </summary>
public sealed class ImagePlan
{
    public static readonly ImagePlan None = new([], [], []);

    private readonly FrozenDictionary<string, Picture> byPath;
    private readonly FrozenDictionary<string, ShareCard> cardsByPath;

    private ImagePlan(ImmutableArray<Picture> pictures, ImmutableArray<ShareCard> cards, ImmutableArray<SiteIcon> icons)
    {
        (Pictures, Cards, Icons) = (pictures, cards, icons);
        byPath = pictures.ToFrozenDictionary(p => p.Source.Path, StringComparer.Ordinal);
        cardsByPath = cards.ToFrozenDictionary(c => c.Path, StringComparer.Ordinal);
    }

    /// <summary>By the paths of their sources.</summary>
    public ImmutableArray<Picture> Pictures { get; }

    public ImmutableArray<ShareCard> Cards { get; }

    public ImmutableArray<SiteIcon> Icons { get; }

    public static ImagePlan Of(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var taken = publication.Map.Assets.Select(a => a.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ImagePlan(
            [.. Shown(publication).Select(Picture.Plan).OfType<Picture>()],
            [.. CardsOf(publication).Where(c => !taken.Contains(c.Path))],
            [.. IconsOf(publication).Where(i => !taken.Contains(i.Path))]);
    }

    /// <summary>The images of the content that a text shows, each once, by path.</summary>
    public static IEnumerable<Asset> Shown(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return publication.Map.Pages
            .SelectMany(page => InlinesOf(page).OfType<Image>().Select(image => publication.Map.Resolve(page, image.Url)))
            .OfType<AssetTarget>()
            .Select(t => t.Asset)
            .DistinctBy(a => a.Path, StringComparer.Ordinal)
            .OrderBy(a => a.Path, StringComparer.Ordinal);
    }

    /// <summary>The forms of a file of the content; null when it is used as it is.</summary>
    public Picture? PictureOf(Asset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return byPath.GetValueOrDefault(asset.Path);
    }

    /// <summary>The image to share an issue with; the site's for null or when the issue has none; null when there is none at all.</summary>
    public ShareCard? CardOf(Issue? issue) =>
        issue is not null && cardsByPath.TryGetValue(PathOf(issue), out var card) ? card : cardsByPath.GetValueOrDefault(SitePath);

    public ImagePlan Without(IReadOnlySet<Picture> pictures) => new([.. Pictures.Where(p => !pictures.Contains(p))], Cards, Icons);

    private const string SitePath = "share.png";

    private static string PathOf(Issue issue) => $"share/{issue.Slug}.png";

    private static IEnumerable<ShareCard> CardsOf(Publication publication)
    {
        var settings = publication.Settings;
        if (settings.ShareImages == ShareImages.None)
        {
            yield break;
        }

        var accent = ThemeColours.Accent(settings.Theme).Light;
        var colours = ThemeColours.Of(settings.Theme);
        yield return new ShareCard(
            SitePath, settings.Title, "", settings.BaseUrl.Host, accent, [.. colours.Select(c => new ShareMark(c.Light, c.Shape))]);
        var issues = settings.ShareImages == ShareImages.All ? publication.Issues : publication.Issues.Take(1);
        foreach (var issue in issues.Where(i => i.Image is null))
        {
            var marks = issue.Highlights
                .Select(h => colours.FirstOrDefault(c => c.Name == h.Colour))
                .Select(c => c is null ? new ShareMark(accent, 1) : new ShareMark(c.Light, c.Shape));
            yield return new ShareCard(
                PathOf(issue), settings.Title, issue.Title, publication.Labels.Date(issue.Sent), accent, [.. marks]);
        }
    }

    private static IEnumerable<SiteIcon> IconsOf(Publication publication)
    {
        var initial = publication.Settings.Title.EnumerateRunes().FirstOrDefault().ToString();
        var accent = ThemeColours.Accent(publication.Settings.Theme).Light;
        yield return new SiteIcon("apple-touch-icon.png", 180, initial, accent, Bleeds: true);
        yield return new SiteIcon("favicon.ico", 32, initial, accent, Bleeds: false);
        yield return new SiteIcon("icon-192.png", 192, initial, accent, Bleeds: false);
        yield return new SiteIcon("icon-512.png", 512, initial, accent, Bleeds: false);
    }

    private static IEnumerable<Inline> InlinesOf(SitePage page) => page switch
    {
        IssuePage { Issue: var issue } => DocumentWalker.Inlines(issue.Body)
            .Concat(issue.Committees.SelectMany(c => c.Items).SelectMany(DocumentWalker.Inlines)),
        _ => DocumentWalker.Inlines(page.Body),
    };
}
