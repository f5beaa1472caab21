namespace SecPress.Tests.Checks.Editorial;

public sealed class ColonCheckTests
{
    private const string Prose = "The Panel agreed that two of them proceed to the next stage.";

    [Theory]
    [InlineData("The Panel considered the reports for:\n\n" + Prose, "no list follows 'considered the reports for:'")]
    [InlineData("The following topics were discussed:\n\n" + Prose + "\n\n" + Prose, "no list follows 'following topics were discussed:'")]
    [InlineData("The topics are:\n\n" + Prose + "\n\n## Next\n\nText.", "no list follows 'The topics are:'")]
    [InlineData("Le comité a examiné les rapports suivants :\n\n" + Prose, "no list follows 'examiné les rapports suivants:'")]
    [InlineData("## News\n\nThese are new:\n\n## Next\n\nText.", "nothing follows 'These are new:'")]
    [InlineData("## News\n\n### One\n\nThese are new:\n\n## Next\n\nText.", "nothing follows 'These are new:'")]
    [InlineData("These are new:\n\n---\n\nText.", "nothing follows 'These are new:'")]
    [InlineData("These are new:", "nothing follows 'These are new:'")]
    [InlineData("These are new:&nbsp;", "nothing follows 'These are new:'")]
    [InlineData("Reports for:\n\nThe Panel agreed that two of them\nproceed to the next stage.", "no list follows 'Reports for:'")]
    [InlineData("Reports for:\n\nOne two three four five six seven eight.", "no list follows 'Reports for:'")]
    [InlineData("## News\n\n::: web-only\nThese are new:\n:::\n\n## Next\n\nText.\n", "nothing follows 'These are new:'")]
    public void Finds_a_promise_that_is_not_kept(string body, string message)
    {
        var found = Assert.Single(Finding.Of("SP115", body));
        Assert.EndsWith(message, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_at_the_last_word_and_its_colon() => Assert.Equal(["for:"], Finding.Words("SP115", "## News\n\nReports for **all** for:\n\n## Next\n\nText."));

    [Theory]
    [InlineData("- one\n- two")]
    [InlineData("1. one")]
    [InlineData("| a |\n|---|\n| b |")]
    [InlineData("```\ncode\n```")]
    [InlineData("> Quoted.")]
    [InlineData("::: callout\nText.\n:::")]
    [InlineData("^^^\nA picture.\n^^^ Caption")]
    [InlineData("### Lower\n\nText.")]
    [InlineData("[A link](https://example.org/) that starts a list without its signs, of some words.")]
    [InlineData("**Bold words** that start a list without its signs, of some more words.")]
    [InlineData("“We agree with all that was said in the report,” said the chair.")]
    [InlineData("lower case goes on with the sentence and ends with a full stop.")]
    [InlineData("One name\\\nAnother name\\\nA third name with a few more words.")]
    [InlineData("Only a few words.")]
    [InlineData("One two three four five six seven.")]
    [InlineData("No full stop at the end of these words of some length")]
    public void Leaves_alone_what_follows_as_promised(string next) => Assert.Empty(Finding.Of("SP115", "## News\n\nThe Panel considered reports for:\n\n" + next));

    [Theory]
    [InlineData("This week:")]
    [InlineData("I asked her about it, and she said:")]
    [InlineData("**Reports for:**")]
    [InlineData(":")]
    public void Leaves_alone_a_colon_that_asks_for_no_list(string promise) => Assert.Empty(Finding.Of("SP115", promise + "\n\n" + Prose));

    [Fact]
    public void An_introduction_announces_the_sections() => Assert.Empty(Finding.Of("SP115", "In this issue:\n\n## News\n\nText."));

    [Fact]
    public void A_section_of_sections_may_be_the_list() =>
        Assert.Empty(Finding.Of("SP115", "## News\n\nSome changes may affect you, though:\n\n## Merges\n\n### One\n\nText."));

    [Fact]
    public void A_section_of_sections_does_not_finish_a_sentence() =>
        Assert.Single(Finding.Of("SP115", "## News\n\nThe Panel considered reports for:\n\n## Merges\n\n### One\n\nText."));

    [Fact]
    public void Paragraphs_may_be_the_list() => Assert.Empty(Finding.Of("SP115", $"Topics included:\n\n{Prose}\n\n{Prose}"));

    [Fact]
    public void A_part_that_the_template_adds_follows_the_end() => Assert.Empty(Finding.Of(
        "SP115", "---\ntitle: June\nsent: 2017-06-29\ncalendar:\n  - { date: 2017-07-10, title: Question Hour }\n---\nThe coming dates are:\n"));

    [Fact]
    public void A_part_that_is_placed_does_not() => Assert.Single(Finding.Of(
        "SP115",
        "---\ntitle: June\nsent: 2017-06-29\ncalendar:\n  - { date: 2017-07-10, title: Question Hour }\n---\n::: calendar\n:::\n\nThe coming dates are:\n"));

    [Fact]
    public void A_placed_part_keeps_the_promise() => Assert.Empty(Finding.Of(
        "SP115",
        "---\ntitle: June\nsent: 2017-06-29\ncalendar:\n  - { date: 2017-07-10, title: Question Hour }\n---\nThe following are the dates for:\n\n::: calendar\n:::\n\n" + Prose));
}
