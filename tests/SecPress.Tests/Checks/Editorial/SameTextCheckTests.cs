namespace SecPress.Tests.Checks.Editorial;

public sealed class SameTextCheckTests
{
    [Fact]
    public void Finds_one_text_for_two_places()
    {
        var found = Assert.Single(Finding.Of("SP121", "The [minutes](https://example.org/a).\n\nThe [Minutes](https://example.org/b).\n"));
        Assert.EndsWith("'Minutes' leads to two places: here to https://example.org/b, on line 5 to https://example.org/a", found, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_it_once_for_many_places()
    {
        var body = string.Concat(Enumerable.Range(0, 4).Select(i => $"[minutes](https://example.org/{i / 2})\n[minutes](https://example.net/{i})\n\n"));
        Assert.Contains("leads to 6 places", Assert.Single(Finding.Of("SP121", body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/a", "http://www.example.org/a/")]
    [InlineData("#news", "#news")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    public void One_place_written_in_two_ways_is_one_place(string first, string second) =>
        Assert.Empty(Finding.Of("SP121", $"## News\n\n[minutes]({first}) [minutes]({second})\n"));

    [Theory]
    [InlineData("#news", "#dates")]
    [InlineData("https://example.org/a#x", "https://example.org/a#y")]
    public void Two_sections_are_two_places(string first, string second) =>
        Assert.Single(Finding.Of("SP121", $"## News\n\nText.\n\n## Dates\n\n[minutes]({first}) [minutes]({second})\n"));

    [Fact]
    public void Two_files_are_two_places() => Assert.Single(Finding.Of("SP121", "[minutes](/images/plan.svg) [minutes](/images/plan.bmp)\n"));

    [Fact]
    public void A_link_that_leads_nowhere_has_a_finding_of_its_own() =>
        Assert.Empty(Finding.Of("SP121", "[minutes](https://example.org/a) [minutes](nowhere.md)\n"));

    [Theory]
    [InlineData("here")]
    [InlineData("2.0")]
    [InlineData("CP036")]
    [InlineData("https://example.org")]
    [InlineData("![](a.png)")]
    public void Leaves_alone_what_names_nothing_of_its_own(string text) =>
        Assert.Empty(Finding.Of("SP121", $"[{text}](https://example.org/a) [{text}](https://example.org/b)"));
}
