using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Hosting;

/// <summary>
/// What browsers may load on the pages, as a Content Security Policy (level 3): only what the site itself serves, and the pictures that
/// its texts take from elsewhere.
/// </summary>
internal sealed class ContentSecurityPolicy
{
    // A host may refuse longer lines; so many addresses would also be read by nobody.
    private const int LongestImageSources = 1_000;

    private readonly string images;

    public ContentSecurityPolicy(Publication publication)
    {
        var origins = string.Join(' ', Documents(publication)
            .SelectMany(ImageOrigins)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
        // What HTML that editors write may show is not read for its pictures.
        images = publication.Settings.RawHtml || origins.Length > LongestImageSources ? "'self' https:" : ("'self' " + origins).TrimEnd();
    }

    /// <summary>For pages: styles and scripts come from files alone.</summary>
    public string OfPages =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src {images}; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + $"base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For emails shown in a browser, which carry their styles in the text.</summary>
    public string OfEmails =>
        $"default-src 'none'; style-src 'unsafe-inline'; img-src {images}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static IEnumerable<Document> Documents(Publication publication) =>
        publication.Issues.SelectMany(i => i.Committees.SelectMany(c => c.Items).Append(i.Body))
            .Concat(publication.Map.Pages.Where(p => p.Written is not null).Select(p => p.Body));

    private static IEnumerable<string> ImageOrigins(Document document)
    {
        foreach (var inline in DocumentWalker.Inlines(document))
        {
            if (inline is Image image && Uri.TryCreate(image.Url.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                yield return url.GetLeftPart(UriPartial.Authority);
            }
        }
    }
}
