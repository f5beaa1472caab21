using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Web;

/// <summary>The sample publication with a register and a series, and issues that follow a few proposals.</summary>
internal static class RecordSample
{
    private static readonly TextSpan At = TextSpan.None;

    public static readonly Register Register = new(
        "mods",
        "Proposals",
        @"MOD\d{4}",
        [
            new RegisterEvent("raised", null, EntryState.Open),
            new RegisterEvent("refinement", "Working group", EntryState.Open),
            new RegisterEvent("report-consultation", null, EntryState.Open),
            new RegisterEvent("decision", "Decision of the Board", EntryState.Open),
            new RegisterEvent("implemented", null, EntryState.Done),
            new RegisterEvent("withdrawn", null, EntryState.Stopped),
        ]);

    public static readonly Series Series = new("roles", "One user, many roles", "How a change to user roles came about.");

    public static Issue July => SamplePublication.July with
    {
        Series = Series,
        Consultations =
        [
            .. SamplePublication.July.Consultations,
            new Consultation("MOD0036: the report", "The Secretariat", new LocalDate(2017, 7, 20), new LocalDate(2017, 8, 21), Ref("https://example.org/36/answer"), null, At),
        ],
    };

    public static Issue June => new()
    {
        Source = new SourceFile("content/issues/2017-06.md", "---\ntitle: June\n---\n"),
        Slug = "2017-06",
        Title = "June 2017: elections",
        Summary = "Who sits on the Board from July",
        Sent = new LocalDate(2017, 6, 29),
        Series = Series,
        Tags = ["Governance"],
        Modifications =
        [
            Step("MOD0035", "Longer reports", "decision", new LocalDate(2017, 6, 22), "the Board"),
            Step("MOD0036", null, "refinement", null, null),
            Step("MOD0034", "Paper forms", "withdrawn", new LocalDate(2017, 6, 2), "its proposer"),
        ],
        Decisions = [new Decision("board", "Metering Standards Board", new LocalDate(2017, 6, 22), "approved", "MOD0035", new Referral(null, new LocalDate(2017, 7, 6), At), At)],
        Committees =
        [
            new CommitteeUpdate
            {
                Committee = SamplePublication.Settings.Committees[0],
                Met = new LocalDate(2017, 6, 9),
                Next = [new NextMeeting(new LocalDate(2017, 7, 14), "", At)],
                Items = [Doc(P(T("It approved "), new RegisterMention(At, "mods", "MOD0035"), T(", with one note"), new FootnoteReference(At, 1, 1), T("."))) with { Footnotes = [new Footnote(1, [P("Kept short.")], 1)] }],
                Minutes = new TitledLink("Minutes of 12 May", Ref("2017-05.md")),
            },
        ],
        Body = Doc(
            P(T("Before all else: "), new RegisterMention(At, "mods", "MOD0099"), T(" is no more than talk.")),
            H(2, "The Board"),
            P(T("It voted on "), new RegisterMention(At, "mods", "MOD0035"), T(".")),
            new PartPlacement(At, PartKind.Committee, "board"),
            new Heading(At, 2, "mod0036-moves", [new RegisterMention(At, "mods", "MOD0036"), T(" moves")]),
            P(new Link(At, "https://example.org/36", null, [new RegisterMention(At, "mods", "MOD0036"), T(" in full")]), T(" and "), new RegisterMention(At, "mods", "MOD0036"))),
    };

    public static Issue May => new()
    {
        Source = new SourceFile("content/issues/2017-05.md", "---\ntitle: May\n---\n"),
        Slug = "2017-05",
        Title = "May 2017",
        Sent = new LocalDate(2017, 5, 25),
        Series = Series,
        Tags = ["Governance"],
        Modifications =
        [
            Step("MOD0035", "Long reports", "raised", new LocalDate(2017, 5, 2), null),
            Step("MOD0036", "One identifier for several roles", "raised", new LocalDate(2017, 5, 18), "a supplier"),
            Step("MOD0033", "Shorter forms", "implemented", new LocalDate(2017, 5, 1), null),
        ],
        Body = Doc(H(2, "Proposals"), new PartPlacement(At, PartKind.Modifications, "")),
    };

    public static Site Site => SamplePublication.Site with
    {
        Settings = SamplePublication.Settings with { Registers = [Register], Series = [Series] },
        Issues = [July, June, May, SamplePublication.Issues[^1]],
    };

    public static Publication Build(Func<Site, Site>? change = null, Instant? clock = null)
    {
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(change is null ? Site : change(Site), new PublicationOptions(clock ?? SamplePublication.Clock), bag);
        Assert.False(bag.HasErrors);
        return publication;
    }

    public static ModificationStep Step(string id, string? title, string name, LocalDate? date, string? by) =>
        new(id, "mods", title, name, date, by, null, At);

    /// <summary>An issue that mentions ids in one paragraph.</summary>
    public static Issue Mentioning(string slug, LocalDate sent, params ImmutableArray<string> ids) => new()
    {
        Source = new SourceFile($"content/issues/{slug}.md", "---\n---\n"),
        Slug = slug,
        Title = "Issue " + slug,
        Sent = sent,
        Body = Doc(H(2, "Mentions"), P([.. ids.SelectMany(id => new Inline[] { new RegisterMention(At, "mods", id), T(" ") })])),
    };
}
