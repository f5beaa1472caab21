using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class MeetingCheckTests
{
    private const string Calendar = """
        calendar:
          - { date: 2017-07-12, title: SSC Meeting 33, committee: ssc, number: 33 }
          - { date: 2017-07-14, title: Panel Meeting 46, committee: panel, number: 46 }
          - { date: 2017-07-26, title: SSC Meeting 34, committee: ssc, number: 34 }
          - { date: 2017-07-31, title: Question Hour }

        """;

    [Theory]
    [InlineData("The next Panel meeting will be held on 14th July 2017.")]
    [InlineData("The next scheduled Code Panel meeting is on Friday, 14 July.")]
    [InlineData("The next meeting of the Code Panel (Panel) is on 14 July 2017.")]
    [InlineData("The Panel’s next meeting takes place at 10:30 on 14 July.")]
    [InlineData("The next SSC meetings are 12th and 26th July 2017.")]
    [InlineData("The next two Security Sub-Committee (SSC) meetings fall on 12 and 26 July.")]
    [InlineData("The next SSC meeting is a day early, on 12 July; the one after it, on 27 July, is not.")]
    [InlineData("On 12 July 2017 the SSC meets again.")]
    [InlineData("The SSC will meet again in London on 12 July 2017.")]
    [InlineData("Next Panel meeting: 14 July 2017.")]
    public void Agrees_with_the_calendar(string text) => Assert.Empty(In(text));

    [Theory]
    [InlineData("The next Panel meeting will be held on 13th July 2017.", "SP102")]
    [InlineData("The next scheduled Code Panel meeting is on Thursday, 13 July.", "SP102")]
    [InlineData("The next meeting of the Code Panel (Panel) is on 13 July 2017.", "SP102")]
    [InlineData("The Panel’s next meeting takes place at 10:30 on 13 July.", "SP102")]
    [InlineData("The next SSC meetings are 12th and 27th July 2017.", "SP102")]
    [InlineData("The next two Security Sub-Committee (SSC) meetings fall on 11 and 26 July.", "SP102")]
    [InlineData("The next SSC meeting is a day early, on 11 July.", "SP102")]
    [InlineData("On 11 July 2017 the SSC meets again.", "SP102")]
    [InlineData("The SSC will meet again in London on 11 July 2017.", "SP102")]
    [InlineData("Next Panel meeting: 13 July 2017.", "SP102")]
    [InlineData("Members should answer soon if they can. The next Panel meeting is on 13 July 2017.", "SP102")]
    [InlineData("The minutes are out, and next Panel meeting is 13 July.", "SP102")]
    [InlineData("The next Panel meetings are on 30 June and 14 July 2017.", "SP101")]
    [InlineData("The next Panel meeting is on 9 June 2017.", "SP101")]
    [InlineData("The next SSC meeting is on 26 July.", "SP102")]
    [InlineData("The next SSC meetings are on 12, 19 and 26 July.", "SP101")]
    [InlineData("The next SSC meetings are on 11 and 27 July.", "SP102 SP102")]
    [InlineData("The next SSC meetings are on 11 and 13 July.", "SP102 SP101")]
    [InlineData("The next SSC meetings are on 12 and 13 July.", "SP101")]
    [InlineData("The next Panel meeting is on 31 July 2017.", "SP101")]
    [InlineData("The next Panel meeting will be held on 14 July 2017. Another Panel meeting will be held on 30 June.", "SP101")]
    public void Differs_from_the_calendar(string text, string codes) => Assert.Equal(codes, string.Join(' ', In(text)));

    [Theory]
    [InlineData("A meeting will also be held on 30 June 2017 for Release 1.3.", true)]
    [InlineData("An extra meeting will take place on 30 June 2017.", true)]
    [InlineData("The next meeting is on 30 June.", true)]
    [InlineData("Its next meeting is on 30 June.", true)]
    [InlineData("It meets again on 30 June.", true)]
    [InlineData("On 30 June it meets again.", true)]
    [InlineData("A meeting on 30 June was discussed.", false)]
    [InlineData("A public meeting will be held on 30 June.", false)]
    [InlineData("It will be discussed on 30 June.", false)]
    [InlineData("A meeting will be held on 9 June 2017.", false)]
    [InlineData("It meets again on 9 June 2017.", false)]
    public void In_a_committees_section_the_meeting_is_its_own(string text, bool wrong) =>
        Assert.Equal(wrong ? ["SP101"] : [], In("## Panel\n\nThe next Panel meeting is on 14 July.\n\n" + text));

    [Theory]
    [InlineData("Papers for the next Panel meeting are due on 7 July 2017.", "not the meeting's date")]
    [InlineData("The next Panel meeting will discuss the report of 7 July 2017.", "not the meeting's date")]
    [InlineData("Comments by 7 July go to the next Panel meeting.", "not the meeting's date")]
    [InlineData("The next Panel meeting was to be on 7 July 2017.", "given up")]
    [InlineData("The next Panel meeting has been moved from 7 July to 14 July 2017.", "given up")]
    [InlineData("The next Panel meeting will not be held on 7 July.", "given up")]
    [InlineData("At its next meeting, on 9 June, the Panel approved it.", "told of the past")]
    [InlineData("The next Panel Working Group meeting is on 7 July 2017.", "somebody else's")]
    [InlineData("The next meeting of the Regulator is on 7 July 2017.", "somebody else's")]
    [InlineData("The Regulator’s next meeting is on 7 July 2017.", "somebody else's")]
    [InlineData("The Regulator's next Panel meeting is on 7 July 2017.", "somebody else's")]
    [InlineData("The Regulator meets again on 7 July 2017.", "somebody else's")]
    [InlineData("On 7 July 2017 the Regulator meets again.", "somebody else's")]
    [InlineData("On 7 July 2017 the Panel Working Group meets again.", "somebody else's")]
    [InlineData("The Regulator next meeting is on 7 July 2017.", "somebody else's")]
    [InlineData("The subPanel meets again on 7 July 2017.", "somebody else's")]
    [InlineData("The next Question Hour will be held on 7 July 2017.", "not a meeting of a committee")]
    [InlineData("The next SSC meeting is on 12 July, the next but four on 20 September.", "beyond the calendar")]
    [InlineData("The next SSC meetings are on 12 July and 9 August.", "beyond the calendar")]
    [InlineData("The next Panel meeting is on 14–15 July.", "the end of a range")]
    [InlineData("If quorum is not reached, the Panel meets on 15 July 2017 instead.", "on a condition")]
    [InlineData("Should the vote fail, another Panel meeting will be held on 7 July 2017.", "on a condition")]
    [InlineData("Another Panel meeting will be held on 7 July 2017 if needed.", "on a condition")]
    [InlineData("Another Panel meeting will be held on 7 July 2017, unless all agree before.", "on a condition")]
    [InlineData("The next SSC meeting is on 12 July.", "more in the calendar than need be told")]
    public void Leaves_alone_what_is_no_contradiction(string text, string why) => Assert.True(In(text).Count == 0, why);

    [Theory]
    [InlineData("{ id: panel, next: [2017-07-14] }", "")]
    [InlineData("{ id: panel, next: [2017-07-13] }", "SP102")]
    [InlineData("{ id: panel, next: [{ date: 2017-06-30, purpose: Release }, 2017-07-14] }", "SP101")]
    [InlineData("{ id: ssc, next: [2017-07-12] }", "")]
    [InlineData("{ id: ssc, next: [2017-07-26] }", "SP102")]
    [InlineData("{ id: ssc, next: [2017-07-12, 2017-09-13] }", "")]
    [InlineData("{ id: panel, next: [2017-07-30] }", "SP101")]
    [InlineData("{ id: panel, next: [2017-07-21] }", "SP101")]
    [InlineData("{ id: panel, next: [2017-07-20] }", "SP102")]
    public void Front_matter_is_compared_too(string committee, string codes) =>
        Assert.Equal(codes, string.Join(' ', DateFindings.In($"---\ntitle: June\nsent: 2017-06-29\ncommittees:\n  - {committee}\n{Calendar}---\nText.\n")));

    [Fact]
    public void One_mistake_is_found_once() => Assert.Equal(
        ["SP102"],
        DateFindings.In($"---\ntitle: June\nsent: 2017-06-29\ncommittees:\n  - {{ id: panel, next: [2017-07-13] }}\n{Calendar}---\nThe next Panel meeting is on 13 July.\n"));

    [Fact]
    public void An_entry_without_a_committee_is_known_by_its_title() => Assert.Empty(DateFindings.In(Issue(
        "calendar:\n  - { date: 2017-07-14, title: Panel Meeting 46 }\n", "The next Panel meeting is on 14 July.")));

    [Theory]
    [InlineData("")]
    [InlineData("calendar:\n  - { date: 2017-07-12, title: SSC Meeting 33, committee: ssc, number: 33 }\n  - { date: 2017-07-30, title: Day }\n")]
    public void A_calendar_without_the_committee_says_nothing(string calendar) =>
        Assert.Empty(DateFindings.In(Issue(calendar, "The next Panel meeting is on 13 July.")));

    [Fact]
    public void An_entry_s_committee_counts_before_its_title() => Assert.Equal(["SP102"], DateFindings.In(Issue(
        "calendar:\n  - { date: 2017-07-14, title: With the Panel, committee: ssc }\n", "The next SSC meeting is on 13 July.")));

    [Fact]
    public void One_date_is_taken_for_one_entry_only() => Assert.Equal(["SP102"], DateFindings.In(Issue(
        "calendar:\n  - { date: 2017-07-12, title: SSC, committee: ssc }\n  - { date: 2017-07-14, title: SSC, committee: ssc }\n",
        "The next SSC meeting is on 13 July.")));

    [Fact]
    public void A_meeting_on_the_day_of_sending_is_still_ahead() => Assert.Equal(["SP102"], DateFindings.In(Issue(
        "calendar:\n  - { date: 2017-06-29, title: Panel Meeting, committee: panel }\n  - { date: 2017-07-31, title: Day }\n",
        "The next Panel meeting is on 30 June.")));

    [Theory]
    [InlineData("SSC social, committee: ssc", "")]
    [InlineData("SSC meeting, committee: ssc", "SP102")]
    [InlineData("SSC 32, committee: ssc, number: 32", "SP102")]
    public void Only_a_meeting_comes_before_the_next_meeting(string entry, string codes) => Assert.Equal(codes, string.Join(' ', DateFindings.In(Issue(
        $"calendar:\n  - {{ date: 2017-07-05, title: {entry} }}\n  - {{ date: 2017-07-26, title: SSC Meeting 33, committee: ssc, number: 33 }}\n",
        "The next SSC meeting is on 26 July."))));

    [Fact]
    public void A_further_meeting_is_not_said_to_be_the_next() => Assert.Empty(DateFindings.In(Issue(Calendar, "Another SSC meeting will be held on 26 July.")));

    [Fact]
    public void A_past_entry_is_not_taken_for_the_meeting() => Assert.Equal(
        ["SP101", "SP128"],
        DateFindings.In(Issue(
            "calendar:\n  - { date: 2017-06-28, title: Panel Meeting 45, committee: panel, number: 45 }\n  - { date: 2017-07-31, title: Day }\n",
            "The next Panel meeting is on 30 June.")).Order());

    [Fact]
    public void Tells_where_the_two_stand() => Golden.Verify(DateFindings.Text(
        $"""
        ---
        title: June
        sent: 2017-06-29
        committees:
          - id: panel
            next: [2017-06-30, 2017-07-13]
        {Calendar}---
        The next Panel meeting will be held on 13th July 2017. Another Panel meeting will be held on 30th June 2017.

        The next SSC meeting is on 26 July. The next Panel meeting is on 9 June 2017.

        """));

    private static IReadOnlyList<string> In(string text) => DateFindings.In(Issue(Calendar, text));

    private static string Issue(string calendar, string text) => $"---\ntitle: June\nsent: 2017-06-29\n{calendar}---\n{text}\n";
}
