using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Tests.Model.Records;

public sealed class RegisterTests
{
    private static readonly TextSpan At = TextSpan.None;

    private static readonly Register Register = new(
        "mods",
        null,
        @"MOD\d{4}",
        [
            new RegisterEvent("raised", null, EntryState.Open),
            new RegisterEvent("refinement", null, EntryState.Open),
            new RegisterEvent("consultation", null, EntryState.Open),
            new RegisterEvent("implemented", null, EntryState.Done),
            new RegisterEvent("withdrawn", null, EntryState.Stopped),
        ]);

    [Fact]
    public void The_last_step_by_date_is_the_state_whichever_issue_told_it()
    {
        var entry = Single(
            Issue(1) with { Modifications = [Step("consultation", new LocalDate(2017, 3, 2)), Step("raised", new LocalDate(2017, 1, 1))] },
            Issue(2) with { Modifications = [Step("refinement", new LocalDate(2017, 2, 1))] });
        Assert.Equal(["raised", "refinement", "consultation"], entry.Timeline.Cast<StepItem>().Select(s => s.Step.Event));
        Assert.Equal(EntryState.Open, entry.State);
    }

    [Fact]
    public void A_step_that_is_repeated_is_told_once_by_the_issue_that_told_it_first()
    {
        var entry = Single(
            Issue(1) with { Modifications = [Step("raised", new LocalDate(2017, 1, 5))] },
            Issue(2) with { Modifications = [Step("raised", new LocalDate(2017, 1, 5)), Step("refinement", null)] },
            Issue(3) with { Modifications = [Step("refinement", null)] });
        Assert.Equal(["raised 2017-01", "refinement 2017-02"], entry.Timeline.Cast<StepItem>().Select(s => $"{s.Step.Event} {s.Issue.Slug}"));
        Assert.False(entry.Latest!.IsDated);
    }

    [Fact]
    public void The_title_last_given_is_kept_when_a_later_issue_gives_none()
    {
        var entry = Single(
            Issue(1) with { Modifications = [Step("raised", null, "A title")] },
            Issue(2) with { Modifications = [Step("refinement", null, "A better title")] },
            Issue(3) with { Modifications = [Step("consultation", null)] });
        Assert.Equal("A better title", entry.Title);
    }

    [Fact]
    public void A_consultation_belongs_to_the_entries_its_title_names_as_whole_words()
    {
        var records = Records(Issue(1) with { Consultations = [Consults("MOD0001 and MOD0002, not XMOD0003 or MOD00045, but MOD0001", null, null)] });
        Assert.Equal(["MOD0001", "MOD0002"], records.Registers.Single().Entries.Select(e => e.Id));
        Assert.All(records.Registers.Single().Entries, e => Assert.Single(e.Timeline));
        Assert.Equal(["MOD0002", "MOD0001"], records.EntriesIn("MOD0002, MOD0001, MOD0002, MOD0009").Select(e => e.Id));
    }

    [Fact]
    public void What_closes_stays_open_to_its_last_day()
    {
        var entry = Single(Issue(1) with
        {
            Modifications = [Step("raised", null)],
            Consultations = [Consults("MOD0001 now", null, new LocalDate(2017, 2, 10)), Consults("MOD0001 some day", null, null)],
            Decisions = [new Decision("x", "X", null, "approved", "MOD0001", new Referral(null, new LocalDate(2017, 2, 1), At), At)],
        });
        Assert.Equal(3, entry.OpenOn(new LocalDate(2017, 2, 1)).Count());
        Assert.Equal([new LocalDate(2017, 2, 10), null], entry.OpenOn(new LocalDate(2017, 2, 10)).Select(o => o.Ends));
        Assert.Equal([null], entry.OpenOn(new LocalDate(2017, 2, 11)).Select(o => o.Ends));
    }

    [Fact]
    public void A_consultation_without_a_last_day_is_over_when_its_entry_is()
    {
        var entry = Single(Issue(1) with { Consultations = [Consults("MOD0001", null, null)], Modifications = [Step("implemented", null)] });
        Assert.Empty(entry.OpenOn(new LocalDate(2017, 1, 1)));
    }

    [Fact]
    public void The_path_holds_what_was_reached_and_what_may_follow()
    {
        var entry = Single(Issue(1) with { Modifications = [Step("raised", new LocalDate(2017, 1, 1)), Step("consultation", new LocalDate(2017, 1, 9))] });
        Assert.Equal(["raised Passed", "consultation Current", "implemented Ahead"], PathOf(entry));
    }

    [Fact]
    public void Of_an_entry_that_was_sent_back_the_later_stage_lies_ahead_again()
    {
        var entry = Single(Issue(1) with
        {
            Modifications = [Step("raised", new LocalDate(2017, 1, 1)), Step("consultation", new LocalDate(2017, 1, 2)), Step("refinement", new LocalDate(2017, 1, 3))],
        });
        Assert.Equal(["raised Passed", "refinement Current", "consultation Ahead", "implemented Ahead"], PathOf(entry));
    }

    [Fact]
    public void Nothing_follows_an_end()
    {
        var entry = Single(Issue(1) with { Modifications = [Step("raised", new LocalDate(2017, 1, 1)), Step("withdrawn", new LocalDate(2017, 1, 2))] });
        Assert.Equal(["raised Passed", "withdrawn Current"], PathOf(entry));
        Assert.Equal(EntryState.Stopped, entry.State);
    }

    [Fact]
    public void Nothing_is_said_to_follow_where_no_event_is_marked_as_the_goal()
    {
        var register = Register with { Events = [.. Register.Events.Select(e => e with { State = EntryState.Open })] };
        var records = Records(register, Issue(1) with { Modifications = [Step("raised", null)] });
        Assert.Equal(["raised Current"], PathOf(records.FindEntry("MOD0001")!));
    }

    [Fact]
    public void An_entry_without_a_known_step_has_no_path()
    {
        Assert.Empty(EntryPath.Of(Single(Issue(1) with { Modifications = [Step("unheard-of", null)] })));
        Assert.Empty(EntryPath.Of(Single(Mentions(Issue(1)))));
    }

    [Fact]
    public void Those_on_their_way_come_first_and_those_only_mentioned_last()
    {
        var publication = Assemble(
            Register,
            Mentions(Issue(1), "MOD0001", "MOD0004") with
            {
                Modifications = [Step("implemented", new LocalDate(2017, 1, 3), id: "MOD0002"), Step("raised", new LocalDate(2017, 1, 1), id: "MOD0003")],
            });
        Assert.Equal(["MOD0003", "MOD0002", "MOD0004", "MOD0001"], publication.Map.Pages.OfType<RegisterPage>().Single().Entries.Select(e => e.Id));
        var record = publication.Records.Registers.Single();
        Assert.Equal((1, 1, 0, 2), (record.Open, record.Done, record.Stopped, record.Mentioned));
    }

    [Fact]
    public void Neighbours_are_by_id()
    {
        var record = Records(Mentions(Issue(1), "MOD0007", "MOD0001", "MOD0003")).Registers.Single();
        Assert.Equal(("MOD0001", "MOD0007"), (record.Neighbours(record.Find("MOD0003")!).Before!.Id, record.Neighbours(record.Find("MOD0003")!).After!.Id));
        Assert.Null(record.Neighbours(record.Find("MOD0001")!).Before);
        Assert.Null(record.Neighbours(record.Find("MOD0007")!).After);
    }

    [Fact]
    public void It_was_last_spoken_of_in_the_newest_issue_whether_told_or_mentioned()
    {
        var told = Single(Mentions(Issue(1)), Issue(2) with { Modifications = [Step("raised", new LocalDate(2017, 1, 1))] });
        Assert.Equal(("2017-02", "part-modifications"), (told.LastPlace.Issue.Slug, told.LastPlace.Anchor));
        var mentioned = Single(Issue(1) with { Modifications = [Step("raised", null)] }, Mentions(Issue(2)));
        Assert.Equal(("2017-02", "news"), (mentioned.LastPlace.Issue.Slug, mentioned.LastPlace.Anchor));
    }

    [Fact]
    public void A_part_is_found_in_the_section_it_was_placed_in()
    {
        var placed = ModelBuilder.Issue("2017-01", new LocalDate(2017, 1, 31), "First", "Second");
        placed = placed with { Body = placed.Body with { Blocks = placed.Body.Blocks.Insert(1, new PartPlacement(At, PartKind.Committee, "ssc")) } };
        Assert.Equal("first", Section.Holding(placed, new Part(PartKind.Committee, "ssc")).Anchor);
        Assert.Equal("part-committee-panel", Section.Holding(placed, new Part(PartKind.Committee, "panel")).Anchor);
    }

    private static IEnumerable<string> PathOf(RegisterEntry entry) => EntryPath.Of(entry).Select(s => $"{s.Event.Id} {s.State}");

    private static Issue Issue(int month) => ModelBuilder.Issue($"2017-{month:00}", new LocalDate(2017, month, 28));

    private static Issue Mentions(Issue issue, params ImmutableArray<string> ids) => issue with
    {
        Body = new Document(
            [
                new Heading(At, 2, "news", ModelBuilder.Text("News")),
                new Paragraph(At, [.. (ids.IsEmpty ? ["MOD0001"] : ids).Select(id => new RegisterMention(At, "mods", id))]),
            ],
            []),
    };

    private static ModificationStep Step(string name, LocalDate? date, string? title = null, string id = "MOD0001") =>
        new(id, "mods", title, name, date, null, null, At);

    private static Consultation Consults(string title, LocalDate? opened, LocalDate? closes) => new(title, "", opened, closes, null, null, At);

    private static RegisterEntry Single(params ReadOnlySpan<Issue> issues) => Records(Register, issues).FindEntry("mods", "MOD0001")!;

    private static PublicationRecords Records(params ReadOnlySpan<Issue> issues) => Records(Register, issues);

    private static PublicationRecords Records(Register register, params ReadOnlySpan<Issue> issues) => Assemble(register, issues).Records;

    private static Publication Assemble(Register register, params ReadOnlySpan<Issue> issues)
    {
        var site = ModelBuilder.Site(issues);
        return ModelBuilder.Assemble(site with { Settings = site.Settings with { Registers = [register] } }, out _);
    }
}
