using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Model.Issues;

/// <summary>A URL as the editor wrote it, with its place.</summary>
public sealed record Reference(string Url, TextSpan Span);

/// <summary>Words with inline Markdown in them, from front matter.</summary>
public sealed record InlineText(ImmutableArray<Inline> Content, TextSpan Span)
{
    public static readonly InlineText Empty = new([], TextSpan.None);

    public string PlainText => DocumentWalker.PlainText(Content);
}

/// <summary>One issue of the publication, validated. Spans are places in <see cref="Source"/>.</summary>
public sealed record Issue
{
    public required SourceFile Source { get; init; }

    /// <summary>From the file name (or the folder's, when the file is its index) unless front matter says otherwise.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public TextSpan TitleSpan { get; init; }

    /// <summary>One sentence: the email's preheader, the meta description, the feed's summary. Empty when not given.</summary>
    public string Summary { get; init; } = "";

    public TextSpan SummarySpan { get; init; }

    public required LocalDate Sent { get; init; }

    /// <summary>The time of day it goes out, in the site's zone; midnight when not given.</summary>
    public LocalTime? SentTime { get; init; }

    public bool Draft { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<Revision> Revisions { get; init; } = [];

    public ImmutableArray<Highlight> Highlights { get; init; } = [];

    /// <summary>In front matter order; the <c>panel</c> shorthand is the entry with that id.</summary>
    public ImmutableArray<CommitteeUpdate> Committees { get; init; } = [];

    public ImmutableArray<ModificationStep> Modifications { get; init; } = [];

    public ImmutableArray<Consultation> Consultations { get; init; } = [];

    public ImmutableArray<Decision> Decisions { get; init; } = [];

    public PartyCount? Accessions { get; init; }

    public ImmutableArray<CalendarEntry> Calendar { get; init; } = [];

    public ImmutableArray<KeyDate> KeyDates { get; init; } = [];

    /// <summary>The subject of the email edition; the title when null.</summary>
    public string? EmailSubject { get; init; }

    /// <summary>Ids of the streams it goes to.</summary>
    public ImmutableArray<string> EmailStreams { get; init; } = ["newsletter"];

    public ImmutableArray<TitledLink> Links { get; init; } = [];

    public ImmutableArray<TitledLink> Attachments { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The series it belongs to, if any.</summary>
    public Series? Series { get; init; }

    /// <summary>Older addresses, each starting with a slash.</summary>
    public ImmutableArray<Reference> Aliases { get; init; } = [];

    /// <summary>An image for sharing.</summary>
    public Reference? Image { get; init; }

    public Document Body { get; init; } = Document.Empty;

    /// <summary>The revision's number for the ledger: 0 for the first edition.</summary>
    public int RevisionNumber => Revisions.Length;

    public LocalDate LastChanged => Revisions.IsEmpty ? Sent : LocalDate.Max(Sent, Revisions[0].Date);

    public Instant SentAt(DateTimeZone zone) => zone.AtLeniently(Sent.At(SentTime ?? LocalTime.Midnight)).ToInstant();
}

/// <summary>A change after sending; <c>Sections</c> are anchors of the body.</summary>
public sealed record Revision(LocalDate Date, string Note, ImmutableArray<string> Sections, TextSpan Span);

/// <summary>A coloured bullet. <c>Colour</c> names a colour of the theme; <c>Section</c> is an anchor, or null to find the section by its words.</summary>
public sealed record Highlight(string Colour, InlineText Text, Reference? Section, TextSpan Span);

/// <summary>What a committee did and when it meets next.</summary>
public sealed record CommitteeUpdate
{
    public required Committee Committee { get; init; }

    public LocalDate? Met { get; init; }

    public ImmutableArray<NextMeeting> Next { get; init; } = [];

    public TitledLink? Headlines { get; init; }

    public TitledLink? Minutes { get; init; }

    public ImmutableArray<TitledLink> Links { get; init; } = [];

    /// <summary>Block Markdown, one document an item.</summary>
    public ImmutableArray<Document> Items { get; init; } = [];

    public ImmutableArray<Seat> Seats { get; init; } = [];

    public TextSpan Span { get; init; }
}

/// <summary>A coming meeting; <c>Purpose</c> is empty for an ordinary one.</summary>
public sealed record NextMeeting(LocalDate Date, string Purpose, TextSpan Span);

/// <summary>A link with its words; <c>Text</c> is empty when a label of the template is to stand there.</summary>
public sealed record TitledLink(string Text, Reference Target);

/// <summary>A seat of a committee; <c>Holder</c> is null when it is vacant.</summary>
public sealed record Seat(string Category, string? Holder, bool ReAppointed, TextSpan Span)
{
    public bool Vacant => Holder is null;
}

/// <summary>One step in the life of a registered thing.</summary>
public sealed record ModificationStep(
    string Id, string RegisterId, string? Title, string Event, LocalDate? Date, string? By, Reference? Link, TextSpan Span);

public enum ConsultationStatus
{
    Open,
    Closed,
    Withdrawn,
}

/// <summary>A consultation; <c>Status</c> is null when not given and then follows from the dates.</summary>
public sealed record Consultation(
    string Title, string Issuer, LocalDate? Opened, LocalDate? Closes, Reference? Link, ConsultationStatus? Status, TextSpan Span);

/// <summary>A decision; <c>BodyName</c> is the committee's name when <c>Body</c> is the id of one.</summary>
public sealed record Decision(
    string Body, string BodyName, LocalDate? Date, string Outcome, string? RefersTo, Referral? Referral, TextSpan Span);

/// <summary>The time to refer a decision: Working Days, and the day it ends.</summary>
public sealed record Referral(int? WorkingDays, LocalDate? Deadline, TextSpan Span);

/// <summary>The party table. Numbers are counts of parties, null where the editor gave none.</summary>
public sealed record PartyCount(
    int? Previous, int? Current, int? Acceded, int? Withdrawn, int? Expelled, int? PanelChanges, TextSpan Span);

/// <summary>A meeting or event. <c>Number</c> is the committee's meeting number.</summary>
public sealed record CalendarEntry(
    LocalDate Date,
    LocalTime? Start,
    LocalTime? End,
    string Title,
    Committee? Committee,
    int? Number,
    string? Location,
    Reference? Link,
    TextSpan Span);

public sealed record KeyDate(LocalDate Date, InlineText Text, TextSpan Span);
