using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model.Records;

public sealed class AgendaTests
{
    private static readonly Committee Ssc = new("ssc", "Security Sub-Committee", "SSC", null);
    private static readonly Committee Panel = new("panel", "The Panel", "Panel", null);
    private static readonly LocalDate Sept13 = new(2017, 9, 13);
    private static readonly LocalDate Sept27 = new(2017, 9, 27);

    [Fact]
    public void What_several_issues_announce_is_one_event_as_the_newest_has_it()
    {
        var only = Assert.Single(Agenda(
            Issue(5, Meeting(Sept13, 37) with { Location = "London" }),
            Issue(6, Meeting(Sept13, 37) with { Location = "Leeds", Start = new LocalTime(10, 0) })));
        Assert.Equal(("ssc-37", "Leeds", new LocalTime(10, 0)), (only.Key, only.Location, only.Start));
        Assert.Equal(("issue-5", "issue-6"), (only.FirstIssue.Slug, only.LastIssue.Slug));
    }

    [Fact]
    public void A_sequence_rises_with_each_change_and_not_with_a_repetition()
    {
        var only = Assert.Single(Agenda(
            Issue(3, Meeting(Sept13, 37)),
            Issue(4, Meeting(Sept13, 37)),
            Issue(5, Meeting(Sept13, 37) with { Title = "SSC Meeting 37, in London" }),
            Issue(6, Meeting(Sept13, 37) with { Title = "SSC Meeting 37, in London" })));
        Assert.Equal((1, new LocalDate(2017, 5, 1)), (only.Sequence, only.LastChanged));
    }

    [Fact]
    public void A_meeting_that_moves_is_found_by_its_number_and_keeps_its_key()
    {
        var events = Agenda(Issue(5, Meeting(Sept13, 37), Meeting(Sept27, 38)), Issue(6, Meeting(new LocalDate(2017, 9, 14), 37), Meeting(Sept27, 38)));
        Assert.Equal([("ssc-37", new LocalDate(2017, 9, 14), 1), ("ssc-38", Sept27, 0)], events.Select(e => (e.Key, e.Date, e.Sequence)));
    }

    [Fact]
    public void The_day_that_a_meeting_moved_from_is_free_for_another()
    {
        var events = Agenda(
            Issue(5, Meeting(Sept13, 37)),
            Issue(6, Meeting(new LocalDate(2017, 9, 14), 37)),
            Issue(7, Meeting(Sept13, null) with { Title = "Extraordinary meeting" }));
        Assert.Equal([("ssc-2017-09-13", Sept13), ("ssc-37", new LocalDate(2017, 9, 14))], events.Select(e => (e.Key, e.Date)));
    }

    [Fact]
    public void Meetings_that_are_numbered_anew_are_found_by_their_days()
    {
        var events = Agenda(Issue(5, Meeting(Sept13, 37), Meeting(Sept27, 38)), Issue(6, Meeting(Sept13, 38), Meeting(Sept27, 39)));
        Assert.Equal([("ssc-37", Sept13, 38), ("ssc-38", Sept27, 39)], events.Select(e => (e.Key, e.Date, e.Number!.Value)));
    }

    [Fact]
    public void A_number_that_comes_again_much_later_is_another_meeting() =>
        Assert.Equal(["ssc-1", "ssc-1-2"], Agenda(Issue(1, Meeting(new LocalDate(2017, 1, 9), 1)), Issue(12, Meeting(new LocalDate(2018, 1, 8), 1))).Select(e => e.Key));

    [Fact]
    public void Two_meetings_on_one_day_stay_two_in_every_issue()
    {
        var morning = Meeting(Sept13, null) with { Title = "SSC, morning", Start = new LocalTime(9, 0) };
        var afternoon = Meeting(Sept13, null) with { Title = "SSC, afternoon", Start = new LocalTime(14, 0) };
        var events = Agenda(Issue(5, morning, afternoon), Issue(6, afternoon, morning));
        Assert.Equal([("ssc-2017-09-13", "SSC, morning", 0), ("ssc-2017-09-13-2", "SSC, afternoon", 0)], events.Select(e => (e.Key, e.Title, e.Sequence)));
        Assert.Equal(["ssc-37", "ssc-38"], Agenda(Issue(5, Meeting(Sept13, 37)), Issue(6, Meeting(Sept13, 37), Meeting(Sept13, 38))).Select(e => e.Key));
    }

    [Fact]
    public void An_event_without_a_committee_is_known_by_its_title_and_day()
    {
        var day = new CalendarEntry(Sept13, null, null, "Open day: “bring a friend”", null, null, null, null, TextSpan.None);
        var events = Agenda(Issue(5, day), Issue(6, day with { Location = "London" }), Issue(7, day with { Date = Sept27 }));
        Assert.Equal(["2017-09-13-open-day-bring-a-friend", "2017-09-27-open-day-bring-a-friend"], events.Select(e => e.Key));
        Assert.Equal("London", events[0].Location);
    }

    [Fact]
    public void A_committee_that_one_of_two_issues_leaves_out_is_remembered()
    {
        var bare = Meeting(Sept13, null) with { Committee = null };
        Assert.Equal(Ssc, Assert.Single(Agenda(Issue(5, Meeting(Sept13, null)), Issue(6, bare))).Committee);
        Assert.Equal(Ssc, Assert.Single(Agenda(Issue(5, bare), Issue(6, Meeting(Sept13, null)))).Committee);
    }

    [Fact]
    public void Next_dates_of_a_committee_stand_in_until_a_calendar_names_the_meeting()
    {
        var june = Issue(6) with { Committees = [new CommitteeUpdate { Committee = Panel, Next = [new NextMeeting(Sept13, "", TextSpan.None)] }] };
        var july = Issue(7, Meeting(Sept13, 48) with { Committee = Panel, Title = "Panel Meeting 48" });
        Assert.Equal("part-committee-panel", Assert.Single(Agenda(june)).Part.Anchor);
        var only = Assert.Single(Agenda(june, july));
        Assert.Equal(("panel-2017-09-13", "Panel Meeting 48", 48, "part-calendar"), (only.Key, only.Title, only.Number, only.Part.Anchor));
    }

    [Fact]
    public void A_later_issue_changes_no_key()
    {
        Issue[] issues =
        [
            Issue(3, Meeting(Sept13, 37), Meeting(Sept27, null)),
            Issue(4, Meeting(Sept27, 38), Meeting(Sept13, 36)),
            Issue(5, Meeting(new LocalDate(2017, 9, 12), 36), Meeting(Sept27, 37) with { Title = "!" }),
            Issue(6, Meeting(Sept27, 37), Meeting(Sept27, 38), Meeting(Sept13, null) with { Committee = null }),
        ];
        for (var count = 1; count < issues.Length; count++)
        {
            Assert.Subset(
                Agenda(issues[..(count + 1)]).Select(e => e.Key).ToHashSet(StringComparer.Ordinal),
                Agenda(issues[..count]).Select(e => e.Key).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_revision_never_lets_a_sequence_fall()
    {
        var wrong = Issue(5, Meeting(new LocalDate(2017, 9, 14), 37));
        var right = Issue(5, Meeting(Sept13, 37)) with { Revisions = [new Revision(new LocalDate(2017, 5, 9), "The day was wrong.", [], TextSpan.None)] };
        var (first, last) = (Issue(4, Meeting(Sept13, 37)), Issue(6, Meeting(Sept13, 37)));
        var before = Assert.Single(Agenda(first, wrong, last));
        var after = Assert.Single(Agenda(first, right, last));
        Assert.True(after.Sequence > before.Sequence, $"{before.Sequence}, {after.Sequence}");
        Assert.Equal(new LocalDate(2017, 5, 9), after.LastChanged);
    }

    [Fact]
    public void A_key_is_fit_for_the_name_of_a_file()
    {
        var endless = new CalendarEntry(Sept13, null, null, new string('名', 400), null, null, null, null, TextSpan.None);
        var key = Assert.Single(Agenda(Issue(5, endless))).Key;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(key), 20, 240);
    }

    [Fact]
    public void Tells_months_and_what_is_before_and_from_a_day()
    {
        var agenda = Records(Issue(5, Meeting(Sept27, 38), Meeting(Sept13, 37), Meeting(new LocalDate(2017, 7, 12), 35))).Agenda;
        Assert.Equal([new YearMonth(2017, 7), new YearMonth(2017, 9)], agenda.Months.ToArray());
        Assert.Equal(["ssc-37", "ssc-38"], agenda.From(Sept13).Select(e => e.Key));
        Assert.Equal(["ssc-37", "ssc-35"], agenda.Before(Sept27).Select(e => e.Key));
    }

    private static System.Collections.Immutable.ImmutableArray<AgendaEvent> Agenda(params Issue[] issues) => Records(issues).Agenda.Events;

    private static PublicationRecords Records(params Issue[] issues) =>
        ModelBuilder.Assemble(ModelBuilder.Site(issues) with { Settings = ModelBuilder.Settings with { Committees = [Ssc, Panel] } }, out _, future: true).Records;

    private static Issue Issue(int month, params CalendarEntry[] entries) =>
        ModelBuilder.Issue($"issue-{month}", new LocalDate(2017, month, 1)) with { Calendar = [.. entries] };

    private static CalendarEntry Meeting(LocalDate date, int? number) =>
        new(date, null, null, number is null ? "SSC meeting" : $"SSC Meeting {number}", Ssc, number, null, null, TextSpan.None);
}
