using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class CalendarCheckTests
{
    [Theory]
    [InlineData("2017-07-12", "2017-07-10", "SP127")]
    [InlineData("2017-07-12, start: \"11:00\"", "2017-07-12, start: \"10:00\"", "SP127")]
    [InlineData("2017-07-12", "2017-06-28", "SP127 SP128")]
    [InlineData("2017-06-28", "2017-07-12", "SP128")]
    [InlineData("2017-07-10", "2017-07-12", "")]
    [InlineData("2017-07-12", "2017-07-12", "")]
    [InlineData("2017-07-12, start: \"10:00\"", "2017-07-12, start: \"10:00\"", "")]
    [InlineData("2017-07-12, start: \"10:00\"", "2017-07-12", "")]
    [InlineData("2017-07-12", "2017-07-12, start: \"10:00\"", "")]
    [InlineData("2017-07-10, start: \"11:00\"", "2017-07-12, start: \"10:00\"", "")]
    [InlineData("2017-06-29, start: \"08:00\"", "2017-06-30", "")]
    public void Wants_events_ahead_and_in_order(string first, string second, string codes) => Assert.Equal(
        codes, string.Join(' ', DateFindings.In(Issue($"  - {{ date: {first}, title: A }}\n  - {{ date: {second}, title: B }}\n")).Distinct()));

    [Fact]
    public void Says_once_that_a_calendar_is_out_of_order() => Assert.Equal(
        ["SP127"],
        DateFindings.In(Issue("  - { date: 2017-07-14, title: A }\n  - { date: 2017-07-12, title: B }\n  - { date: 2017-07-10, title: C }\n")));

    [Fact]
    public void Names_every_event_that_is_past() => Assert.Equal(
        ["'A' is on 27 June 2017, and the issue is sent on 29 June 2017", "'B' is on 28 June 2017, and the issue is sent on 29 June 2017"],
        DateFindings.Messages(Issue("  - { date: 2017-06-27, title: A }\n  - { date: 2017-06-28, title: B }\n  - { date: 2017-06-29, title: C }\n")));

    [Fact]
    public void A_revision_does_not_make_an_event_past() => Assert.Empty(DateFindings.In(
        "---\ntitle: June\nsent: 2017-06-29\nrevisions: [{ date: 2017-07-20, note: A date }]\ncalendar:\n  - { date: 2017-07-12, title: A }\n---\nText.\n"));

    [Fact]
    public void Tells_what_is_out_of_place() => Golden.Verify(DateFindings.Text(Issue(
        """
          - { date: 2017-07-18, title: Question Hour }
          - { date: 2017-07-12, title: Party Day }
          - { date: 2017-06-12, title: Panel Meeting }

        """)));

    [Fact]
    public void Tells_which_of_a_day_starts_later() => Assert.Equal(
        ["'B' stands after 'A', which starts later that day"],
        DateFindings.Messages(Issue("  - { date: 2017-07-12, start: \"11:00\", title: A }\n  - { date: 2017-07-12, start: \"10:00\", title: B }\n")));

    private static string Issue(string calendar) => $"---\ntitle: June\nsent: 2017-06-29\ncalendar:\n{calendar}---\nText.\n";
}
