using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class WeekdayCheckTests
{
    [Theory]
    [InlineData("The SMKI PMA met on Wednesday, 20th June 2017.", "Wednesday, 20th June 2017")]
    [InlineData("It met on 20 June (Wednesday).", "20 June (Wednesday")]
    [InlineData("It meets on *Monday* **12 July**.", "Monday* **12 July")]
    [InlineData("From Thursday 6 July to Saturday 9 July.", "Saturday 9 July")]
    [InlineData("Wednesdays 12 and 27 July.", "Wednesdays 12 and 27 July")]
    [InlineData("## Day of Parties, Friday 13 July", "Friday 13 July")]
    [InlineData("- Friday 13 July", "Friday 13 July")]
    [InlineData("| Day |\n|---|\n| Friday 13 July |", "Friday 13 July")]
    [InlineData("Wed 2017-06-20", "Wed 2017-06-20")]
    [InlineData("Friday, 5 May 1995.", "")]
    public void Finds_a_weekday_that_does_not_fit(string text, string words) =>
        Assert.Equal(words.Length == 0 ? [] : [words], DateFindings.Words(text + "\n"));

    [Theory]
    [InlineData("Tuesday, 20th June 2017")]
    [InlineData("Tuesday or Wednesday, 6 July")]
    [InlineData("Tuesday evening (6 July)")]
    [InlineData("Monday, 6th of the series: July 2017")]
    [InlineData("12 July, Monday's meeting apart")]
    [InlineData("`Monday 20 June 2017`")]
    [InlineData("Monday: June 20 is a Tuesday")]
    [InlineData("Friday 31 March")]
    public void Leaves_alone_what_fits_or_may_not_belong_together(string text) => Assert.Empty(DateFindings.In(text + "\n"));

    // 8 January was a Friday in 2016, a Sunday in 2017 and a Monday in 2018; from the end of June all three are meant by some.
    [Theory]
    [InlineData("We begin on Monday 8 January", true)]
    [InlineData("We began on Sunday 8 January", true)]
    [InlineData("We began on Friday 8 January", true)]
    [InlineData("We began on Tuesday 8 January", false)]
    [InlineData("We begin on Sunday 8 January 2018", false)]
    [InlineData("We met on Monday 29 May", true)]
    [InlineData("We met on Tuesday 29 May", false)]
    public void Takes_the_year_from_the_issue(string text, bool right) => Assert.Equal(right ? [] : ["SP103"], DateFindings.In(text + ".\n"));

    [Fact]
    public void Understands_a_range_of_days_with_a_range_of_dates() => Assert.Empty(DateFindings.In(
        "---\ntitle: Week\nsent: 2018-06-08\n---\nFrom last Friday to this Thursday, June 1st through June 7th, twelve changes went in.\n"));

    [Fact]
    public void Reads_titles_too() => Assert.Equal(
        ["Friday 30 June"], DateFindings.Words("---\ntitle: For the week to Friday 30 June\nsent: 2018-06-29\n---\nText.\n"));

    [Theory]
    [InlineData("It ends on 31 June 2017.", true)]
    [InlineData("It ends on Friday 31 June.", true)]
    [InlineData("Room 31 June.", false)]
    [InlineData("It ended on 29 February 2016.", false)]
    public void Finds_a_day_that_no_month_has(string text, bool wrong) => Assert.Equal(wrong ? ["SP103"] : [], DateFindings.In(text + "\n"));

    [Theory]
    [InlineData("Monday", "19 June 2017")]
    [InlineData("Saturday", "17 June 2017")]
    [InlineData("Friday", "23 June 2017")]
    [InlineData("Wednesday", "21 June 2017")]
    public void Offers_the_nearest_date_of_the_weekday(string weekday, string nearest) =>
        Assert.Contains($"{nearest} is the nearest", DateFindings.Text($"It was on {weekday} 20 June 2017.\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("29 February 2017", "there is no 29 February in that year")]
    [InlineData("30 February 2017", "there is no 30 February")]
    [InlineData("31 June 2017", "there is no 31 June")]
    public void Only_a_leap_day_depends_on_the_year(string date, string message) => Assert.Equal([message], DateFindings.Messages($"It ends on {date}.\n"));

    [Fact]
    public void Tells_both_ways_out() => Golden.Verify(DateFindings.Text("The Panel met on Wednesday, 20th June 2017. It ends on 31 June 2017.\n"));

    [Fact]
    public void Its_severity_is_the_sites_to_choose()
    {
        const string Wrong = "It is on Friday 20 June 2017.\n";
        Assert.Empty(DateFindings.Find([Wrong], "checks: { SP103: off }\n"));
        Assert.Equal(SecPress.Model.Diagnostics.Severity.Error, Assert.Single(DateFindings.Find([Wrong], "checks: { SP103: error }\n")).Severity);
    }
}
