using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class MeetingNumberCheckTests
{
    // Calendars of issues sent on 29 June, 27 July and 31 August, separated by bars; entries of the SSC as month-day and number.
    [Theory]
    [InlineData("07-12 33, 07-26 34", "")]
    [InlineData("07-12 33, 07-26 33", "07-26 33")]
    [InlineData("07-12 34, 07-26 33", "07-26 33")]
    [InlineData("07-12 33, 07-26 35", "07-26 35")]
    [InlineData("07-12 33, 07-19 , 07-26 34", "")]
    [InlineData("07-12 33, 07-26 35, 08-09 35", "07-26 35")]
    [InlineData("07-12 33, 07-26 35, 08-09 36", "07-26 35")]
    [InlineData("07-12 33, 07-26 33, 08-09 34", "07-26 33")]
    [InlineData("07-12 33, 07-12 34", "")]
    [InlineData("07-12 33, 07-26 34|08-09 35, 08-23 36", "")]
    [InlineData("07-12 33, 07-26 34|08-09 36", "08-09 36")]
    [InlineData("07-12 33, 07-26 34|08-09 34", "08-09 34")]
    [InlineData("07-12 33, 07-26 34|08-09 33", "08-09 33")]
    [InlineData("07-12 33, 07-26 34|08-23 36", "")]
    [InlineData("07-12 33, 07-26 34|08-23 38", "08-23 38")]
    [InlineData("07-12 33, 07-26 34||09-13 37", "")]
    [InlineData("07-12 33, 07-26 34, 08-09 35|08-09 35, 08-23 36", "")]
    [InlineData("07-12 33, 07-26 34, 08-09 35|08-10 35, 08-23 36", "")]
    [InlineData("07-12 33, 07-26 34, 08-09 35|08-02 35, 08-23 36", "")]
    [InlineData("07-14 33, 07-28 35|07-28 34, 08-11 35", "07-28 35")]
    [InlineData("07-19 20|08-16 21|09-20 22", "")]
    [InlineData("07-19 20|08-16 20", "08-16 20")]
    [InlineData("07-26 20|08-02 20", "")]
    [InlineData("07-19 20|08-16 22", "08-16 22")]
    [InlineData("07-19 20|08-16 22|09-20 23", "08-16 22")]
    [InlineData("07-19 20|08-16 21|09-20 23", "09-20 23")]
    public void Numbers_rise_by_one(string issues, string wrong) => Assert.Equal(
        wrong.Length == 0 ? [] : [wrong],
        DateFindings.Find(Calendars(issues)).Select(d => Entry().Match(d.Message)).Select(m => $"{MonthDay(m.Groups[1].Value)} {m.Groups[2].Value}"));

    [Fact]
    public void A_meeting_that_was_held_cannot_move() => Assert.Equal(
        ["SP104"],
        DateFindings.In(
            Issue("06-29", "  - { date: 2017-07-26, title: SSC, committee: ssc, number: 20 }\n"),
            Issue("07-27", "  - { date: 2017-08-02, title: SSC, committee: ssc, number: 20 }\n", "committees: [{ id: ssc, met: 2017-07-26 }]\n")));

    [Theory]
    [InlineData("2018-01-10", 1, false)]
    [InlineData("2018-01-10", 2, true)]
    [InlineData("2017-12-27", 1, true)]
    public void Numbers_may_begin_anew_with_the_year(string date, int number, bool wrong) => Assert.Equal(
        wrong ? ["SP104"] : [],
        DateFindings.In(Issue(
            "11-30", $"  - {{ date: 2017-12-13, title: SSC, committee: ssc, number: 12 }}\n  - {{ date: {date}, title: SSC, committee: ssc, number: {number} }}\n")));

    [Fact]
    public void Committees_are_counted_by_themselves_and_nobody_else_is() => Assert.Empty(DateFindings.In(Issue(
        "06-29",
        """
          - { date: 2017-07-12, title: SSC, committee: ssc, number: 33 }
          - { date: 2017-07-14, title: Panel, committee: panel, number: 46 }
          - { date: 2017-07-20, title: Question Hour, number: 14 }
          - { date: 2017-07-26, title: SSC, committee: ssc, number: 34 }

        """)));

    [Theory]
    [InlineData("SSC Meeting 34", 33, true)]
    [InlineData("SSC Meeting No. 34", 33, true)]
    [InlineData("SSC Meeting 33", 33, false)]
    [InlineData("SSC Meeting 2017", 2017, false)]
    [InlineData("SSC Meeting ٣٤", 33, false)]
    [InlineData("SSC Meeting 1 of 2", 33, false)]
    [InlineData("SSC Meeting in Room 4", 33, false)]
    [InlineData("SSC ad-hoc meeting", 33, true)]
    [InlineData("SSC Ad Hoc Meeting", 33, true)]
    [InlineData("SSC ad-hocracy", 33, false)]
    public void The_title_says_the_same(string title, int number, bool wrong) => Assert.Equal(
        wrong ? ["SP104"] : [], DateFindings.In(Issue("06-29", $"  - {{ date: 2017-07-12, title: {title}, committee: ssc, number: {number} }}\n")));

    [Fact]
    public void An_ad_hoc_meeting_is_left_out_of_the_count() => Assert.Equal(
        ["SP104"],
        DateFindings.In(Issue(
            "06-29",
            """
              - { date: 2017-07-12, title: SSC Meeting 33, committee: ssc, number: 33 }
              - { date: 2017-07-19, title: SSC ad-hoc meeting, committee: ssc, number: 99 }
              - { date: 2017-07-26, title: SSC Meeting 34, committee: ssc, number: 34 }

            """)));

    [Fact]
    public void What_was_counted_more_than_a_year_ago_is_forgotten() => Assert.Empty(DateFindings.In(
        "---\ntitle: Old\nsent: 2016-03-31\ncalendar:\n  - { date: 2016-04-13, title: SSC, committee: ssc, number: 90 }\n---\nText.\n",
        Issue("06-29", "  - { date: 2017-07-12, title: SSC, committee: ssc, number: 1 }\n")));

    [Fact]
    public void Tells_what_the_number_should_be() => Golden.Verify(DateFindings.Text(
        Issue("06-29", "  - { date: 2017-07-19, title: SSC Meeting 20, committee: ssc, number: 20 }\n"),
        Issue("07-27", "  - { date: 2017-08-16, title: SSC Meeting 20, committee: ssc, number: 20 }\n  - { date: 2017-08-30, title: SSC Meeting 22, committee: ssc, number: 21 }\n"),
        Issue("08-31", "  - { date: 2017-09-13, title: SSC ad-hoc meeting, committee: ssc, number: 22 }\n")));

    private static string[] Calendars(string issues)
    {
        string[] sent = ["06-29", "07-27", "08-31"];
        return [.. issues.Split('|').Select((calendar, i) => Issue(sent[i], string.Concat(calendar
            .Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(e => e.Split(' '))
            .Select(e => $"  - {{ date: 2017-{e[0]}, title: SSC, committee: ssc{(e[1].Length > 0 ? $", number: {e[1]}" : "")} }}\n"))))];
    }

    private static string Issue(string sent, string calendar, string more = "") =>
        $"---\ntitle: Issue of {sent}\nsent: 2017-{sent}\n{more}{(calendar.Length > 0 ? "calendar:\n" + calendar : "")}---\nText.\n";

    private static string MonthDay(string date) => date.Split(' ') is [var day, var month, _] ? $"{(month == "July" ? "07" : month == "August" ? "08" : "09")}-{int.Parse(day):00}" : "";

    private static System.Text.RegularExpressions.Regex Entry() => new(@"^'SSC' on (\d+ \w+ \d+) is number (\d+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
