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
internal sealed class SitePlanner(Site site, ImmutableArray<Issue> issues, PublicationRecords records)
{
    private const int IssuesOnAPage = 50;
    private const int EntriesOnAPage = 100;
    private const int UpdatesOnAPage = 12;
    private const int DeadlinesOnAPage = 60;

    private readonly SiteSettings settings = site.Settings;
    private readonly Addresses addresses = site.Settings.Addresses;

    /// <summary>All but redirects. What editors wrote comes last, so that its author is told when the address is taken.</summary>
    public IEnumerable<SitePage> Plan() =>
    [
        new HomePage(),
        new NotFoundPage(),
        new SitemapFile(),
        new RobotsFile(),
        new HeadersFile(),
        new ManifestFile(),
        new SearchPage(Below(addresses.Search)),
        .. FeedsOf(FeedScope.Everything),
        .. Archive(),
        .. records.Registers.SelectMany(RegisterPages),
        .. Committees(),
        .. CalendarPages(),
        .. Lists(),
        .. issues.Select(i => new IssuePage(Publication.Permalink(settings, i), i)),
        .. site.Pages.Where(p => !p.Draft).Select(p => new TextPage(p.Slug + "/", p)),
        .. Editions(),
    ];

    private IEnumerable<SitePage> Archive()
    {
        var folder = Below(addresses.Archive);
        return Paged(folder, issues, IssuesOnAPage, (pager, part) => new ArchivePage(pager, part))
            .Concat(issues.GroupBy(i => i.Sent.Year).SelectMany(year =>
                Paged($"{folder}{year.Key:0000}/", [.. year], IssuesOnAPage, (pager, part) => new YearPage(year.Key, pager, part))));
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
        }).Prepend(new CommitteesPage(Below(addresses.Committees)));
    }

    private IEnumerable<SitePage> CalendarPages()
    {
        if (records.Agenda.Events.IsEmpty)
        {
            return [];
        }

        var folder = Below(addresses.Calendar);
        return
        [
            new CalendarPage(folder),
            new CalendarFile(FeedScope.Everything),
            .. records.Agenda.Events.GroupBy(e => e.Date.ToYearMonth()).Select(month =>
                new CalendarMonthPage(CalendarMonthPage.PathOf(folder, month.Key), month.Key, [.. month])),
            .. records.Agenda.Events.Select(e => new EventFile(EventFile.PathOf(folder, e), e)),
        ];
    }

    private IEnumerable<SitePage> Lists()
    {
        if (!records.Deadlines.IsEmpty)
        {
            foreach (var page in Paged(Below(addresses.Deadlines), records.Deadlines, DeadlinesOnAPage, (pager, part) => new DeadlinesPage(pager, part)))
            {
                yield return page;
            }
        }

        if (!records.Parties.IsEmpty)
        {
            var folder = Below(addresses.Statistics);
            yield return new StatisticsPage(folder);
            yield return new StatisticsFile(folder + "parties.csv", StatisticsFormat.Csv);
            yield return new StatisticsFile(folder + "parties.json", StatisticsFormat.Json);
        }

        if (!records.Glossary.IsEmpty)
        {
            yield return new GlossaryPage(Below(addresses.Glossary), records.Glossary);
        }

        if (!records.Tags.IsEmpty)
        {
            yield return new TagsPage(Below(addresses.Tags));
            foreach (var tag in records.Tags)
            {
                var own = TagPage.PathOf(addresses, tag.Slug);
                foreach (var page in Paged(own, tag.Issues, IssuesOnAPage, (pager, part) => new TagPage(tag, pager, part))
                    .Concat(FeedsOf(new FeedScope(own, tag, null))))
                {
                    yield return page;
                }
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

    private static string Below(string address) => address.TrimStart('/');
}
