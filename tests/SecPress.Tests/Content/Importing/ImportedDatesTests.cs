namespace SecPress.Tests.Content.Importing;

/// <summary>Days as newsletters write them.</summary>
public sealed class ImportedDatesTests
{
    [Theory]
    [InlineData("on 9th June 2017 in Bath", "2017-06-09")]
    [InlineData("12th and 26th July 2017", "2017-07-12, 2017-07-26")]
    [InlineData("1st, 2nd and 3rd of May 2017", "2017-05-01, 2017-05-02, 2017-05-03")]
    [InlineData("June 29, 2017 or Sept 1st 2018", "2017-06-29, 2018-09-01")]
    [InlineData("2017-06-29 or 30/06/2017", "2017-06-29, 2017-06-30")]
    [InlineData("3 January and 28 November", "2019-11-28, 2020-01-03")]
    public void Finds_the_days_of_the_next_meetings(string text, string days) =>
        Assert.Contains($", next: [{days}] }}\n", ImportRun.Text($"T\n\n20 December 2019\n\nThe next Council meetings are {text}.\n").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("31 June 2017, of 10 people, in 5 Working Days, or 2017-13-01")]
    [InlineData("in March")]
    public void Takes_no_day_that_is_none(string text) =>
        Assert.DoesNotContain("next:", ImportRun.Text($"T\n\n20 December 2019\n\nThe next Council meetings are {text}.\n").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Tuesday, 20th June 2017", "2017-06-20")]
    [InlineData("Published on 20 June 2017.", "2017-06-20")]
    [InlineData("Date: June 20th, 2017", "2017-06-20")]
    [InlineData("Since 20 June 2017 it rains", "2020-02-03")]
    public void A_line_that_is_a_day_says_when_it_was_sent(string line, string sent) =>
        Assert.Contains($"sent: {sent}\n", ImportRun.Text($"T\n\n{line}\n\nWords.\n").Text, StringComparison.Ordinal);

    [Fact]
    public void Reads_the_months_of_the_sites_language() => Assert.Contains(
        "sent: 2017-08-03\n", ImportRun.Text("T\n\n3 août 2017\n\nMots.\n", settings: ImportRun.Settings + "language: fr\n").Text, StringComparison.Ordinal);
}
