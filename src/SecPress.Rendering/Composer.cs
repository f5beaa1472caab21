using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Calendar;
using SecPress.Rendering.Feeds;
using SecPress.Rendering.Hosting;
using SecPress.Rendering.Minifying;
using SecPress.Rendering.Search;
using SecPress.Rendering.Sitemaps;
using SecPress.Rendering.Statistics;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering;

/// <summary>
/// Every file of the output, in memory, in the order of the paths. What is made depends on the publication alone: the same in any
/// order and on any number of threads.
/// </summary>
public sealed class Composer
{
    private readonly Publication publication;
    private readonly PageRenderer pages;
    private readonly FeedRenderer feeds;
    private readonly SitemapRenderer sitemaps;
    private readonly HostingRenderer hosting;
    private readonly CalendarRenderer calendars;
    private readonly StatisticsRenderer statistics;
    private readonly TemplateAssets templateAssets;
    private readonly ManifestRenderer manifest;
    private readonly bool minified;

    /// <param name="publication">What is published.</param>
    /// <param name="diagnostics">Takes what is wrong with the style templateAssets, which every page needs.</param>
    /// <param name="images">The images that are made besides, for pages to refer to; null for none.</param>
    /// <param name="minified">Whether pages and style templateAssets are without the white space and the comments that people read them by.</param>
    /// <param name="engine">An engine that has read the publication's templates already; a new one for null.</param>
    /// <param name="marksPlaces">Whether elements carry their places in the source: for a preview, never for readers.</param>
    public Composer(
        Publication publication,
        DiagnosticBag diagnostics,
        ImagePlan? images = null,
        bool minified = false,
        TemplateEngine? engine = null,
        bool marksPlaces = false)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(diagnostics);
        this.publication = publication;
        this.minified = minified;
        Engine = engine ?? new TemplateEngine(publication.Site.Templates, publication.Labels);
        templateAssets = TemplateAssets.Render(publication, Engine, diagnostics, minified);
        pages = new PageRenderer(publication, Engine, templateAssets, images ?? ImagePlan.None) { MarksPlaces = marksPlaces };
        feeds = new FeedRenderer(publication, Engine, images ?? ImagePlan.None);
        sitemaps = new SitemapRenderer(publication, Engine);
        hosting = new HostingRenderer(publication, Engine);
        manifest = new ManifestRenderer(publication, Engine, templateAssets, images ?? ImagePlan.None);
        calendars = new CalendarRenderer(publication);
        statistics = new StatisticsRenderer(publication);
    }

    /// <summary>The engine the pages are rendered with, so that other editions read no template twice.</summary>
    public TemplateEngine Engine { get; }

    /// <summary>All files but those of the email editions.</summary>
    /// <param name="jobs">How many threads may index the text meanwhile.</param>
    public ImmutableArray<Composition> Compose(int jobs = 1) =>
        [.. publication.Map.Pages
            .Where(p => p is not EditionFile)
            .Select(Of)
            .Concat(publication.Map.Assets.Concat(templateAssets.All).Select(Of))
            .Concat(Search(jobs))
            .OrderBy(c => c.OutputPath, StringComparer.Ordinal)];

    /// <summary>The files that searches are answered from: all text is read for them at once.</summary>
    public IEnumerable<Composition> Search(int jobs) =>
        SearchIndex.Build(publication, jobs).Select(file => new Composition(file.Key, "the search", _ => file.Value));

    /// <summary>
    /// One file by its path below the output folder, for the price of that file; null when it is none, or one of the search's or the
    /// email editions'.
    /// </summary>
    public Composition? Find(string outputPath)
    {
        ArgumentNullException.ThrowIfNull(outputPath);
        const string Index = "index.html";
        var isIndex = outputPath == Index || outputPath.EndsWith("/" + Index, StringComparison.Ordinal);
        var page = publication.Map.Find(isIndex ? outputPath[..^Index.Length] : outputPath);
        if (page is not null && page is not EditionFile && page.OutputPath == outputPath)
        {
            return Of(page);
        }

        return (publication.Map.FindAsset(outputPath) ?? templateAssets.All.FirstOrDefault(a => a.Path == outputPath)) is { } asset ? Of(asset) : null;
    }

    /// <summary>The events an issue announces, as a calendar (RFC 5545).</summary>
    public string EventsOf(Issue issue) => calendars.Events(issue);

    private Composition Of(SitePage page) =>
        new(page.OutputPath, page.Origin, bag => Encode(Render(page, bag))) { Wave = WaveOf(page) };

    // A path does not tell a list, whose address is the editor's to choose.
    private static PublishingWave WaveOf(SitePage page) =>
        page is HomePage or ListPage or CommitteesPage or CalendarPage or CalendarFile or RedirectsFile
            ? PublishingWave.Index
            : Composition.WaveOf(page.OutputPath);

    private static Composition Of(Asset asset) => new(asset.Path, asset.Origin, _ => [.. asset.Bytes]);

    private string? Render(SitePage page, DiagnosticBag diagnostics) => page switch
    {
        FeedFile feed => feeds.Render(feed, diagnostics),
        SitemapFile sitemap => sitemaps.Sitemap(sitemap, diagnostics),
        SitemapPart part => sitemaps.Part(part, diagnostics),
        RobotsFile => sitemaps.Robots(diagnostics),
        HeadersFile => hosting.Headers(diagnostics),
        RedirectsFile => hosting.Redirects(diagnostics),
        ManifestFile => manifest.Render(diagnostics),
        CalendarFile file => calendars.Calendar(file),
        EventFile file => calendars.Event(file),
        StatisticsFile file => statistics.Render(file),
        _ => Minified(pages.Render(page, diagnostics)),
    };

    private string? Minified(string? html) => html is not null && minified ? HtmlMinifier.Minify(html) : html;

    private static byte[]? Encode(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
