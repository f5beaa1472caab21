using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>Which of several pages of one list a page is; both count from 1. The first has the list's own address.</summary>
/// <param name="Folder">The list's address, ending in a slash.</param>
/// <param name="Number">Which page.</param>
/// <param name="Count">How many there are.</param>
public sealed record Pager(string Folder, int Number, int Count)
{
    public string Path => PathOf(Number);

    /// <summary>Menus lead to the first; the others follow from it.</summary>
    public bool IsFirst => Number == 1;

    public string PathOf(int number) => number == 1 ? Folder : $"{Folder}page-{number}/";
}

/// <summary>A page whose address depends on where it is in a list.</summary>
public abstract record ListPage(Pager Pager) : SitePage(Pager.Path);

/// <summary>Issues, newest first, whatever their year.</summary>
public sealed record ArchivePage(Pager Pager, ImmutableArray<Issue> Issues) : ListPage(Pager)
{
    public override string Origin => "the archive";
}

/// <summary>Issues of one year, newest first.</summary>
public sealed record YearPage(int Year, Pager Pager, ImmutableArray<Issue> Issues) : ListPage(Pager)
{
    public override string Origin => "the archive";

    /// <summary>The address of its first page.</summary>
    public static string PathOf(Addresses addresses, int year)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return $"{addresses.Archive}{year:0000}/";
    }
}

/// <summary>Entries of a register: those on their way first, then those that ended, then those only spoken of; the last changed first among them.</summary>
public sealed record RegisterPage(RegisterRecord Record, Pager Pager, ImmutableArray<RegisterEntry> Entries) : ListPage(Pager)
{
    public override string Origin => $"the register '{Record.Register.Id}'";

    /// <summary>The address of its first page.</summary>
    public static string PathOf(Addresses addresses, Register register)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(register);
        return addresses.Registers.Replace("{register}", register.Id, StringComparison.Ordinal);
    }
}

public sealed record RegisterEntryPage(string Path, RegisterEntry Entry) : SitePage(Path)
{
    public override string Origin => $"the page of {Entry.Id}";
}

public sealed record CommitteesPage(string Path) : SitePage(Path)
{
    public override string Origin => "the committees";
}

/// <summary>A committee; its updates fill as many pages as they need, newest first.</summary>
public sealed record CommitteePage(CommitteeRecord Record, Pager Pager, ImmutableArray<DatedUpdate> Updates) : ListPage(Pager)
{
    public override string Origin => $"the committee '{Record.Committee.Id}'";

    /// <summary>The address of its first page.</summary>
    public static string PathOf(Addresses addresses, Committee committee)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(committee);
        return $"{addresses.Committees}{committee.Id}/";
    }
}

public sealed record CalendarPage(string Path) : SitePage(Path)
{
    public override string Origin => "the calendar";
}

public sealed record CalendarMonthPage(string Path, YearMonth Month, ImmutableArray<AgendaEvent> Events) : SitePage(Path)
{
    public override IEnumerable<string> Anchors => Events.Select(e => AnchorOf(e));

    public override string Origin => "the calendar";

    public static string AnchorOf(AgendaEvent entry) => "event-" + entry.Key;

    public static string PathOf(Addresses addresses, YearMonth month)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return $"{addresses.Calendar}{month.Year:0000}/{month.Month:00}/";
    }
}

/// <summary>What closes when.</summary>
public sealed record DeadlinesPage(Pager Pager, ImmutableArray<Deadline> Deadlines) : ListPage(Pager)
{
    public override string Origin => "the deadlines";
}

public sealed record StatisticsPage(string Path) : SitePage(Path)
{
    public override string Origin => "the statistics";
}

/// <summary>Acronyms in alphabetical order.</summary>
public sealed record GlossaryPage(Pager Pager, ImmutableArray<GlossaryTerm> Terms) : ListPage(Pager)
{
    public override IEnumerable<string> Anchors => Terms.Select(t => t.Anchor);

    public override string Origin => "the glossary";
}

/// <summary>Tags in the order of their names.</summary>
public sealed record TagsPage(Pager Pager, ImmutableArray<TagRecord> Tags) : ListPage(Pager)
{
    public override string Origin => "the tags";
}

public sealed record TagPage(TagRecord Tag, Pager Pager, ImmutableArray<Issue> Issues) : ListPage(Pager)
{
    public override string Origin => $"the tag '{Tag.Name}'";

    /// <summary>The address of its first page.</summary>
    public static string PathOf(Addresses addresses, string slug)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return $"{addresses.Tags}{slug}/";
    }
}

public sealed record SearchPage(string Path) : SitePage(Path)
{
    public override string Origin => "the search";
}

/// <summary>Issues of a series, oldest first.</summary>
public sealed record SeriesPage(SeriesRecord Series, Pager Pager, ImmutableArray<Issue> Issues) : ListPage(Pager)
{
    public override string Origin => $"the series '{Series.Series.Id}'";

    /// <summary>The address of its first page.</summary>
    public static string PathOf(Addresses addresses, Series series)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(series);
        return $"{addresses.Series}{series.Id}/";
    }
}
