using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Model.Settings;

/// <summary><c>site.yml</c>, validated.</summary>
public sealed record SiteSettings
{
    public required SourceFile Source { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence about the publication; empty when not given.</summary>
    public string Description { get; init; } = "";

    /// <summary>Absolute, http or https, ending in a slash.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>A BCP 47 tag, such as <c>en-GB</c>.</summary>
    public string Language { get; init; } = "en-GB";

    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>The address of an issue, with <c>{slug}</c>, <c>{year}</c>, <c>{month}</c> and <c>{day}</c>; starts and ends with a slash.</summary>
    public string IssuePermalink { get; init; } = "/issues/{slug}/";

    /// <summary>Where the other pages are.</summary>
    public Addresses Addresses { get; init; } = new();

    /// <summary>A notice that stands on every page, such as that the site is a demonstration; null for none. Inline Markdown as given.</summary>
    public string? Notice { get; init; }

    /// <summary>The notice parsed; empty when there is none.</summary>
    public ImmutableArray<Inline> NoticeContent { get; init; } = [];

    public Publisher Publisher { get; init; } = Publisher.None;

    public Theme Theme { get; init; } = new();

    /// <summary>Which issues get an image of their own to be shared with.</summary>
    public ShareImages ShareImages { get; init; } = ShareImages.All;

    public ImmutableArray<Committee> Committees { get; init; } = [];

    public ImmutableArray<Register> Registers { get; init; } = [];

    public ImmutableArray<Series> Series { get; init; } = [];

    /// <summary>Acronyms with their expansions, in the order of <c>site.yml</c>.</summary>
    public ImmutableArray<Acronym> Acronyms { get; init; } = [];

    /// <summary>The id of a holiday calendar, such as <c>england-and-wales</c>.</summary>
    public string Holidays { get; init; } = "england-and-wales";

    public HouseStyle Style { get; init; } = new();

    /// <summary>Severities of configurable rules, by code.</summary>
    public ImmutableDictionary<string, Severity> Checks { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Whether HTML in Markdown is kept, sanitised.</summary>
    public bool RawHtml { get; init; }

    public EmailSettings Email { get; init; } = new();

    public ImmutableArray<Stream> Streams { get; init; } = [Stream.Newsletter];

    /// <summary>Tried in order. Empty: mail goes to a folder as <c>.eml</c> files, and nothing leaves the machine.</summary>
    public ImmutableArray<Relay> Relays { get; init; } = [];

    /// <summary>Messages to one recipient domain; null for no limit.</summary>
    public Rate? PerDomainRate { get; init; }

    public Dkim? Dkim { get; init; }

    public BounceMailbox? Bounces { get; init; }

    /// <summary>The environment variable that holds the key of tokens and return paths.</summary>
    public string SecretEnvironmentVariable { get; init; } = "SECPRESS_SECRET";

    /// <summary><c>sqlite:</c> and a path, <c>postgres:</c> and a connection string, or <c>env:</c> and a variable holding either.</summary>
    public string Store { get; init; } = "sqlite:subscribers.db";

    public Register? FindRegister(string id) => Registers.FirstOrDefault(r => r.Id == id);

    public Committee? FindCommittee(string id) => Committees.FirstOrDefault(c => c.Id == id);
}

/// <summary>Which issues an image is drawn for; none also leaves out the site's.</summary>
public enum ShareImages
{
    All,
    Latest,
    None,
}

/// <summary>Who publishes, as it stands in the footer and in every message.</summary>
public sealed record Publisher(string Name, string Address, string Email, string Phone, ImmutableArray<NamedLink> Social)
{
    public static readonly Publisher None = new("", "", "", "", []);
}

/// <summary>A link with its words.</summary>
public sealed record NamedLink(string Name, string Url);

/// <summary>Colours by name as <c>#rrggbb</c>, and the path of a logo below the site's folder.</summary>
public sealed record Theme
{
    public ImmutableSortedDictionary<string, string> Colours { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Where each colour is written.</summary>
    public ImmutableSortedDictionary<string, TextSpan> Places { get; init; } =
        ImmutableSortedDictionary.Create<string, TextSpan>(StringComparer.Ordinal);

    public string? Logo { get; init; }
}

/// <summary>A committee whose updates the publication carries. <c>Meets</c> is an RFC 5545 recurrence rule or null.</summary>
public sealed record Committee(string Id, string Name, string Short, string? Meets);

/// <summary>A register of numbered things with a life of ordered events. Without a <c>Name</c> it is called by its id.</summary>
public sealed record Register(string Id, string? Name, string Pattern, ImmutableArray<RegisterEvent> Events)
{
    public RegisterEvent? FindEvent(string id) => Events.FirstOrDefault(e => e.Id == id);
}

/// <summary>A step in the life of an entry. Without a <c>Name</c> it is called by a label or by its id.</summary>
public sealed record RegisterEvent(string Id, string? Name, EntryState State);

/// <summary>Where an entry of a register stands after an event.</summary>
public enum EntryState
{
    /// <summary>On its way.</summary>
    Open,

    /// <summary>It came to what it was meant to.</summary>
    Done,

    /// <summary>It ended without.</summary>
    Stopped,
}

/// <summary>Issues that belong together. <c>Description</c> is empty when not given.</summary>
public sealed record Series(string Id, string Name, string Description);

public sealed record Acronym(string Text, string Expansion);
