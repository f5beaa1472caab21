using System.Collections.Immutable;
using NodaTime;
using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Rendering.Documents;
using SecPress.Tests.Model;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Documents;

public sealed class TextPrinterTests
{
    private static readonly Labels English = new(
        "en",
        new Dictionary<string, string> { ["email.text.note"] = "(note {0})", ["footnotes.title"] = "Footnotes", ["colon"] = "{0}: {1}" },
        ModelBuilder.Labels.Months,
        ModelBuilder.Labels.ShortMonths,
        ModelBuilder.Labels.Days,
        ModelBuilder.Labels.ShortDays);

    private const string Prose =
        "The working group met twice in June and agreed a plan for the trial, which each member organisation has since confirmed in writing.";

    [Fact]
    public void Underlines_headings_by_level_and_wraps_paragraphs() => Golden.Verify(Print(
        Heading(1, "Trial of the new process"), Paragraph(Prose), Heading(2, "What comes next"), Paragraph(Prose), Heading(3, "Dates"), Paragraph("None.")));

    [Fact]
    public void Hangs_lists_nested_lists_and_tasks() => Golden.Verify(Print(
        Paragraph("The group:"),
        List(false, true, Item(Paragraph(Prose)), Item(Paragraph("met"), List(true, true, Enumerable.Range(1, 11).Select(i => Item(Paragraph($"point {i}"))).ToArray()))),
        List(true, false, Item(Paragraph("first"), Paragraph(Prose)), Item(Paragraph("second"))),
        List(false, true, Item(Paragraph("done"), true), Item(Paragraph("open"), false))));

    [Fact]
    public void Marks_quotes_callouts_and_code() => Golden.Verify(Print(
        new Quote(default, [Paragraph(Prose), new Quote(default, [Paragraph("Inner.")])]),
        new Container(default, ContainerKind.Callout, "Please note", [Paragraph(Prose)]),
        new CodeBlock(default, null, "if (a < b)\n{\n    " + new string('x', 90) + "\n}"),
        new ThematicBreak(default),
        Paragraph("End.")));

    [Fact]
    public void Leaves_out_what_is_for_the_web_alone() =>
        Assert.Equal("Here.\n", Print(new Container(default, ContainerKind.WebOnly, "", [Paragraph("There.")]), Paragraph("Here.")));

    [Fact]
    public void Aligns_the_columns_of_a_table_and_its_numbers() => Golden.Verify(Print(TableOf(
        "Parties in June", [ColumnAlignment.None, ColumnAlignment.Right], ["Kind", "Number"], ["Large suppliers", "12"], ["Network operators", "7"])));

    [Fact]
    public void Counts_wide_characters_as_two_columns() => Golden.Verify(Print(TableOf(
        "", [ColumnAlignment.None, ColumnAlignment.None], ["City", "Country"], ["東京", "日本"], ["Zürich", "Schweiz"], ["e\u0301", "é"])));

    [Fact]
    public void Wraps_cells_of_a_table_that_is_too_wide() =>
        Golden.Verify(Print(TableOf("", [ColumnAlignment.None, ColumnAlignment.None, ColumnAlignment.None], ["Id", "Title", "Next"], ["P1", Prose, "9 June 2017"], ["P2", "Short", Prose])));

    [Fact]
    public void Lists_the_rows_of_a_table_that_cannot_fit()
    {
        var wide = new string('w', 45);
        Golden.Verify(Print(TableOf("", [ColumnAlignment.None, ColumnAlignment.None], ["One", "Two"], [wide, wide], ["a", "b"])));
    }

    [Fact]
    public void Numbers_addresses_once_and_never_breaks_them()
    {
        var numbers = new LinkNumbers();
        var longUrl = "https://example.com/" + new string('a', 90);
        var text = Print(
            numbers,
            new Paragraph(default, [.. Text("See "), Link("https://example.com/a", "the report"), .. Text(" and "), Link("https://example.com/b", "the minutes"), .. Text(".")]),
            new Paragraph(default, [.. Text("Again "), Link("https://example.com/a", "the report"), .. Text(", or "), Link(longUrl, longUrl), .. Text(" itself.")]));
        Assert.Equal($"See the report [1] and the minutes [2].\n\nAgain the report [1], or\n{longUrl}\nitself.\n", text);
        Assert.Equal(["https://example.com/a", "https://example.com/b"], numbers.Urls);
    }

    [Fact]
    public void Keeps_the_words_of_a_link_that_leads_nowhere() =>
        Assert.Equal("a word\n", Print(new Paragraph(default, [.. Text("a "), Link("missing.md", "word")])));

    [Fact]
    public void Prints_addresses_of_the_site_in_full()
    {
        var numbers = new LinkNumbers();
        Print(numbers, new Paragraph(default, [Link("/archive/", "All issues")]));
        Assert.Equal(["https://example.org/news/archive/"], numbers.Urls);
    }

    [Fact]
    public void Leaves_out_invisible_characters() =>
        Assert.Equal("soft hyphen\n", Print(new Paragraph(default, Text("so\u00ADft\u200B hy\uFEFFphen\u0085"))));

    [Fact]
    public void Keeps_hard_breaks_and_words_joined_by_a_no_break_space()
    {
        var words = string.Join(' ', Enumerable.Repeat("four", 15)) + " 12\u00A0July";
        Assert.Equal("a\nb\n", Print(new Paragraph(default, [.. Text("a"), new LineBreak(default, true), .. Text("b")])));
        Assert.Contains("\n12 July", Print(new Paragraph(default, Text(words + " and\u00A0more"))) + Print(new Paragraph(default, Text("xxxx " + words))), StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_footnotes_last() => Golden.Verify(TextPrinter.Print(
        new Document(
            [new Paragraph(default, [.. Text("A claim"), new FootnoteReference(default, 1, 1), .. Text(".")])],
            [new Footnote(1, [Paragraph(Prose), Paragraph("More.")], 1)]),
        Options(new LinkNumbers())));

    [Fact]
    public void Reads_the_words_and_addresses_of_raw_html()
    {
        var numbers = new LinkNumbers();
        var text = Print(numbers, new RawHtmlBlock(default, "<div><p>One <a href=\"https://example.com/\">link</a> &amp; more</p><p>Two<br>three</p></div>"));
        Assert.Equal("One link [1] & more\n\nTwo\nthree\n", text);
        Assert.Equal(["https://example.com/"], numbers.Urls);
    }

    [Fact]
    public void Survives_deep_nesting()
    {
        Block block = Paragraph("deep");
        for (var i = 0; i < 20_000; i++)
        {
            block = new Quote(default, [block]);
        }

        Assert.EndsWith("deep\n", Print(block), StringComparison.Ordinal);
    }

    private static string Print(params Block[] blocks) => Print(new LinkNumbers(), blocks);

    private static string Print(LinkNumbers numbers, params Block[] blocks) => TextPrinter.Print(new Document([.. blocks], []), Options(numbers));

    private static TextPrinterOptions Options(LinkNumbers numbers)
    {
        var issue = ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29));
        var publication = ModelBuilder.Assemble(ModelBuilder.Site(issue), out _);
        return new TextPrinterOptions { Links = new LinkWriter(publication.Map, publication.PageOf(issue), LinkStyle.Absolute), Labels = English, Numbers = numbers };
    }

    private static ImmutableArray<Inline> Text(string text) => ModelBuilder.Text(text);

    private static Link Link(string url, string text) => new(default, url, null, Text(text));

    private static Paragraph Paragraph(string text) => new(default, Text(text));

    private static Heading Heading(int level, string text) => new(default, level, Slug.From(text), Text(text));

    private static ListItem Item(params Block[] blocks) => new(default, null, [.. blocks]);

    private static ListItem Item(Block block, bool done) => new(default, done, [block]);

    private static ListBlock List(bool ordered, bool tight, params ListItem[] items) => new(default, ordered, 1, tight, [.. items]);

    private static Table TableOf(string caption, ImmutableArray<ColumnAlignment> columns, params string[][] rows)
    {
        ImmutableArray<TableCell> Row(string[] cells) => [.. cells.Select(c => new TableCell(Text(c)))];
        return new Table(default, caption.Length == 0 ? [] : Text(caption), columns, Row(rows[0]), [.. rows.Skip(1).Select(Row)]);
    }
}
