using System.Collections.Immutable;
using Scriban.Runtime;
using SecPress.Model;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>
/// The parts of the site that a menu leads to. What the publication has nothing of is not among them: a menu never leads to an empty page.
/// </summary>
internal sealed class SiteSections
{
    private readonly ImmutableArray<Section> all;
    private readonly ImmutableArray<Section> main;
    private readonly ImmutableArray<Section> more;
    private readonly ImmutableArray<Section> texts;

    public SiteSections(Publication publication)
    {
        var labels = publication.Labels;
        var pages = publication.Map.Pages;
        all = [.. pages.Select(p => Of(p, labels)).OfType<Section>()];
        // The way to subscribe stands beside the name, apart from the menu.
        Subscribe = pages.OfType<TextPage>().FirstOrDefault(p => p.Path == publication.Settings.Addresses.Subscribe);
        // Pages in folders are found on the page of their folder, unless one is given a place in the menu.
        ImmutableArray<Section> texts = [.. pages.OfType<TextPage>()
            .Where(p => p.Page.Menu is not null || publication.Tree.ParentOf(p) is null)
            .OrderBy(p => p.Page.Menu ?? int.MaxValue)
            .ThenBy(p => p.Page.Order ?? int.MaxValue)
            .ThenBy(p => p.Path, StringComparer.Ordinal)
            .Select(p => new Section(
                p.Page.Title,
                p,
                p.Page.Menu is null ? Rank.Text : Rank.MenuText,
                other => other is TextPage below && publication.Tree.TrailOf(below).Contains(p, ReferenceEqualityComparer.Instance)))];
        main = [.. all.Where(s => s.Rank < Rank.MenuText).OrderBy(s => s.Rank), .. texts.Where(s => s.Rank == Rank.MenuText && s.Page != Subscribe)];
        more = [.. all.Where(s => s.Rank > Rank.Text).OrderBy(s => s.Rank)];
        this.texts = texts;
        Archive = publication.Map.Find(publication.Settings.Addresses.Archive) is ArchivePage archive ? archive.Path : null;
    }

    /// <summary>In the order of the menu.</summary>
    private enum Rank
    {
        Archive,
        Register,
        Committees,
        Calendar,
        Deadlines,
        MenuText,
        Text,
        Statistics,
        Tags,
        Series,
        Glossary,
    }

    /// <summary>A part of the site, and which pages belong to it.</summary>
    private sealed record Section(string Title, SitePage Page, Rank Rank, Func<SitePage, bool> Holds);

    public TextPage? Subscribe { get; }

    /// <summary>The archive's address; null where there is none.</summary>
    public string? Archive { get; }

    /// <summary>The part of the site that a page belongs to without being its first page.</summary>
    public (string Title, SitePage Page)? ParentOf(SitePage page) =>
        all.FirstOrDefault(s => !ReferenceEquals(s.Page, page) && s.Holds(page)) is { } section ? (section.Title, section.Page) : null;

    /// <summary>What the head of every page leads to.</summary>
    public ScriptArray Main(LinkWriter links) => View.List(main.Select(s => ViewOf(s, links)));

    /// <summary>What only the foot of every page leads to.</summary>
    public ScriptArray More(LinkWriter links) => View.List(more.Select(s => ViewOf(s, links)));

    /// <summary>The pages that editors wrote.</summary>
    public ScriptArray Texts(LinkWriter links) => View.List(texts.Select(s => ViewOf(s, links)));

    private static ScriptObject ViewOf(Section section, LinkWriter links) => View.Of(
        ("title", section.Title),
        ("url", links.To(section.Page)),
        ("current", ReferenceEquals(section.Page, links.From)),
        ("within", !ReferenceEquals(section.Page, links.From) && section.Holds(links.From)));

    private static Section? Of(SitePage page, Labels labels) => page switch
    {
        ArchivePage { Pager.IsFirst: true } => new Section(
            labels["menu.archive"], page, Rank.Archive, p => p is ArchivePage or YearPage or IssuePage),
        RegisterPage { Pager.IsFirst: true, Record: var record } => new Section(
            Names.Of(record.Register),
            page,
            Rank.Register,
            p => (p is RegisterPage list && list.Record == record) || (p is RegisterEntryPage entry && entry.Entry.Register.Id == record.Register.Id)),
        CommitteesPage => new Section(labels["committees.title"], page, Rank.Committees, p => p is CommitteePage),
        CalendarPage => new Section(labels["menu.calendar"], page, Rank.Calendar, p => p is CalendarMonthPage),
        DeadlinesPage { Pager.IsFirst: true } => new Section(labels["deadlines.title"], page, Rank.Deadlines, p => p is DeadlinesPage),
        StatisticsPage => new Section(labels["statistics.title"], page, Rank.Statistics, _ => false),
        TagsPage { Pager.IsFirst: true } => new Section(labels["tags.title"], page, Rank.Tags, p => p is TagPage or TagsPage),
        SeriesPage { Pager.IsFirst: true, Series: var series } => new Section(
            series.Series.Name, page, Rank.Series, p => p is SeriesPage other && other.Series == series),
        GlossaryPage { Pager.IsFirst: true } => new Section(labels["glossary.title"], page, Rank.Glossary, p => p is GlossaryPage),
        _ => null,
    };
}
