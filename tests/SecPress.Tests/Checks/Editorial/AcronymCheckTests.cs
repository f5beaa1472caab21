using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

public sealed class AcronymCheckTests
{
    [Theory]
    [InlineData("The IMR is ready.", "IMR")]
    [InlineData("The IMRs are ready.", "IMR")]
    [InlineData("The IMR's text.", "IMR")]
    [InlineData("The IMR’s text.", "IMR")]
    [InlineData("On SMETS1 and others.", "SMETS1")]
    [InlineData("A non-IMR matter.", "IMR")]
    [InlineData("An IMR-led matter.", "IMR")]
    [InlineData("The end of the IMR.", "IMR")]
    [InlineData("The IMR; the end.", "IMR")]
    [InlineData("The IMR: the end.", "IMR")]
    [InlineData("The (IMR.)", "IMR")]
    [InlineData("The (excluding R2.0 and IMR) parts.", "IMR")]
    [InlineData("## The IMR\n\nText.", "IMR")]
    [InlineData("Use of trains (IMR).", "IMR")]
    [InlineData("The IMR (or else).", "IMR")]
    [InlineData("The IMR (inside).", "IMR")]
    [InlineData("The Inner Ring (IMR PMQ) met.", "IMR")]
    [InlineData("The IMR 2017 is ready.", "IMR")]
    [InlineData("It is of the IMR. 300 people came.", "IMR")]
    [InlineData("- We wait for the IMR\n", "IMR")]
    public void Finds_an_acronym_that_is_not_explained(string body, string acronym) =>
        Assert.Equal(acronym, Finding.Words("SP123", body)[0]);

    [Theory]
    [InlineData("The Initial Modification Report (IMR) is ready. The IMR is long.")]
    [InlineData("The initial report on changes (the “IMR”) is ready.")]
    [InlineData("The initial report on changes (or IMR, for short) is ready.")]
    [InlineData("The IMR (initial report on changes) is ready.")]
    [InlineData("The IMR (the initial report) is ready.")]
    [InlineData("The Initial Modification Report is ready. The IMR is long.")]
    [InlineData("The Index of Modification and Reports is ready. The IMR is long.")]
    [InlineData("The IMR is ready.\n\n*[IMR]: Initial Modification Report\n")]
    public void Leaves_alone_what_the_issue_explains(string body) => Assert.Empty(Finding.Of("SP123", body));

    [Theory]
    [InlineData("The DCC and the SSC.")]
    [InlineData("The Code Panel, that is the CP.")]
    public void Leaves_alone_what_the_settings_explain(string body) => Assert.Empty(Finding.Of("SP123", body));

    [Fact]
    public void Leaves_alone_what_the_house_says_all_know()
    {
        Assert.Empty(Finding.Of("SP123", "The IMR is ready.", "style: { known-acronyms: [IMR] }\n"));
        Assert.Single(Finding.Of("SP123", "The IMR is ready.", "style: { known-acronyms: [IMX] }\n"));
    }

    [Theory]
    [InlineData("In the UK, the EU and the USA a PDF has a URL.")]
    [InlineData("Chapter XIV of part VII.")]
    [InlineData("- Camille TJHOA\n- CJ Cullen\n- David AO Lozano\n")]
    [InlineData("**DEMV Systems**\n\n**NZXT**\n")]
    [InlineData("CGI GmbH, the DMG MORI AG and ACMX Ltd sent people.")]
    [InlineData("Present were M. LE GALL and Mme DUPX.")]
    [InlineData("BS EN 50436 applies, and IEC 62056-21 as well.")]
    [InlineData("A parser of HTML5.")]
    [InlineData("CP036 was raised.")]
    [InlineData("Run `MAKE` and see.")]
    [InlineData("DEAR READERS PLEASE ANSWER SOON.")]
    [InlineData("Set O_DIRECT, TCPX/IPX, CVX-2024, NBX-IoT, GTX+ and IMR::Of.")]
    [InlineData("TLX;DRX: read it.")]
    [InlineData("The PDFS, the SSCS.")]
    [InlineData("See <https://example.org/IMR>.")]
    [InlineData("See https://example.org/?IMR or IMR@example.org.")]
    [InlineData("Read [The IMR and me](https://example.org/).")]
    [InlineData("> The IMR is ready.")]
    [InlineData("In Seattle, WX.")]
    [InlineData("In Frankfurt (Main), DX.")]
    [InlineData("In Barton, ACX, AU.")]
    [InlineData("[FX] A film.")]
    [InlineData("LATER: it is done.")]
    [InlineData("It was VERY good, and very late.")]
    [InlineData("A NUISANCE of a name.")]
    [InlineData("The IoT, an iPhone and X.")]
    [InlineData("A WORDOFNINE.")]
    [InlineData("Please APPLY now.")]
    public void Leaves_alone_what_is_no_acronym(string body) => Assert.Empty(Finding.Of("SP123", body));

    [Fact]
    public void A_long_one_is_an_acronym_when_it_is_used_again_or_cannot_be_said()
    {
        Assert.Single(Finding.Of("SP123", "The SECAS met. The SECAS agreed."));
        Assert.Single(Finding.Of("SP123", "The DCKXI met."));
        Assert.Single(Finding.Of("SP123", "The SMETS1 met."));
        Assert.Single(Finding.Of("SP123", "The DCKIX met."));
        Assert.Single(Finding.Of("SP123", "The DACI met."));
    }

    [Fact]
    public void Three_capitals_in_a_row_are_no_shout() => Assert.Equal(3, Finding.Of("SP123", "The IMR PMQ RTX is ready.").Count);

    [Fact]
    public void Finds_an_explanation_that_comes_too_late()
    {
        var found = Assert.Single(Finding.Of("SP123", "The IMR is ready.\n\nThis initial report on changes (IMR) is long.\n"));
        Assert.Equal("5,5 'IMR' is explained on line 7, behind its first use", found);
    }

    [Fact]
    public void A_heading_or_a_highlight_need_not_explain() =>
        Assert.Empty(Finding.Of("SP123", "## The IMR\n\nThis initial report on changes (IMR) is long.\n"));

    [Fact]
    public void Points_at_the_first_use_in_running_text() => Assert.StartsWith("7,5 ", Assert.Single(Finding.Of("SP123", "## The IMR\n\nThe IMR is ready.\n")), StringComparison.Ordinal);

    [Fact]
    public void Points_at_the_first_heading_when_only_headings_use_it() => Assert.Equal(
        ["5,8 'IMR' is not explained"], Finding.Of("SP123", "## The IMR\n\nText.\n\n## Other IMR\n\nText.\n"));

    [Fact]
    public void A_key_date_is_read_before_a_heading() => Assert.Equal(
        ["IMR"],
        Finding.All("SP123", "", "---\ntitle: June\nsent: 2017-06-29\nkey-dates:\n  - { date: 2017-07-10, text: The IMR }\n---\n## An IMR\n\nText.\n")
            .Where(d => d.At!.Value.Position.Line == 5).Select(d => d.Message.Split('\'')[1]));

    [Fact]
    public void Counts_one_older_issue_in_words() => Assert.Equal(
        ["'IMR' is not explained, nor in one older issue"],
        Finding.All("SP123", "", "---\ntitle: May\nsent: 2017-05-29\n---\nThe IMR.\n", "The IMR.\n").Select(d => d.Message));

    [Fact]
    public void Says_it_once_for_all_issues_in_the_newest()
    {
        var found = Assert.Single(Finding.All(
            "SP123",
            "",
            "---\ntitle: April\nsent: 2017-04-29\n---\nThe IMR.\n",
            "---\ntitle: May\nsent: 2017-05-29\n---\nThe IMR.\n",
            "---\ntitle: June\nsent: 2017-06-29\n---\nThe IMR.\n"));
        Assert.Equal("content/issues/issue-3.md", found.At!.Value.File.Path);
        Assert.Equal("'IMR' is not explained, nor in 2 older issues", found.Message);
    }
}
