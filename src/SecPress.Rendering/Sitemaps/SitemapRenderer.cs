using System.Collections.Immutable;
using NodaTime;
using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Sitemaps;

/// <summary>Renders what search engines read: the sitemap (sitemaps.org 0.9), in parts where it is large, and <c>robots.txt</c> (RFC 9309).</summary>
public sealed class SitemapRenderer(Publication publication, TemplateEngine engine)
{
    private readonly Lazy<ImmutableArray<(SitePage Page, LocalDate? Changed)>> pages = new(() =>
    {
        var changes = new LastChanges(publication);
        return [.. publication.Map.Pages.Where(p => p.IsIndexed).Select(p => (p, changes.Of(p)))];
    });

    /// <summary>All addresses, or the list of the parts that hold them.</summary>
    public string? Sitemap(SitemapFile file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Parts == 0
            ? Addresses(pages.Value, diagnostics)
            : engine.Render("feeds/sitemap-index.xml", View.Of(("parts", View.List(Enumerable.Range(1, file.Parts).Select(Listed)))), diagnostics);
    }

    public string? Part(SitemapPart part, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Addresses(PagesOf(part.Number), diagnostics);
    }

    public string? Robots(DiagnosticBag diagnostics) => engine.Render("feeds/robots.txt", View.Of(
        ("sitemap", publication.Map.AbsoluteUrl("sitemap.xml"))), diagnostics);

    private string? Addresses(IEnumerable<(SitePage Page, LocalDate? Changed)> listed, DiagnosticBag diagnostics) =>
        engine.Render("feeds/sitemap.xml", View.Of(
            ("pages", View.List(listed.Select(p => View.Of(("url", publication.Map.AbsoluteUrl(p.Page)), ("changed", p.Changed)))))), diagnostics);

    private ScriptObject Listed(int part) => View.Of(
        ("url", publication.Map.AbsoluteUrl(SitemapPart.PathOf(part))),
        ("changed", PagesOf(part).Max(p => p.Changed)));

    private IEnumerable<(SitePage Page, LocalDate? Changed)> PagesOf(int part) =>
        pages.Value.Skip((part - 1) * SitemapFile.MostAddresses).Take(SitemapFile.MostAddresses);
}
