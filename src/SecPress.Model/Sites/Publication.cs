using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>What to take into a publication, and the time it is made at.</summary>
public sealed record PublicationOptions(Instant Clock, bool Drafts = false, bool Future = false);

/// <summary>An issue that is left out, and since when it will not be (null for a draft).</summary>
public sealed record SkippedIssue(Issue Issue, Instant? Due);

/// <summary>The whole publication, linked and frozen: nothing about it changes while it is rendered.</summary>
public sealed class Publication
{
    private readonly FrozenDictionary<Issue, IssuePage> issuePages;

    private Publication(
        Site site, PublicationOptions options, ImmutableArray<Issue> issues, ImmutableArray<SkippedIssue> skipped, SiteMap map)
    {
        Site = site;
        Options = options;
        Issues = issues;
        Skipped = skipped;
        Map = map;
        issuePages = map.Pages.OfType<IssuePage>().ToFrozenDictionary(
            p => p.Issue, p => p, (IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
    }

    public Site Site { get; }

    public PublicationOptions Options { get; }

    public SiteSettings Settings => Site.Settings;

    public Labels Labels => Site.Labels;

    /// <summary>Newest first.</summary>
    public ImmutableArray<Issue> Issues { get; }

    public ImmutableArray<SkippedIssue> Skipped { get; }

    public SiteMap Map { get; }

    public Issue? Latest => Issues.IsEmpty ? null : Issues[0];

    public LocalDate Today => Options.Clock.InZone(Settings.TimeZone).Date;

    /// <summary>When the output next changes although no file does: an issue's time has come. Null when nothing waits.</summary>
    public Instant? NextChange => Skipped.Where(s => s.Due is not null).Select(s => s.Due).Min();

    public IssuePage PageOf(Issue issue) => issuePages[issue];

    /// <summary>The issue before (older) and after (newer) one.</summary>
    public (Issue? Older, Issue? Newer) Neighbours(Issue issue)
    {
        var at = Issues.IndexOf(issue, 0, (IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
        return (at + 1 < Issues.Length ? Issues[at + 1] : null, at > 0 ? Issues[at - 1] : null);
    }

    /// <summary>Links all that was parsed. Two sources for one address are an error that names both.</summary>
    public static Publication Assemble(Site site, PublicationOptions options, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);

        var (issues, skipped) = Select(site, options);
        if (issues.IsEmpty)
        {
            diagnostics.Add(
                PublicationRules.NothingToPublish,
                site.Settings.Source.At(TextSpan.None),
                "there is no issue to publish",
                skipped.IsEmpty
                    ? "Write one with 'secpress new issue'."
                    : "All are drafts or lie in the future; --drafts and --future show them.");
        }

        var map = MapOf(site, issues, diagnostics);
        return new Publication(site, options, issues, skipped, map);
    }

    private static (ImmutableArray<Issue> Published, ImmutableArray<SkippedIssue> Skipped) Select(Site site, PublicationOptions options)
    {
        var published = ImmutableArray.CreateBuilder<Issue>();
        var skipped = ImmutableArray.CreateBuilder<SkippedIssue>();
        foreach (var issue in site.Issues
            .OrderByDescending(i => i.SentAt(site.Settings.TimeZone))
            .ThenBy(i => i.Slug, StringComparer.Ordinal))
        {
            var sent = issue.SentAt(site.Settings.TimeZone);
            if (issue.Draft && !options.Drafts)
            {
                skipped.Add(new SkippedIssue(issue, null));
            }
            else if (sent > options.Clock && !options.Future)
            {
                skipped.Add(new SkippedIssue(issue, sent));
            }
            else
            {
                published.Add(issue);
            }
        }

        return (published.ToImmutable(), skipped.ToImmutable());
    }

    private static SiteMap MapOf(Site site, ImmutableArray<Issue> issues, DiagnosticBag diagnostics)
    {
        var settings = site.Settings;
        var pages = new SortedDictionary<string, SitePage>(StringComparer.Ordinal);
        var assets = ImmutableArray.CreateBuilder<Asset>();
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        void Add(SitePage page, SourceSpan? at)
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
                "Give one of the two another file name, slug or alias.")
            {
                Path = page.Origin,
            });
        }

        Add(new HomePage(), null);
        Add(new ArchivePage(), null);
        Add(new SearchPage(), null);
        Add(new NotFoundPage(), null);
        Add(new FeedFile(), null);
        Add(new SitemapFile(), null);
        Add(new RobotsFile(), null);
        foreach (var year in issues.Select(i => i.Sent.Year).Distinct())
        {
            Add(new YearPage(year), null);
        }

        foreach (var issue in issues)
        {
            Add(new IssuePage(Permalink(settings, issue), issue), issue.Source.At(issue.TitleSpan));
        }

        var texts = site.Pages.Where(p => !p.Draft).ToList();
        foreach (var page in texts)
        {
            Add(new TextPage(page.Slug + "/", page), page.Source.At(page.TitleSpan));
        }

        foreach (var issue in EditionsOf(settings, issues))
        {
            Add(new EditionFile(issue, EditionFormat.Html), null);
            Add(new EditionFile(issue, EditionFormat.Text), null);

            // A message without a sender is none.
            if (settings.Email.From is not null)
            {
                Add(new EditionFile(issue, EditionFormat.Eml), null);
            }
        }

        foreach (var page in pages.Values.ToList())
        {
            var (aliases, source) = page switch
            {
                IssuePage p => (p.Issue.Aliases, p.Issue.Source),
                TextPage p => (p.Page.Aliases, p.Page.Source),
                _ => ([], null),
            };
            foreach (var alias in aliases)
            {
                Add(new RedirectPage(AliasPath(alias.Url), page, page.Origin), source!.At(alias.Span));
            }
        }

        foreach (var asset in site.Assets)
        {
            if (owners.TryAdd(asset.Path, asset.Origin))
            {
                assets.Add(asset);
            }
            else
            {
                diagnostics.Add(new Diagnostic(
                    PublicationRules.DuplicateAddress,
                    null,
                    $"'/{asset.Path}' is already the address of {owners[asset.Path]}",
                    "Rename the file.")
                {
                    Path = asset.Origin,
                });
            }
        }

        return new SiteMap(settings, [.. pages.Values], assets.ToImmutable());
    }

    private static IEnumerable<Issue> EditionsOf(SiteSettings settings, ImmutableArray<Issue> issues) => settings.Email.Editions switch
    {
        PublishedEditions.All => issues,
        PublishedEditions.Latest => issues.Take(1),
        _ => [],
    };

    /// <summary>An issue's address below the base URL, without a leading slash.</summary>
    public static string Permalink(SiteSettings settings, Issue issue)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(issue);
        return settings.IssuePermalink
            .Replace("{slug}", issue.Slug, StringComparison.Ordinal)
            .Replace("{year}", issue.Sent.Year.ToString("0000"), StringComparison.Ordinal)
            .Replace("{month}", issue.Sent.Month.ToString("00"), StringComparison.Ordinal)
            .Replace("{day}", issue.Sent.Day.ToString("00"), StringComparison.Ordinal)
            .TrimStart('/');
    }

    // A folder's address unless it names a file: "/old" redirects from old/index.html, "/old.html" from that file.
    private static string AliasPath(string alias)
    {
        var path = alias.TrimStart('/');
        return path.Length == 0 || path.EndsWith('/') || Path.HasExtension(path) ? path : path + "/";
    }
}
