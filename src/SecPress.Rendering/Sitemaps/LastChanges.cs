using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Sites;

namespace SecPress.Rendering.Sitemaps;

/// <summary>
/// When pages last changed, by the issues they are made from and never by the clock. A page of a list changes with the newest issue of
/// the whole list, which moves what stands on it to the next. Not for several threads at a time.
/// </summary>
internal sealed class LastChanges(Publication publication)
{
    private readonly Dictionary<string, LocalDate?> ofLists = new(StringComparer.Ordinal);

    /// <summary>Null for a page of words alone, whose date nobody gave.</summary>
    public LocalDate? Of(SitePage page)
    {
        if (page is not ListPage { Pager.Folder: var folder })
        {
            return Newest(IssuesOf(page));
        }

        if (!ofLists.TryGetValue(folder, out var changed))
        {
            ofLists.Add(folder, changed = Newest(IssuesOf(page)));
        }

        return changed;
    }

    private IEnumerable<Issue> IssuesOf(SitePage page)
    {
        var records = publication.Records;
        return page switch
        {
            IssuePage issue => [issue.Issue],
            HomePage or ArchivePage => publication.Issues,
            YearPage year => records.Years.Where(y => y.Year == year.Year).SelectMany(y => y.Issues),
            RegisterPage register => register.Record.Entries.SelectMany(IssuesOf),
            RegisterEntryPage entry => IssuesOf(entry.Entry),
            CommitteesPage => records.Committees.SelectMany(c => c.Updates).Select(u => u.Issue).Concat(records.Agenda.Events.Where(e => e.Committee is not null).Select(e => e.LastIssue)),
            CommitteePage committee => committee.Record.Updates.Select(u => u.Issue).Concat(committee.Record.Meetings.Select(m => m.LastIssue)),
            CalendarPage => records.Agenda.Events.Select(e => e.LastIssue),
            CalendarMonthPage month => month.Events.Select(e => e.LastIssue),
            DeadlinesPage => records.Deadlines.Select(d => d.Issue),
            StatisticsPage => records.Parties.Points.Select(p => p.Issue),
            GlossaryPage => records.Glossary.SelectMany(t => t.Places.Take(1)).Select(p => p.Issue),
            TagsPage => records.Tags.SelectMany(t => t.Issues),
            TagPage tag => tag.Tag.Issues,
            SeriesPage series => series.Series.Issues,
            _ => [],
        };
    }

    // An event may lie ahead, or long before the issue that told of it: the page changed when an issue did.
    private static IEnumerable<Issue> IssuesOf(RegisterEntry entry) =>
        entry.Timeline.Select(t => t.Issue).Concat(entry.Mentions.Select(m => m.Issue));

    private static LocalDate? Newest(IEnumerable<Issue> issues) => issues.Select(i => (LocalDate?)i.LastChanged).Max();
}
