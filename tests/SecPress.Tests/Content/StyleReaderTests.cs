using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class StyleReaderTests
{
    [Fact]
    public void Reads_how_the_house_writes()
    {
        var style = StyleOf("""
            style:
              terms: [Sub-Committee, { term: DCC User, not: [customer, user of the DCC] }, Code]
              quotes: curly
              dashes: em
              spaces: any
              known-acronyms: [GPS, SMS]

            """);
        Assert.Equal(["Sub-Committee", "DCC User", "Code"], style.Terms.Select(t => t.Text));
        Assert.Equal(["customer", "user of the DCC"], style.Terms[1].Not.ToArray());
        Assert.Equal((QuoteStyle.Curly, DashStyle.Em, false), (style.Quotes, style.Dashes, style.SingleSpaces));
        Assert.Equal(["GPS", "SMS"], style.KnownAcronyms.ToArray());
    }

    [Theory]
    [InlineData("quotes: straight, dashes: en", QuoteStyle.Straight, DashStyle.En)]
    [InlineData("quotes: any, dashes: any", QuoteStyle.Any, DashStyle.Any)]
    [InlineData("quotes: consistent, dashes: consistent", QuoteStyle.Consistent, DashStyle.Consistent)]
    public void Reads_every_choice(string keys, QuoteStyle quotes, DashStyle dashes)
    {
        var style = StyleOf($"style: {{ {keys} }}\n");
        Assert.Equal((quotes, dashes, true), (style.Quotes, style.Dashes, style.SingleSpaces));
    }

    [Fact]
    public void Asks_for_what_is_consistent_when_nothing_is_said()
    {
        var style = StyleOf("");
        Assert.Equal((QuoteStyle.Consistent, DashStyle.Consistent, true), (style.Quotes, style.Dashes, style.SingleSpaces));
        Assert.Empty(style.Terms);
        Assert.Empty(style.KnownAcronyms);
    }

    [Fact]
    public void Says_what_is_no_style()
    {
        var bag = new DiagnosticBag();
        Read("style: { terms: [{ not: [x] }, [a]], quotes: curved, dash: en, spaces: none, known-acronyms: SMS }\n", bag);
        Golden.Verify(DiagnosticText.Of(bag));
    }

    private static HouseStyle StyleOf(string settings)
    {
        var bag = new DiagnosticBag();
        var style = Read(settings, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        return style;
    }

    private static HouseStyle Read(string settings, DiagnosticBag bag)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + settings);
        folder.Write("content/issues/june.md", Fixture.FrontMatter + "Text.\n");
        return Fixture.ParseFolder(folder.Path, bag)!.Settings.Style;
    }
}
