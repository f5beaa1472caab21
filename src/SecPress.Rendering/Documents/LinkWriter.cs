using SecPress.Model.Sites;

namespace SecPress.Rendering.Documents;

public enum LinkStyle
{
    /// <summary>From page to page, so that the site works below any base and from a disk.</summary>
    Relative,

    /// <summary>From the root of the host: for a page that is served at any depth.</summary>
    Rooted,

    /// <summary>Whole, for what is read away from the site: email, feeds, share metadata.</summary>
    Absolute,
}

/// <summary>Writes addresses as one page of one edition needs them.</summary>
/// <param name="map">Every page and file.</param>
/// <param name="from">The page whose text is printed; an editor's relative addresses are relative to it.</param>
/// <param name="style">How addresses of the site are written.</param>
/// <param name="standsOn">The page the text is printed on, where that is another one.</param>
public sealed class LinkWriter(SiteMap map, SitePage from, LinkStyle style, SitePage? standsOn = null)
{
    private readonly SitePage standsOn = standsOn ?? from;

    /// <summary>The page whose text is printed.</summary>
    public SitePage From => from;

    /// <summary>An editor's address; null when it leads nowhere or may not be followed.</summary>
    public string? Href(string url) => map.Resolve(from, url) switch
    {
        OutsideTarget outside => OutsideAddress.Write(outside.Url),
        PageTarget { Page: var page, Anchor: var anchor } => To(page, anchor),
        AssetTarget { Asset: var asset } => ToPath(asset.Path),
        _ => null,
    };

    /// <summary>A published image that an editor's address names; null when it is none of the site's.</summary>
    public Asset? FindAsset(string url) => map.Resolve(from, url) is AssetTarget { Asset: var asset } ? asset : null;

    /// <summary>The page of an entry of a register; null when it has none, and on that page itself.</summary>
    public string? ToEntry(string registerId, string id) =>
        map.FindEntry(registerId, id) is { } page && !ReferenceEquals(page, standsOn) ? To(page) : null;

    public string To(SitePage page, string anchor = "")
    {
        ArgumentNullException.ThrowIfNull(page);
        return ToPath(page.Path, anchor);
    }

    /// <summary>The address of a path below the base URL.</summary>
    public string ToPath(string path, string anchor = "") => style switch
    {
        LinkStyle.Relative => SiteMap.RelativeUrl(standsOn, path, anchor),
        LinkStyle.Rooted => Rooted(map.AbsoluteUrl(path, anchor)),
        _ => map.AbsoluteUrl(path, anchor),
    };

    /// <summary>A place in the text that is printed.</summary>
    public string ToAnchor(string anchor) =>
        style == LinkStyle.Absolute || !ReferenceEquals(from, standsOn) ? To(from, anchor) : SiteMap.Fragment(anchor);

    private static string Rooted(string absolute) => absolute[new Uri(absolute).GetLeftPart(UriPartial.Authority).Length..];
}
