using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>A file that programs read. None stands in the sitemap.</summary>
public abstract record ProgramFile(string Path) : SitePage(Path)
{
    public sealed override bool IsIndexed => false;
}

public enum FeedFormat
{
    /// <summary>RFC 4287.</summary>
    Atom,

    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>JSON Feed 1.1.</summary>
    Json,
}

/// <summary>What a feed or a calendar is about: everything, a tag, or a committee.</summary>
/// <param name="Folder">The address of the page it belongs to.</param>
/// <param name="Tag">Null unless it is about one.</param>
/// <param name="Committee">Null unless it is about one.</param>
public sealed record FeedScope(string Folder, TagRecord? Tag, CommitteeRecord? Committee)
{
    public static readonly FeedScope Everything = new("", null, null);
}

public sealed record FeedFile(FeedScope Scope, FeedFormat Format) : ProgramFile(Scope.Folder + NameOf(Format))
{
    public override string Origin => "the feed";

    public static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "feed.xml",
        FeedFormat.Rss => "rss.xml",
        _ => "feed.json",
    };
}

/// <summary>A calendar of all events, or of a committee's (RFC 5545).</summary>
public sealed record CalendarFile(FeedScope Scope) : ProgramFile(Scope.Folder + "calendar.ics")
{
    public override string Origin => "the calendar";
}

/// <summary>A calendar of one event.</summary>
public sealed record EventFile(string Path, AgendaEvent Event) : ProgramFile(Path)
{
    public override string Origin => $"the event '{Event.Key}'";

    public static string PathOf(Addresses addresses, AgendaEvent entry)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(entry);
        return $"{addresses.Calendar}events/{entry.Key}.ics";
    }
}

public enum StatisticsFormat
{
    /// <summary>RFC 4180.</summary>
    Csv,
    Json,
}

/// <summary>The numbers of the statistics page.</summary>
public sealed record StatisticsFile(string Path, StatisticsFormat Format) : ProgramFile(Path)
{
    public override string Origin => "the statistics";
}

/// <summary>The addresses that may be indexed, or the list of its parts where one file may not hold them all (sitemaps.org 0.9).</summary>
/// <param name="Parts">How many there are; none when everything stands in this file.</param>
public sealed record SitemapFile(int Parts) : ProgramFile("sitemap.xml")
{
    /// <summary>The most addresses that one file may hold.</summary>
    public const int MostAddresses = 50_000;

    public override string Origin => "the sitemap";
}

/// <summary>A part of the sitemap, counted from 1.</summary>
public sealed record SitemapPart(int Number) : ProgramFile(PathOf(Number))
{
    public override string Origin => "the sitemap";

    public static string PathOf(int number) => $"sitemap-{number}.xml";
}

public sealed record RobotsFile() : ProgramFile("robots.txt")
{
    public override string Origin => "robots.txt";
}

public sealed record ManifestFile() : ProgramFile("manifest.webmanifest")
{
    public override string Origin => "the web manifest";
}

/// <summary>Security headers and caching, for hosts that read a <c>_headers</c> file.</summary>
public sealed record HeadersFile() : ProgramFile("_headers")
{
    public override string Origin => "_headers";
}

/// <summary>Redirects of older addresses, for hosts that read a <c>_redirects</c> file. Other hosts serve a page there.</summary>
public sealed record RedirectsFile() : ProgramFile("_redirects")
{
    public override string Origin => "_redirects";
}
