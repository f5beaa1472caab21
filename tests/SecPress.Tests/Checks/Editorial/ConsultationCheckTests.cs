using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class ConsultationCheckTests
{
    private static readonly FindingsOf Rules = new("SP108", "SP109");

    [Theory]
    [InlineData("{ title: Fees, issuer: Ofgem }", "SP108")]
    [InlineData("{ title: Fees, issuer: Ofgem, status: open }", "SP108")]
    [InlineData("{ title: Fees, issuer: Ofgem, status: withdrawn }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, status: closed }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-07-10 }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-29 }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-28 }", "SP109")]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-28, status: open }", "SP109")]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-28, status: closed }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-28, status: withdrawn }", null)]
    public void A_consultation_has_a_closing_date_that_is_not_past(string consultation, string? code) =>
        Assert.Equal(code is null ? [] : [code], Rules.Codes(Issue("2017-06-29", consultation)));

    [Fact]
    public void A_closing_date_that_an_earlier_issue_gave_need_not_be_given_again() =>
        Assert.Empty(Rules.Codes(
            Issue("2017-05-25", "{ title: Fees, issuer: Ofgem, closes: 2017-07-10 }"), Issue("2017-06-29", "{ title: Fees, issuer: Ofgem }")));

    [Theory]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-29 }", null)]
    [InlineData("{ title: Fees, issuer: Ofgem, closes: 2017-06-28 }", "SP108")]
    [InlineData("{ title: Codes, issuer: Ofgem, closes: 2017-07-10 }", "SP108")]
    [InlineData("{ title: Fees, issuer: Citizens Advice, closes: 2017-07-10 }", "SP108")]
    public void It_is_known_from_the_same_consultation_until_its_last_day(string earlier, string? code) =>
        Assert.Equal(code is null ? [] : [code], Rules.Codes(Issue("2017-05-25", earlier), Issue("2017-06-29", "{ title: Fees, issuer: Ofgem }")));

    [Fact]
    public void A_closing_date_of_last_years_consultation_is_not_this_years() =>
        Assert.Equal(["SP108"], Rules.Codes(
            Issue("2016-05-25", "{ title: Fees, issuer: Ofgem, closes: 2016-07-10 }"), Issue("2017-06-29", "{ title: Fees, issuer: Ofgem }")));

    [Fact]
    public void Says_which_and_how_to_mend_it() => Golden.Verify(Rules.Text(
        Issue("2017-06-29", "{ title: Fees, issuer: Ofgem }\n  - { title: Codes, issuer: Ofgem, closes: 2017-06-19 }")));

    private static string Issue(string sent, string consultation) =>
        $"---\ntitle: June\nsent: {sent}\nconsultations:\n  - {consultation}\n---\nOfgem asks.\n";
}
