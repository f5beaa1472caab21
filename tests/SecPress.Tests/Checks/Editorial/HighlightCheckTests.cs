namespace SecPress.Tests.Checks.Editorial;

public sealed class HighlightCheckTests
{
    [Theory]
    [InlineData("Modifcation report", "Modification report", "the highlight writes 'Modifcation', and its section 'Modification'")]
    [InlineData("Consultatoin on fees", "Consultation on fees", "the highlight writes 'Consultatoin', and its section 'Consultation'")]
    [InlineData("Consultation on fees", "Consultattion on fees", "the highlight writes 'Consultation', and its section 'Consultattion'")]
    public void Finds_a_slip_between_a_highlight_and_its_heading(string highlight, string heading, string message)
    {
        var found = Assert.Single(Finding.Of("SP111", Issue(highlight, heading)));
        Assert.EndsWith(message, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_the_word() => Assert.Equal(["Modifcation"], Finding.Words("SP111", Issue("The Modifcation report", "The Modification report")));

    [Fact]
    public void Finds_a_slip_that_only_the_text_below_the_heading_tells() => Assert.Equal(
        ["Modifcation"], Finding.Words("SP111", Issue("CP036 Modifcation", "CP036", "The Modification was raised.")));

    [Theory]
    [InlineData("Day – 13th July", "Day - 13 July")]
    [InlineData("'Fees' are rising", "‘fees’  are rising")]
    [InlineData("The board's decision", "The board’s decision")]
    [InlineData("Engagement Day, in London on 13 July", "Engagement Day")]
    [InlineData("Engagement Day", "Engagement Day, in London on 13 July")]
    [InlineData("Decisions published", "Decision published")]
    [InlineData("Fees agreed", "Fee agreed")]
    [InlineData("Issue on fees", "Issue of fees")]
    [InlineData("Consultation for members agreed", "Consultation and members agreed")]
    [InlineData("Decisions on fees published at last", "Decision on fees published")]
    public void Leaves_alone_what_reads_the_same(string highlight, string heading) => Assert.Empty(Finding.Of("SP111", Issue(highlight, heading)));

    [Fact]
    public void Finds_a_highlight_and_a_heading_that_each_say_something_else()
    {
        var found = Assert.Single(Finding.Of("SP111", Issue("CP036 single login consultation", "CP036 issues for consultation")));
        Assert.Contains("the heading on line 8 'CP036 issues for consultation'", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_alone_other_words_for_a_section_that_is_named() =>
        Assert.Empty(Finding.Of("SP111", Issue("Your views are wanted", "CP036 consultation", section: "cp036-consultation")));

    [Theory]
    [InlineData("The faction agreed", "The action agreed")]
    [InlineData("The broad agreed", "The board agreed")]
    [InlineData("Consultations", "Consultation")]
    [InlineData("SECMP0036 raised", "SECMP0035 raised")]
    [InlineData("SECMP0136 raised", "SECMP0036 raised")]
    public void Takes_no_other_word_for_a_slip(string highlight, string heading) =>
        Assert.Empty(Finding.Of("SP111", Issue(highlight, heading, section: heading.ToLowerInvariant().Replace(' ', '-'))));

    [Fact]
    public void A_word_that_the_section_writes_too_is_no_slip() => Assert.Empty(Finding.Of(
        "SP111", Issue("On complements", "Thanks", "Compliments and complements.", section: "thanks")));

    [Fact]
    public void A_slip_in_the_heading_s_word_is_one_whoever_else_makes_it() => Assert.Equal(
        ["Modifcation"], Finding.Words("SP111", Issue("The Modifcation", "The Modification", "This Modifcation is new.")));

    [Fact]
    public void Two_days_are_not_forms_of_one() => Assert.Single(Finding.Of("SP111", Issue("Day of 13 July", "Day of 14 July")));

    [Fact]
    public void Finds_another_number_in_a_section_that_is_named()
    {
        var issue = Issue("Our day is on 14 July", "Engagement Day, 13 July", section: "engagement-day-13-july");
        Assert.Single(Finding.Of("SP111", issue));
        Assert.Empty(Finding.Of("SP111", issue + " It goes on until the 14th."));
    }

    [Fact]
    public void A_number_that_the_heading_does_not_give_is_no_other_number() =>
        Assert.Empty(Finding.Of("SP111", Issue("Our day is on 14 July", "Engagement Day", section: "engagement-day")));

    [Fact]
    public void Key_dates_stand_in_no_section() => Assert.Single(Finding.Of(
        "SP111",
        Issue("Our day is on 14 July", "Engagement Day, 13 July", section: "engagement-day-13-july")
            .Replace("sent:", "key-dates:\n  - { date: 2017-07-14, text: On 14 July }\nsent:", StringComparison.Ordinal)));

    [Fact]
    public void Does_not_look_beyond_the_section()
    {
        var issue = Issue("Our day is on 14 July", "Engagement Day, 13 July", section: "engagement-day-13-july");
        Assert.Single(Finding.Of("SP111", issue + "\n\n## Something else\n\nOn 14 July.\n"));
        Assert.Single(Finding.Of("SP111", issue + "\n\n## Something else\n\n### Below that\n\nOn 14 July.\n"));
        Assert.Empty(Finding.Of("SP111", issue + "\n\n### Below it\n\nOn 14 July.\n"));
    }

    [Fact]
    public void Finds_a_highlight_that_no_section_belongs_to()
    {
        var found = Assert.Single(Finding.Of("SP110", Issue("Nominations are open", "Engagement Day")));
        Assert.EndsWith("no section belongs to the highlight 'Nominations are open'", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_highlight_that_is_a_link_needs_no_section() =>
        Assert.Empty(Finding.Of("SP110", Issue("[Nominations are open](https://example.org/)", "Engagement Day")));

    [Fact]
    public void A_section_that_is_not_there_is_an_error_of_its_own() =>
        Assert.Empty(Finding.Of("SP110", Issue("Nominations are open", "Engagement Day", section: "nominations")));

    [Fact]
    public void An_issue_without_sections_has_highlights_of_its_own() => Assert.Empty(Finding.Of("SP110", Issue("Nominations are open", null)));

    private static string Issue(string highlight, string? heading, string text = "Text.", string? section = null) =>
        $"""
        ---
        title: June
        sent: 2017-06-29
        highlights:
          - colour: blue
            text: "{highlight}"{(section is null ? "" : "\n    section: " + section)}
        ---
        {(heading is null ? "" : "## " + heading)}

        {text}
        """;
}
