using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>
/// Lists every page that a publication has: what nothing was written about has none. Lists are cut, so that no page grows with the years.
/// </summary>
internal sealed class SitePlanner(Site site, ImmutableArray<Issue> issues, ImmutableArray<IssuePage> reviewed, PublicationRecords records)
{
    private const int IssuesOnAPage = 50;
    private const int EntriesOnAPage = 100;
    private const int UpdatesOnAPage = 12;
    private const int DeadlinesOnAPage = 60;
    private const int TermsOnAPage = 120;
    private const int TagsOnAPage = 300;

    private readonly SiteSettings settings = site.Settings;
    private readonly Addresses addresses = site.Settings.Addresses;

    /// <summary>All but redirects. What editors wrote comes last, so that its author is told when the address is taken.</summary>
    public IEnumerable<SitePage> Plan()
    {
        var pages = Pages();
        return [.. ProgramFiles(pages), .. pages];
    }

    private ImmutableArray<SitePage> Pages() =>
    [
        new HomePage(site.HomeText),
        new NotFoundPage(),
        new SearchPage(addresses.Search),
        .. site.IsPagesAlone ? [] : FeedsOf(FeedScope.Everything),
        .. site.IsPagesAlone ? [] : Archive(),
        .. records.Registers.SelectMany(RegisterPages),
        .. Committees(),
        .. CalendarPages(),
        .. Lists(),
        .. issues.Select(i => new IssuePage(Publication.Permalink(settings, i), i)),
        .. site.Pages.Where(p => p is { Draft: false, IsHome: false }).Select(p => new TextPage(p)),
        .. Editions(),
        .. reviewed,
        .. reviewed.SelectMany(p => new[] { EditionFormat.Html, EditionFormat.Text }.Select(f => new EditionFile(p.Issue, f, p.EditionFolder))),
    ];

    private static IEnumerable<SitePage> ProgramFiles(ImmutableArray<SitePage> pages)
    {
        var count = pages.Count(p => p.IsIndexed);
        var parts = count <= SitemapFile.MostAddresses ? 0 : (count + SitemapFile.MostAddresses - 1) / SitemapFile.MostAddresses;
        yield return new SitemapFile(parts);
        for (var number = 1; number <= parts; number++)
        {
            yield return new SitemapPart(number);
        }

        yield return new RobotsFile();
        yield return new HeadersFile();
        yield return new ManifestFile();
        if (pages.Any(p => p is IssuePage { ForReview: false, Issue.Aliases.IsEmpty: false } or { Written.Aliases.IsEmpty: false }))
        {
            yield return new RedirectsFile();
        }
    }

    private IEnumerable<SitePage> Archive()
    {
        return Paged(addresses.Archive, issues, IssuesOnAPage, (pager, part) => new ArchivePage(pager, part))
            .Concat(records.Years.SelectMany(year =>
                Paged(YearPage.PathOf(addresses, year.Year), year.Issues, IssuesOnAPage, (pager, part) => new YearPage(year.Year, pager, part))));
    }

    private IEnumerable<SitePage> RegisterPages(RegisterRecord record)
    {
        var folder = RegisterPage.PathOf(addresses, record.Register);
        var ordered = record.Entries
            .OrderBy(e => e.State switch { EntryState.Open => 0, null => 2, _ => 1 })
            .ThenByDescending(e => e.LastChanged)
            .ThenByDescending(e => e.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        return Paged(folder, ordered, EntriesOnAPage, (pager, part) => new RegisterPage(record, pager, part))
            .Concat(record.Entries.Select(e => new RegisterEntryPage($"{folder}{Slug.From(e.Id)}/", e)));
    }

    private IEnumerable<SitePage> Committees()
    {
        if (records.Committees.IsEmpty)
        {
            return [];
        }

        return records.Committees.SelectMany(record =>
        {
            var own = CommitteePage.PathOf(addresses, record.Committee);
            var scope = new FeedScope(own, null, record);
            return Paged(own, record.Updates, UpdatesOnAPage, (pager, part) => new CommitteePage(record, pager, part))
                .Concat(record.Updates.IsEmpty ? [] : FeedsOf(scope))
                .Concat(record.Meetings.IsEmpty ? [] : [new CalendarFile(scope)]);
        }).Prepend(new CommitteesPage(addresses.Committees));
    }

    private IEnumerable<SitePage> CalendarPages()
    {
        if (records.Agenda.Events.IsEmpty)
        {
            return [];
        }

        return
        [
            new CalendarPage(addresses.Calendar),
            new CalendarFile(FeedScope.Everything),
            .. records.Agenda.Events.GroupBy(e => e.Date.ToYearMonth()).Select(month =>
                new CalendarMonthPage(CalendarMonthPage.PathOf(addresses, month.Key), month.Key, [.. month])),
            .. records.Agenda.Events.Select(e => new EventFile(EventFile.PathOf(addresses, e), e)),
        ];
    }

    private IEnumerable<SitePage> Lists()
    {
        if (!records.Deadlines.IsEmpty)
        {
            foreach (var page in Paged(addresses.Deadlines, records.Deadlines, DeadlinesOnAPage, (pager, part) => new DeadlinesPage(pager, part)))
            {
                yield return page;
            }
        }

        if (!records.Parties.IsEmpty)
        {
            yield return new StatisticsPage(addresses.Statistics);
            yield return new StatisticsFile(addresses.Statistics + "parties.csv", StatisticsFormat.Csv);
            yield return new StatisticsFile(addresses.Statistics + "parties.json", StatisticsFormat.Json);
        }

        if (!records.Glossary.IsEmpty)
        {
            foreach (var page in Paged(addresses.Glossary, records.Glossary, TermsOnAPage, (pager, part) => new GlossaryPage(pager, part)))
            {
                yield return page;
            }
        }

        if (!records.Tags.IsEmpty)
        {
            foreach (var page in Paged(addresses.Tags, records.Tags, TagsOnAPage, (pager, part) => new TagsPage(pager, part))
                .Concat(records.Tags.SelectMany(tag => TagPages(TagPage.PathOf(addresses, tag.Slug), tag))))
            {
                yield return page;
            }
        }

        foreach (var series in records.Series)
        {
            var own = SeriesPage.PathOf(addresses, series.Series);
            foreach (var page in Paged(own, series.Issues, IssuesOnAPage, (pager, part) => new SeriesPage(series, pager, part)))
            {
                yield return page;
            }
        }
    }

    private static IEnumerable<SitePage> TagPages(string folder, TagRecord tag) =>
        Paged(folder, tag.Issues, IssuesOnAPage, (pager, part) => new TagPage(tag, pager, part)).Concat(FeedsOf(new FeedScope(folder, tag, null)));

    private IEnumerable<SitePage> Editions()
    {
        var published = settings.Email.Editions switch
        {
            PublishedEditions.All => issues,
            PublishedEditions.Latest => issues.Take(1),
            _ => [],
        };
        // A message without a sender is none.
        EditionFormat[] formats = settings.Email.From is null
            ? [EditionFormat.Html, EditionFormat.Text]
            : [EditionFormat.Html, EditionFormat.Text, EditionFormat.Eml];
        return published.SelectMany(i => formats.Select(f => new EditionFile(i, f)));
    }

    private static IEnumerable<SitePage> FeedsOf(FeedScope scope) =>
        Enum.GetValues<FeedFormat>().Select(format => new FeedFile(scope, format));

    // A list without items still has its first page, which says so.
    private static IEnumerable<SitePage> Paged<T>(string folder, ImmutableArray<T> items, int size, Func<Pager, ImmutableArray<T>, SitePage> page)
    {
        var count = Math.Max(1, (items.Length + size - 1) / size);
        return Enumerable.Range(0, count).Select(i =>
            page(new Pager(folder, i + 1, count), [.. items.AsSpan(i * size, Math.Min(size, items.Length - (i * size)))]));
    }
}
