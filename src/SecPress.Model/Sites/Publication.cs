using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;
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
    private readonly FrozenDictionary<Issue, int> places;

    // Issues that stand in the place of others: see Revise.
    private readonly ImmutableDictionary<Issue, (IssuePage Page, int Place)> revised =
        ImmutableDictionary.Create<Issue, (IssuePage, int)>(ReferenceEqualityComparer.Instance);

    private Publication(
        Site site,
        PublicationOptions options,
        ImmutableArray<Issue> issues,
        ImmutableArray<SkippedIssue> skipped,
        PublicationRecords records,
        SiteMap map)
    {
        Site = site;
        Options = options;
        Issues = issues;
        Skipped = skipped;
        Records = records;
        Map = map;
        issuePages = map.Pages.OfType<IssuePage>().ToFrozenDictionary(
            p => p.Issue, p => p, (IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
        places = issues.Select((issue, i) => (issue, i)).ToFrozenDictionary(
            p => p.issue, p => p.i, (IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
    }

    private Publication(Publication before, Site site, ImmutableArray<(int Place, IssuePage Page)> changes)
    {
        (Site, Options, Skipped, Records) = (site, before.Options, before.Skipped, before.Records);
        (issuePages, places, revised) = (before.issuePages, before.places, before.revised);
        var issues = before.Issues.ToBuilder();
        var pages = new List<SitePage>();
        foreach (var (place, page) in changes)
        {
            revised = revised.Remove(before.Issues[place]).SetItem(page.Issue, (page, place));
            issues[place] = page.Issue;
            pages.Add(page);
            pages.AddRange(Enum.GetValues<EditionFormat>()
                .Select(format => new EditionFile(page.Issue, format))
                .Where(file => before.Map.Find(file.Path) is EditionFile));
        }

        Issues = issues.MoveToImmutable();
        Map = before.Map.Revise(pages);
    }

    public Site Site { get; }

    public PublicationOptions Options { get; }

    public SiteSettings Settings => Site.Settings;

    public Labels Labels => Site.Labels;

    /// <summary>Newest first.</summary>
    public ImmutableArray<Issue> Issues { get; }

    public ImmutableArray<SkippedIssue> Skipped { get; }

    /// <summary>What the issues say when they are read together.</summary>
    public PublicationRecords Records { get; }

    public SiteMap Map { get; }

    public Issue? Latest => Issues.IsEmpty ? null : Issues[0];

    public LocalDate Today => Options.Clock.InZone(Settings.TimeZone).Date;

    /// <summary>
    /// When the output next changes although no file does: an issue's time has come, or a day that a page speaks of is over. Null when
    /// nothing waits.
    /// </summary>
    public Instant? NextChange => Skipped.Select(s => s.Due)
        .Append(Records.Days.Where(d => d >= Today).Select(d => (LocalDate?)d).Min() is { } day
            ? Settings.TimeZone.AtStartOfDay(day.PlusDays(1)).ToInstant()
            : null)
        .Min();

    public IssuePage PageOf(Issue issue) => revised.TryGetValue(issue, out var known) ? known.Page : issuePages[issue];

    /// <summary>The issue before (older) and after (newer) one.</summary>
    public (Issue? Older, Issue? Newer) Neighbours(Issue issue)
    {
        var at = revised.TryGetValue(issue, out var known) ? known.Place : places.GetValueOrDefault(issue, -1);
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

        var records = PublicationRecords.Compile(site, issues, options.Clock.InZone(site.Settings.TimeZone).Date);
        var map = new SiteMapBuilder(diagnostics).Build(site.Settings, new SitePlanner(site, issues, records).Plan(), site.Assets);
        return new Publication(site, options, issues, skipped, records, map);
    }

    /// <summary>
    /// The same publication with other texts of some of its issues, in a time that does not grow with the publication: a preview shows
    /// it until the new one is assembled. What the issues say together is what it was before.
    /// </summary>
    /// <param name="site">What was read, the new issues among it.</param>
    /// <param name="changes">An issue of this publication each, and the one that stands in its place.</param>
    /// <returns>Null when an issue would be sought at another place.</returns>
    public Publication? Revise(Site site, IEnumerable<(Issue Before, Issue After)> changes)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(changes);
        var revisions = ImmutableArray.CreateBuilder<(int, IssuePage)>();
        foreach (var (before, after) in changes)
        {
            var place = revised.TryGetValue(before, out var known) ? known.Place : places.GetValueOrDefault(before, -1);
            if (place < 0 || !StandAlike(before, after))
            {
                return null;
            }

            revisions.Add((place, new IssuePage(PageOf(before).Path, after)));
        }

        return new Publication(this, site, revisions.ToImmutable());
    }

    private static bool StandAlike(Issue a, Issue b) =>
        (a.Source.Path, a.Slug, a.Sent, a.SentTime, a.Draft, a.Series?.Id) == (b.Source.Path, b.Slug, b.Sent, b.SentTime, b.Draft, b.Series?.Id)
        && a.Aliases.Select(x => x.Url).SequenceEqual(b.Aliases.Select(x => x.Url), StringComparer.Ordinal);

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
}
