using NodaTime;
using SecPress.Checks.Editorial;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>Images, tables and colours that everybody can make something of.</summary>
public sealed class AccessibilityCheckTests
{
    private static readonly FindingsOf Rules = new("SP129", "SP130", "SP131", "SP132", "SP133");

    [Theory]
    [InlineData("![The way of a proposal](/images/plan.svg)", null)]
    [InlineData("![](/images/plan.svg)", "SP129")]
    [InlineData("![ ](/images/plan.svg)", "SP129")]
    [InlineData("![plan.svg](/images/plan.svg)", "SP129")]
    [InlineData("![PLAN.SVG](/images/plan.svg)", "SP129")]
    [InlineData("![ plan.svg ](/images/plan.svg?v=2)", "SP129")]
    [InlineData("![plan](https://example.org/plan)", null)]
    [InlineData("![](/images/plan.svg){.decorative}", null)]
    [InlineData("[![](/images/plan.svg)](https://example.org/)", "SP129")]
    [InlineData("![The way of a proposal](/images/plan.bmp)", "SP130")]
    public void An_image_says_what_it_shows_and_how_large_it_is(string image, string? code) =>
        Assert.Equal(code is null ? [] : [code], Rules.Codes(image + "\n"));

    [Fact]
    public void A_page_that_is_no_issue_is_read_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings);
        folder.Write("content/pages/fees.md", "---\ntitle: Fees\n---\n| Year | Fee |\n|--|--|\n| 2017 | 10 |\n");
        Assert.Equal(["SP131"], Rules.Codes(OnSite(folder)));
    }

    [Theory]
    [InlineData("viewBox=\"0 0 4 3\"", null)]
    [InlineData("width=\"4\" height=\"3\"", null)]
    [InlineData("height=\"3\" width=\"4\"", null)]
    [InlineData("width=\"4\"", "SP130")]
    [InlineData("", "SP130")]
    public void A_drawing_tells_its_size_in_its_first_element(string attributes, string? code)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings);
        folder.Write("content/images/way.svg", $"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><path d=\"M0 0h4v3z\"/></svg>\n");
        folder.Write("content/pages/way.md", "---\ntitle: Way\n---\n![The way of a proposal](/images/way.svg)\n");
        Assert.Equal(code is null ? [] : [code], Rules.Codes(OnSite(folder)));
    }

    [Theory]
    [InlineData("Table: Fees\n\n| Year | Fee |\n|--|--|\n| 2017 | 10 |\n", null)]
    [InlineData("| Year | Fee |\n|--|--|\n| 2017 | 10 |\n", "SP131")]
    [InlineData("Table: Fees\n\n| | |\n|--|--|\n| 2017 | 10 |\n", "SP132")]
    [InlineData("Table: Fees\n\n| | Fee |\n|--|--|\n| 2017 | 10 |\n", null)]
    [InlineData("| | |\n|--|--|\n| 2017 | 10 |\n", "SP131,SP132")]
    public void A_table_has_a_caption_and_names_its_columns(string table, string? codes) =>
        Assert.Equal(codes?.Split(',') ?? [], Rules.Codes(table));

    [Theory]
    [InlineData("#1d5fa8", null)]
    [InlineData("#ffcc00", "SP133")]
    [InlineData("#777777", "SP133")]
    [InlineData("#767676", null)]
    public void A_colour_can_be_read_on_white(string colour, string? code) =>
        Assert.Equal(code is null ? [] : [code], Rules.Codes(Find(colour)));

    [Fact]
    public void A_colour_that_cannot_be_read_is_shown_where_it_stands_with_what_is_used() =>
        Golden.Verify(Rules.Text(Find("#ffcc00")));

    private static DiagnosticBag OnSite(TemporaryFolder folder)
    {
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(Fixture.ParseFolder(folder.Path, bag)!, new PublicationOptions(Instant.FromUtc(2030, 1, 1, 0, 0)), bag);
        EditorialChecks.RunOnSite(publication, bag);
        return bag;
    }

    private static DiagnosticBag Find(string colour) =>
        EditorialSite.Find(Fixture.Settings.Replace("#1d5fa8", colour, StringComparison.Ordinal), "A line.\n");
}
