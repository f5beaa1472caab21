using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Support;

/// <summary>A small publication that has one of everything: what the goldens of the pages are made from.</summary>
internal static class SamplePublication
{
    private static readonly TextSpan At = TextSpan.None;
    private static readonly Committee Board = new("board", "Metering Standards Board", "Board", null);
    private static readonly Committee Security = new("security", "Security Sub-Committee", "SSC", "FREQ=MONTHLY;BYDAY=2WE");

    public static readonly Instant Clock = Instant.FromUtc(2017, 8, 1, 9, 0);

    public static SiteSettings Settings => new()
    {
        Source = new SourceFile("site.yml", "title: The Metering Bulletin\n"),
        Title = "The Metering Bulletin",
        Description = "News of a code that does not exist, for testing how it looks.",
        BaseUrl = new Uri("https://bulletin.example.org/news/"),
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/London"],
        Notice = "A demonstration, not a real publication.",
        NoticeContent = [T("A "), Strong("demonstration"), T(", not a real publication. "), A("/about/", "About this site")],
        Publisher = new Publisher(
            "The Bulletin’s Secretariat",
            "1 Example Street, Exampleton, EX1 1EX",
            "desk@example.org",
            "+44 (0)20 7946 0000",
            [new NamedLink("The Bulletin’s channel", "https://social.example.org/bulletin")]),
        Theme = new Theme
        {
            Colours = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
            {
                ["blue"] = "#1d5fa8",
                ["yellow"] = "#e0b000",
                ["green"] = "#2f6f3e",
            }),
        },
        Committees = [Board, Security],
        Email = new EmailSettings { Editions = PublishedEditions.Latest },
    };

    public static ImmutableArray<Page> Pages =>
    [
        new Page
        {
            Source = new SourceFile("content/pages/about.md", "---\ntitle: About\n---\n"),
            Slug = "about",
            Title = "About this site",
            Summary = "What it is, and who makes it.",
            Menu = 2,
            Aliases = [Ref("/old/about.html")],
            Body = Doc(P("A page like any other."), H(1, "Who makes it"), P("Nobody does."), H(2, "Since when"), P("Never.")),
        },
        new Page
        {
            Source = new SourceFile("content/pages/subscribe.md", "---\ntitle: Subscribe\n---\n"),
            Slug = "subscribe",
            Title = "Subscribe",
            Menu = 1,
            Body = Doc(P("Write to the desk.")),
        },
        new Page
        {
            Source = new SourceFile("content/pages/privacy.md", "---\ntitle: Privacy\n---\n"),
            Slug = "privacy",
            Title = "Privacy",
            Body = Doc(P("Nothing is kept.")),
        },
    ];

    private static readonly SourceFile JulySource =
        new("content/issues/2017-07.md", "---\ntitle: July 2017 & the road ahead\n---\n\n::: calendar\n:::\n");

    public static Issue July => new()
    {
        Source = JulySource,
        Slug = "2017-07",
        Title = "July 2017 & the road ahead",
        Summary = "Dates for the engagement day, one consultation that closes soon, and a decision on user roles",
        Sent = new LocalDate(2017, 7, 27),
        SentTime = new LocalTime(9, 30),
        Revisions = [new Revision(new LocalDate(2017, 7, 31), "The date of the engagement day was wrong.", ["engagement-day"], At)],
        Tags = ["Governance", "Releases"],
        Image = Ref("/images/share.png"),
        Aliases = [Ref("/newsletters/july")],
        Highlights =
        [
            new Highlight("blue", Inline("Engagement day on 14 September"), Ref("#engagement-day"), At),
            new Highlight("yellow", Inline("Consultation on user roles closes on 11 August"), null, At),
            new Highlight("green", Inline("Business architecture: the final text"), null, At),
        ],
        KeyDates = [new KeyDate(new LocalDate(2017, 8, 11), Inline("Consultation on user roles closes"), At)],
        Consultations =
        [
            new Consultation(
                "User roles: one identifier", "The Secretariat", new LocalDate(2017, 7, 20), new LocalDate(2017, 8, 11), Ref("https://example.org/roles"), null, At),
            new Consultation("Performance regime", "The Regulator", null, new LocalDate(2017, 6, 19), null, ConsultationStatus.Closed, At),
            new Consultation("Architecture review", "The Board", null, null, null, null, At),
        ],
        Modifications =
        [
            new ModificationStep("MOD0036", "mods", "One identifier for several roles", "report-consultation", new LocalDate(2017, 7, 20), "the Board", Ref("https://example.org/36"), At),
            new ModificationStep("MOD0037", "mods", null, "sent-back-again", null, null, null, At),
        ],
        Decisions =
        [
            new Decision("board", Board.Name, new LocalDate(2017, 7, 22), "approved", "MOD0035", new Referral(10, new LocalDate(2017, 8, 5), At), At),
            new Decision("the Regulator", "The Regulator", null, "noted", null, new Referral(null, new LocalDate(2017, 9, 1), At), At),
        ],
        Committees =
        [
            new CommitteeUpdate
            {
                Committee = Board,
                Met = new LocalDate(2017, 7, 14),
                Next = [new NextMeeting(new LocalDate(2017, 8, 11), "", At), new NextMeeting(new LocalDate(2017, 8, 25), "decisions on the release", At)],
                Headlines = new TitledLink("", Ref("https://example.org/headlines")),
                Minutes = new TitledLink("Final minutes of June", Ref("https://example.org/minutes")),
                Links = [new TitledLink("Terms of reference", Ref("/files/terms.pdf"))],
                Items = [Doc(P("The testing approach was approved.")), Doc(P("Releases were discussed:"), Ul("scope", "timing"))],
            },
            new CommitteeUpdate
            {
                Committee = Security,
                Next = [new NextMeeting(new LocalDate(2017, 8, 9), "", At)],
                Seats =
                [
                    new Seat("Large supplier", "The first holder", true, At),
                    new Seat("Large supplier", null, false, At),
                    new Seat("Networks", "The second holder", false, At),
                ],
            },
        ],
        Accessions = new PartyCount(226, 245, 20, 0, 1, null, At),
        Calendar =
        [
            new CalendarEntry(new LocalDate(2017, 8, 9), null, null, "Review of assessments", Security, 35, null, null, At),
            new CalendarEntry(
                new LocalDate(2017, 9, 14), new LocalTime(10, 0), new LocalTime(16, 0), "Engagement day", null, null, "London", Ref("https://example.org/day"), At),
            new CalendarEntry(new LocalDate(2017, 9, 20), new LocalTime(11, 0), null, "Question hour 16", null, null, null, null, At),
        ],
        Links = [new TitledLink("The code’s website", Ref("https://example.org/"))],
        Attachments = [new TitledLink("Terms of reference (PDF)", Ref("/files/terms.pdf"))],
        Body = new Document(
            [
                H(2, "Engagement day"),
                P(T("The engagement day takes place on 14 September. See "), A("2017-06.md", "the June issue"), T(" for the "), Abbr("SSC", "Security Sub-Committee"),
                    T(", and bring a copy"), new FootnoteReference(At, 1, 1), T(" of "), new RegisterMention(At, "mods", "MOD0036"), T(".")),
                new Container(At, ContainerKind.Callout, "Places are few", [P("Write to the desk soon.")]),
                new Container(At, ContainerKind.Button, "", [P(A("https://example.org/day", "Register for the engagement day"))]),
                new Container(At, ContainerKind.Greeting, "", [P("Only in the email.")]),
                H(2, "Consultation on user roles"),
                P(T("Each user may act in several roles"), new FootnoteReference(At, 1, 2), T(" with one identifier, "), Strong("if"), T(" the change is approved.")),
                H(3, "What changes"),
                Ul("fewer identifiers", "one certificate for each"),
                new ListBlock(At, false, 1, true, [new ListItem(At, true, [P("drafted")]), new ListItem(At, false, [P("approved")])]),
                new Table(
                    At,
                    Words("Roles and identifiers"),
                    [ColumnAlignment.None, ColumnAlignment.Right],
                    [Cell("Role"), Cell("Identifiers")],
                    [[Cell("Supplier"), Cell("2")], [Cell("Network operator"), Cell("1")]]),
                H(3, "What does not"),
                new Quote(At, [P("Everything else stays as it is.")]),
                new CodeBlock(At, "xml", "<role id=\"1\">\n  supplier\n</role>"),
                new Figure(At, [P(new Image(At, "/images/share.png", "A meter on a wall", null))], Words("A meter")),
                H(2, "Business architecture: the final text"),
                P(T("The final text is "), A("https://example.org/architecture", "ready for review"), T(".")),
                new PartPlacement(new TextSpan(JulySource.OffsetOf(5, 1), JulySource.OffsetOf(6, 4)), PartKind.Calendar, ""),
                new Container(At, ContainerKind.WebOnly, "", [P("The archive has all that was said before.")]),
            ],
            [new Footnote(1, [P("Printed or not.")], 2)]),
    };

    public static ImmutableArray<Issue> Issues =>
    [
        July,
        Older("2017-06", "June 2017: elections", new LocalDate(2017, 6, 29), "Who sits on the Board from July"),
        Older("2017-05", "May 2017", new LocalDate(2017, 5, 25), ""),
        Older("2016-12", "December 2016: the year in review", new LocalDate(2016, 12, 21), "What the year brought, month by month"),
    ];

    public static ImmutableArray<Asset> Assets =>
    [
        new("images/share.png", "content/images/share.png", Png(1200, 630)),
        new("files/terms.pdf", "content/files/terms.pdf", [1, 2, 3]),
    ];

    public static Publication Build() => Build(s => s);

    public static Publication Build(Func<Site, Site> change)
    {
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(change(Site), new PublicationOptions(Clock), bag);
        Assert.False(bag.HasErrors);
        return publication;
    }

    public static Site Site => new()
    {
        Settings = Settings,
        Labels = RepositoryTemplates.Labels,
        Templates = RepositoryTemplates.Set,
        Issues = Issues,
        Pages = Pages,
        Assets = Assets,
    };

    /// <summary>The first bytes of a PNG file: all that is read of it.</summary>
    public static ImmutableArray<byte> Png(int width, int height) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R',
        (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width,
        (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height,
    ];

    private static Issue Older(string slug, string title, LocalDate sent, string summary) => new()
    {
        Source = new SourceFile($"content/issues/{slug}.md", $"---\ntitle: {title}\n---\n"),
        Slug = slug,
        Title = title,
        Summary = summary,
        Sent = sent,
        Body = Doc(H(2, "One thing"), P("It happened."), H(2, "Another"), P("So did this.")),
    };
}
