using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Tests.Model.Records;

/// <summary>The clock of these publications is the first of July 2017.</summary>
public sealed class DeadlineTests
{
    private static readonly LocalDate July10 = new(2017, 7, 10);

    [Fact]
    public void A_consultation_that_is_told_again_is_one_and_keeps_what_was_told_before()
    {
        var only = Assert.IsType<ConsultationDeadline>(Assert.Single(Deadlines(
            Issue(5, Consultation(July10) with { Opened = new LocalDate(2017, 5, 2), Link = new Reference("/answer", TextSpan.None) }),
            Issue(6, Consultation(null)))));
        Assert.Equal((July10, "issue-6", DeadlineState.Open, 0), (only.Date, only.Issue.Slug, only.State, only.Sequence));
        Assert.Equal(new LocalDate(2017, 5, 2), only.Consultation.Opened);
        Assert.Equal("issue-5", only.Link!.Value.Issue.Slug);
    }

    [Fact]
    public void An_extended_consultation_keeps_its_key_and_its_sequence_rises()
    {
        var only = Assert.Single(Deadlines(Issue(5, Consultation(new LocalDate(2017, 6, 10))), Issue(6, Consultation(July10))));
        Assert.Equal((July10, "consultation-user-roles", 1, new LocalDate(2017, 6, 1)), (only.Date, only.Key, only.Sequence, only.LastChanged));
    }

    [Fact]
    public void A_withdrawn_consultation_stays_with_its_day()
    {
        var only = Assert.Single(Deadlines(Issue(5, Consultation(July10)), Issue(6, Consultation(null) with { Status = ConsultationStatus.Withdrawn })));
        Assert.Equal((DeadlineState.Withdrawn, July10, 1), (only.State, only.Date, only.Sequence));
    }

    [Fact]
    public void One_of_the_same_name_a_year_later_is_another()
    {
        var two = Deadlines(Issue(1, Consultation(new LocalDate(2016, 7, 10))), Issue(6, Consultation(July10)));
        Assert.Equal([("consultation-user-roles-2", DeadlineState.Open), ("consultation-user-roles", DeadlineState.Closed)], two.Select(d => (d.Key, d.State)));
    }

    [Theory]
    [InlineData(6, 30, null, DeadlineState.Closed)]
    [InlineData(7, 1, null, DeadlineState.Open)]
    [InlineData(7, 1, ConsultationStatus.Closed, DeadlineState.Closed)]
    [InlineData(6, 30, ConsultationStatus.Open, DeadlineState.Closed)]
    public void Its_state_follows_from_the_day_unless_an_editor_ended_it(int month, int day, ConsultationStatus? status, DeadlineState expected) =>
        Assert.Equal(expected, Assert.Single(Deadlines(Issue(6, Consultation(new LocalDate(2017, month, day)) with { Status = status }))).State);

    [Fact]
    public void Open_ones_come_first_the_soonest_first_and_those_without_a_day_after_them()
    {
        var issue = Issue(
            6,
            Consultation(null) with { Title = "undated" },
            Consultation(July10) with { Title = "later" },
            Consultation(new LocalDate(2017, 7, 2)) with { Title = "sooner" },
            Consultation(new LocalDate(2017, 6, 2)) with { Title = "long over" },
            Consultation(new LocalDate(2017, 6, 20)) with { Title = "just over" });
        Assert.Equal(
            ["sooner", "later", "undated", "just over", "long over"],
            Deadlines(issue).Select(d => ((ConsultationDeadline)d).Consultation.Title));
    }

    [Fact]
    public void A_referral_that_is_told_again_with_another_day_is_one()
    {
        static Decision Decided(LocalDate until) =>
            new("board", "The Board", new LocalDate(2017, 6, 22), "approved", "MOD1", new Referral(10, until, TextSpan.None), TextSpan.None);
        var only = Assert.Single(Deadlines(
            Issue(5) with { Decisions = [Decided(new LocalDate(2017, 7, 6))] }, Issue(6) with { Decisions = [Decided(July10)] }));
        Assert.Equal(("referral-mod1", July10, 1), (only.Key, only.Date, only.Sequence));
    }

    [Fact]
    public void A_consultation_leads_to_the_entries_its_title_names()
    {
        var register = new Register("mods", null, @"MOD\d+", [new RegisterEvent("raised", null, EntryState.Open)]);
        var issue = Issue(6, Consultation(July10) with { Title = "On MOD36 and MOD37" }) with
        {
            Modifications = [new ModificationStep("MOD36", "mods", "Roles", "raised", null, null, null, TextSpan.None)],
        };
        var site = ModelBuilder.Site(issue) with { Settings = ModelBuilder.Settings with { Registers = [register] } };
        var only = Assert.IsType<ConsultationDeadline>(Assert.Single(ModelBuilder.Assemble(site, out _).Records.Deadlines));
        Assert.Equal(["MOD36", "MOD37"], only.Entries.Select(e => e.Id));
    }

    private static ImmutableArray<Deadline> Deadlines(params Issue[] issues) => ModelBuilder.Assemble(ModelBuilder.Site(issues), out _).Records.Deadlines;

    private static Issue Issue(int month, params Consultation[] consultations) =>
        ModelBuilder.Issue($"issue-{month}", new LocalDate(2017, month, 1)) with { Consultations = [.. consultations] };

    private static Consultation Consultation(LocalDate? closes) => new("User roles", "The Board", null, closes, null, null, TextSpan.None);
}
