using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class PartyCheckTests
{
    [Theory]
    [InlineData("previous: 226, current: 245, acceded: 20, withdrawn: 0, expelled: 1", "")]
    [InlineData("previous: 226, current: 244, acceded: 20, withdrawn: 0, expelled: 1", "SP105")]
    [InlineData("previous: 226, current: 246, acceded: 20, withdrawn: 0, expelled: 1", "SP105")]
    [InlineData("previous: 226, current: 243, acceded: 20, withdrawn: 2, expelled: 1", "")]
    [InlineData("previous: 226, current: 245, withdrawn: 0, expelled: 1", "")]
    [InlineData("previous: 226, current: 224, withdrawn: 0, expelled: 1", "SP105")]
    [InlineData("previous: 226, current: 230, acceded: 20", "")]
    [InlineData("previous: 226, current: 230, acceded: 20, withdrawn: 1", "")]
    [InlineData("previous: 226, current: 230, acceded: 20, expelled: 1", "")]
    [InlineData("previous: 226, current: 250, acceded: 20", "SP105")]
    [InlineData("previous: 226, current: 230", "")]
    [InlineData("current: 245, acceded: 20, withdrawn: 0, expelled: 1", "")]
    [InlineData("previous: 226, acceded: 20, withdrawn: 0, expelled: 1", "")]
    [InlineData("previous: 2147483647, current: 5, acceded: 2147483647, withdrawn: 0, expelled: 0", "SP105")]
    public void Adds_up_the_parties(string accessions, string codes) => Assert.Equal(codes, Codes(Issue("06-29", accessions)));

    [Theory]
    [InlineData("previous: 226, current: 245, acceded: 20, withdrawn: 0, expelled: 1", "")]
    [InlineData("previous: 225, current: 244, acceded: 20, withdrawn: 0, expelled: 1", "SP106")]
    [InlineData("previous: 225, current: 245, acceded: 20, withdrawn: 0, expelled: 1", "SP106")]
    [InlineData("previous: 225, current: 246, acceded: 20, withdrawn: 0, expelled: 1", "SP106 SP105")]
    [InlineData("current: 245, acceded: 20, withdrawn: 0, expelled: 1", "")]
    [InlineData("current: 246, acceded: 20, withdrawn: 0, expelled: 1", "SP105")]
    [InlineData("previous: 225", "SP106")]
    public void Goes_on_from_the_last_issue(string accessions, string codes) =>
        Assert.Equal(codes, Codes(Issue("05-25", "current: 226"), Issue("06-29", accessions)));

    [Theory]
    [InlineData("acceded: 3")]
    [InlineData("previous: 200")]
    public void Says_nothing_when_the_last_issue_did_not_count(string last) =>
        Assert.Equal("", Codes(Issue("04-27", "current: 200"), Issue("05-25", last), Issue("06-29", "previous: 226, current: 226")));

    [Fact]
    public void Says_nothing_across_an_issue_without_a_table() => Assert.Equal(
        "", Codes(Issue("04-27", "current: 200"), "---\ntitle: May\nsent: 2017-05-25\n---\nText.\n", Issue("06-29", "previous: 226, current: 226")));

    [Fact]
    public void Tells_the_sum() => Golden.Verify(DateFindings.Text(
        Issue("05-25", "current: 226"),
        Issue("06-29", "current: 246, acceded: 20, withdrawn: 0, expelled: 1"),
        Issue("07-27", "previous: 245, current: 250, acceded: 4, withdrawn: 0, expelled: 0")));

    private static string Issue(string day, string accessions) => $"---\ntitle: Issue of {day}\nsent: 2017-{day}\naccessions: {{ {accessions} }}\n---\nText.\n";

    private static string Codes(params ReadOnlySpan<string> issues) => string.Join(' ', DateFindings.In(issues).Reverse());
}
