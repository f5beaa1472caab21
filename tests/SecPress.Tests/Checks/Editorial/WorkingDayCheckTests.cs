using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class WorkingDayCheckTests
{
    [Theory]
    [InlineData("2017-06-22", 10, "2017-07-06", true)]
    [InlineData("2017-06-22", 10, "2017-07-07", false)]
    [InlineData("2017-06-22", 10, "2017-07-02", false)]
    [InlineData("2017-08-24", 10, "2017-09-08", true)]
    [InlineData("2017-08-24", 10, "2017-09-07", false)]
    [InlineData("2017-03-31", 10, "2017-04-18", true)]
    [InlineData("2017-03-31", 10, "2017-04-14", false)]
    [InlineData("2017-12-20", 5, "2017-12-29", true)]
    [InlineData("2017-06-22", 0, "2017-06-22", true)]
    [InlineData("2017-06-23", 1, "2017-06-26", true)]
    [InlineData("2017-06-24", 1, "2017-06-26", true)]
    [InlineData("2017-06-22", 100000, "2017-07-06", true)]
    public void Counts_by_the_holidays_of_England_and_Wales(string decided, int days, string deadline, bool right) =>
        Assert.Equal(right ? [] : ["SP107"], DateFindings.In(Issue($"date: {decided}, ", $"working-days: {days}, deadline: {deadline}")));

    [Theory]
    [InlineData("none", "2017-09-07")]
    [InlineData("scotland", "2017-09-07")]
    [InlineData("northern-ireland", "2017-09-08")]
    [InlineData("{ also: [2017-09-01] }", "2017-09-11")]
    [InlineData("{ calendar: none, also: [2017-09-01] }", "2017-09-08")]
    [InlineData("{ except: [2017-08-28] }", "2017-09-07")]
    [InlineData("{ except: [2017-08-28], also: [2017-08-28] }", "2017-09-08")]
    public void Counts_by_the_holidays_of_the_site(string holidays, string deadline) => Assert.Empty(
        DateFindings.Find([Issue("date: 2017-08-24, ", $"working-days: 10, deadline: {deadline}")], $"holidays: {holidays}\n"));

    [Theory]
    [InlineData("", "working-days: 10, deadline: 2017-07-09")]
    [InlineData("date: 2017-06-22, ", "working-days: 10")]
    [InlineData("date: 2017-06-22, ", "deadline: 2017-07-09")]
    public void Says_nothing_of_what_cannot_be_counted(string date, string referral) => Assert.Empty(DateFindings.In(Issue(date, referral)));

    [Fact]
    public void Says_nothing_of_a_decision_without_a_referral() => Assert.Empty(DateFindings.In(
        "---\ntitle: June\nsent: 2017-06-29\ndecisions:\n  - { body: panel, date: 2017-06-22, outcome: approved }\n---\nText.\n"));

    [Fact]
    public void Names_the_days_and_the_holidays_among_them() => Golden.Verify(DateFindings.Text(
        Issue("date: 2017-06-22, ", "working-days: 10, deadline: 2017-07-07"),
        Issue("date: 2017-08-24, ", "working-days: 10, deadline: 2017-09-07", "08-31"),
        Issue("date: 2017-12-22, ", "working-days: 1, deadline: 2017-12-26", "12-22")));

    private static string Issue(string date, string referral, string sent = "06-29") =>
        $"---\ntitle: Issue of {sent}\nsent: 2017-{sent}\ndecisions:\n  - {{ body: panel, {date}outcome: approved, refers-to: CP035, referral: {{ {referral} }} }}\n---\nText.\n";
}
