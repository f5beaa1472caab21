using System.Collections.Immutable;

namespace SecPress.Content.Schemas;

/// <summary>The keys of an issue's front matter, and of a page's.</summary>
internal static class IssueSchema
{
    private static readonly ImmutableArray<Field> CommitteeFields =
    [
        new Field("met", Shapes.Date, "When it met."),
        new Field("next", new ListShape(new EitherShape(Shapes.Date, Shapes.Map(
            new Field("date", Shapes.Date, "The day.") { Required = true },
            new Field("purpose", Shapes.Line, "What it is for, when it is not an ordinary meeting.")))),
            "When it meets next."),
        new Field("headlines", Shapes.TitledLink, "The meeting's headlines."),
        new Field("minutes", Shapes.TitledLink, "The meeting's minutes."),
        new Field("links", new ListShape(Shapes.TitledLink), "Other links."),
        new Field("items", new ListShape(Shapes.Markdown), "What it did: Markdown, one text an item."),
        new Field("seats", new ListShape(Shapes.Map(
            new Field("category", Shapes.Line, "Whom the seat is for.") { Required = true },
            new Field("holder", Shapes.Line, "Who holds it."),
            new Field("vacant", Shapes.Boolean, "Whether nobody holds it."),
            new Field("re-appointed", Shapes.Boolean, "Whether its holder held it before.") { Default = "false" })),
            "Its seats."),
    ];

    public static readonly MapShape Issue = Shapes.Map(
        new Field("title", Shapes.Line, "The headline.") { Required = true },
        new Field("summary", Shapes.Line, "One sentence: the email's preheader, the page's description, the feed's summary."),
        new Field("sent", Shapes.DateTime, "When it goes out: a date, and a time if you like.") { Required = true },
        new Field("draft", Shapes.Boolean, "Whether it is built with --drafts only, and never sent.") { Default = "false" },
        new Field("slug", new TextShape(Formats.SlugText), "Its name in addresses.") { Default = "the file's name" },
        new Field("revisions", new ListShape(Shapes.Map(
            new Field("date", Shapes.Date, "When it was changed.") { Required = true },
            new Field("note", Shapes.Line, "What was changed.") { Required = true },
            new Field("sections", new ListShape(Shapes.Line), "The anchors of the sections that were changed."))),
            "Changes after sending."),
        new Field("highlights", new ListShape(Shapes.Map(
            new Field("colour", Shapes.Line, "The name of a colour of the theme.") { Required = true, OtherNames = ["color"], Names = NameKind.Colour },
            new Field("text", Shapes.Markdown, "The words.") { Required = true },
            new Field("section", Shapes.Line, "The anchor of the section it leads to."))),
            "The coloured bullets at the top."),
        new Field("panel", Shapes.Map(CommitteeFields), "Short for the entry 'panel' of committees."),
        new Field("committees", new ListShape(new MapShape(
            [new Field("id", Shapes.Line, "The committee's id in site.yml.") { Required = true, Names = NameKind.Committee }, .. CommitteeFields])),
            "What committees did, and when they meet next."),
        new Field("modifications", new ListShape(Shapes.Map(
            new Field("id", Shapes.Line, "Its id in a register.") { Required = true },
            new Field("title", Shapes.Line, "What it is called."),
            new Field("event", Shapes.Line, "The step it took: one of its register's events.") { Required = true, Names = NameKind.Event },
            new Field("date", Shapes.Date, "When."),
            new Field("by", Shapes.Line, "By whom."),
            new Field("link", Shapes.Link, "Where to read more.") { OtherNames = ["url"] })),
            "Steps in the life of registered proposals."),
        new Field("consultations", new ListShape(Shapes.Map(
            new Field("title", Shapes.Line, "What it is called.") { Required = true },
            new Field("issuer", Shapes.Line, "Who consults."),
            new Field("opened", Shapes.Date, "Its first day."),
            new Field("closes", Shapes.Date, "Its last day."),
            new Field("link", Shapes.Link, "Where to answer.") { OtherNames = ["url"] },
            new Field("status", new ChoiceShape(["open", "closed", "withdrawn"]), "Its state.") { Default = "by its dates" })),
            "Consultations."),
        new Field("decisions", new ListShape(Shapes.Map(
            new Field("body", Shapes.Line, "Who decided: a committee's id, or a name.") { Required = true },
            new Field("date", Shapes.Date, "When."),
            new Field("outcome", Shapes.Line, "What was decided.") { Required = true },
            new Field("refers-to", Shapes.Line, "What it was about: an id of a register."),
            new Field("referral", Shapes.Map(
                new Field("working-days", Shapes.Count, "How many Working Days there are to refer it."),
                new Field("deadline", Shapes.Date, "The day they end.")),
                "The time to refer it."))),
            "Decisions."),
        new Field("accessions", Shapes.Map(
            new Field("previous", Shapes.Count, "Parties at the last issue."),
            new Field("current", Shapes.Count, "Parties now."),
            new Field("acceded", Shapes.Count, "Parties that came."),
            new Field("withdrawn", Shapes.Count, "Parties that left."),
            new Field("expelled", Shapes.Count, "Parties that were expelled."),
            new Field("panel-changes", Shapes.Count, "Changes to the panel.")),
            "The party table."),
        new Field("calendar", new ListShape(Shapes.Map(
            new Field("date", Shapes.Date, "The day.") { Required = true },
            new Field("start", Shapes.Time, "When it starts, as HH:mm in quotes."),
            new Field("end", Shapes.Time, "When it ends."),
            new Field("title", Shapes.Line, "What it is.") { Required = true },
            new Field("committee", Shapes.Line, "The id of the committee that meets.") { Names = NameKind.Committee },
            new Field("number", new IntegerShape(1, int.MaxValue), "The meeting's number."),
            new Field("location", Shapes.Line, "Where."),
            new Field("link", Shapes.Link, "Where to read more.") { OtherNames = ["url"] })),
            "Meetings and events to come."),
        new Field("key-dates", new ListShape(Shapes.Map(
            new Field("date", Shapes.Date, "The day.") { Required = true },
            new Field("text", Shapes.Markdown, "What happens.") { Required = true })),
            "Dates besides those of calendar, consultations and decisions."),
        new Field("email", Shapes.Map(
            new Field("subject", Shapes.Line, "The subject of the email.") { Default = "the title" },
            new Field("streams", new ListShape(Shapes.Line), "The ids of the streams it goes to.") { Default = "[newsletter]", Names = NameKind.Stream }),
            "The email edition."),
        new Field("links", new ListShape(Shapes.TitledLink), "Links at the end."),
        new Field("attachments", new ListShape(Shapes.TitledLink), "Files to read or download."),
        new Field("tags", new ListShape(Shapes.Line), "What it is about."),
        new Field("series", Shapes.Line, "The id of the series it belongs to.") { Names = NameKind.Series },
        new Field("aliases", new ListShape(new TextShape(Formats.SitePath)), "Older addresses that lead here."),
        new Field("image", Shapes.Link, "An image for sharing."));

    public static readonly MapShape Page = Shapes.Map(
        new Field("title", Shapes.Line, "The headline.") { Required = true },
        new Field("summary", Shapes.Line, "One sentence about the page."),
        new Field("menu", new IntegerShape(0, int.MaxValue), "Its place in the menu, lowest first; without it the page stands in the footer."),
        new Field("order", new IntegerShape(0, int.MaxValue), "Its place among the pages of its folder, lowest first.") { Default = "by address, behind those that have one" },
        new Field("draft", Shapes.Boolean, "Whether it is left out.") { Default = "false" },
        new Field("slug", new TextShape(Formats.SlugText), "Its name in addresses.") { Default = "the file's name" },
        new Field("aliases", new ListShape(new TextShape(Formats.SitePath)), "Older addresses that lead here."));
}
