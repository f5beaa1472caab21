namespace SecPress.Tests.Checks.Editorial;

public sealed class HeadingCheckTests
{
    [Theory]
    [InlineData("## One\n\n## Two\n\nText.", "nothing stands under the heading 'One'")]
    [InlineData("## Two\n\nText.\n\n## One", "nothing stands under the heading 'One'")]
    [InlineData("### One\n\n## Two\n\nText.", "nothing stands under the heading 'One'")]
    [InlineData("## One\n\n---\n\n## Two\n\nText.", "nothing stands under the heading 'One'")]
    [InlineData("## One\n\n-\n\n## Two\n\nText.", "nothing stands under the heading 'One'")]
    [InlineData("##\n\nText.", "this heading has no words")]
    public void Finds_a_heading_with_nothing_to_it(string body, string message)
    {
        var found = Assert.Single(Finding.Of("SP116", body));
        Assert.EndsWith(message, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## One\n\n### Two\n\nText.")]
    [InlineData("## One\n\n- item\n\n## Two\n\nText.")]
    [InlineData("## One\n\n> quote\n\n## Two\n\nText.")]
    [InlineData("## One\n\n![A picture](a.png)\n\n## Two\n\nText.")]
    [InlineData("## One\n\n```\ncode\n```\n\n## Two\n\nText.")]
    [InlineData("::: web-only\n## One\n\nText.\n:::\n\n## Two\n\nText.")]
    [InlineData("## One\n\n::: callout\nText.\n:::\n\n## Two\n\nText.")]
    [InlineData("Text.\n\n> ## Quoted\n\nText.")]
    public void Leaves_alone_a_heading_with_something_under_it(string body) => Assert.Empty(Finding.Of("SP116", body));

    [Fact]
    public void A_footnote_is_not_what_stands_under_the_last_heading() =>
        Assert.Single(Finding.Of("SP116", "Text.[^1]\n\n## One\n\n[^1]: A note.\n"));

    [Fact]
    public void A_part_is_what_stands_under_a_heading() => Assert.Empty(Finding.Of(
        "SP116",
        "---\ntitle: June\nsent: 2017-06-29\ncalendar:\n  - { date: 2017-07-10, title: Question Hour }\n---\n## Dates\n\n::: calendar\n:::\n"));

    [Theory]
    [InlineData("## News\n\nText.\n\n## News\n\nText.")]
    [InlineData("## News\n\nText.\n\n## *news*\n\nText.")]
    [InlineData("## A\n\n### News\n\nText.\n\n### News\n\nText.")]
    public void Finds_the_same_heading_twice(string body)
    {
        var found = Assert.Single(Finding.Of("SP117", body));
        Assert.Contains("stands twice: here and on line", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## A\n\n### News\n\nText.\n\n## B\n\n### News\n\nText.")]
    [InlineData("## C\n\nText.\n\n## C++\n\nText.")]
    [InlineData("##\n\nText.\n\n##\n\nText.")]
    public void Leaves_alone_headings_that_differ_or_stand_under_different_ones(string body) => Assert.Empty(Finding.Of("SP117", body));

    [Fact]
    public void Finds_a_skipped_level_once()
    {
        var found = Assert.Single(Finding.Of("SP118", "## A\n\nText.\n\n#### B\n\nText.\n\n#### C\n\nText.\n"));
        Assert.EndsWith("this heading is of level 4, and the one before it of level 2", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("### A\n\nText.\n\n## B\n\nText.")]
    [InlineData("## A\n\n### B\n\n#### C\n\nText.\n\n## D\n\nText.")]
    [InlineData("## A\n\nText.\n\n> #### Quoted")]
    public void Leaves_alone_levels_that_go_down_one_at_a_time(string body) => Assert.Empty(Finding.Of("SP118", body));
}
