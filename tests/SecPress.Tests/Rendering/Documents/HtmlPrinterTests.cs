using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Documents;

public sealed class HtmlPrinterTests
{
    private static readonly Publication Publication = SamplePublication.Build();
    private static readonly SitePage Page = Publication.PageOf(Publication.Latest!);

    private static HtmlPrinterOptions Web => new()
    {
        Links = new LinkWriter(Publication.Map, Page, LinkStyle.Relative),
        Labels = RepositoryTemplates.Labels,
        Part = p => new SafeHtml($"<p>the part {p.Kind}</p>\n"),
    };

    [Fact]
    public void Prints_every_kind_of_node_for_the_web() => Golden.Verify(HtmlPrinter.Print(Publication.Latest!.Body, Web).Text, "html");

    [Fact]
    public void Prints_the_same_document_for_email_and_feeds() =>
        Golden.Verify(
            HtmlPrinter.Print(Publication.Latest!.Body, Web with
            {
                Links = new LinkWriter(Publication.Map, Page, LinkStyle.Absolute),
                Scrolling = false,
                Abbreviations = false,
                WebOnly = false,
                Greeting = true,
                WidestImage = 600,
            }).Text,
            "html");

    [Theory]
    [InlineData(1, "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n")]
    [InlineData(2, "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n")]
    [InlineData(3, "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n")]
    public void The_highest_heading_stands_below_the_title(int level, string expected) =>
        Assert.Equal(expected, HtmlPrinter.Print(Doc(H(level, "A"), H(level + 1, "B")), Web).Text);

    [Theory]
    [InlineData("2 4 4 3 2 3", "2 3 3 3 2 3")]
    [InlineData("3 2 3", "2 2 3")]
    [InlineData("1 3 6 3 1", "2 3 4 3 2")]
    [InlineData("1 2 3 4 5 6", "2 3 4 5 6 6")]
    public void No_level_of_headings_is_skipped_on_the_way_down(string written, string printed)
    {
        var headings = written.Split(' ').Select((level, i) => (Block)H(level[0] - '0', $"H{i}"));
        var html = HtmlPrinter.Print(new Document([.. headings], []), Web).Text;
        Assert.Equal(printed, string.Join(' ', html.Split("<h").Skip(1).Select(h => h[0])));
    }

    [Theory]
    [InlineData("https://example.org/a]b", "https://example.org/a%5Db")]
    [InlineData("https://example.org/?a[]=1|2", "https://example.org/?a%5B%5D=1%7C2")]
    [InlineData("https://example.org/#a#b", "https://example.org/#a%23b")]
    [InlineData("https://example.org/edit#", "https://example.org/edit")]
    [InlineData("https://example.org/100%", "https://example.org/100%25")]
    [InlineData("https://example.org/%C3%A9/é", "https://example.org/%C3%A9/é")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData("http://[::1]", "http://[::1]")]
    [InlineData("mailto:desk@example.org?subject=A B", "mailto:desk@example.org?subject=A%20B")]
    public void An_outside_address_is_written_as_the_standard_wants_it(string url, string expected) =>
        Assert.Equal($"<p><a href=\"{expected}\">words</a></p>\n", HtmlPrinter.Print(Doc(P(A(url, "words"))), Web).Text);

    [Theory]
    [InlineData("", "words")]
    [InlineData("javascript:alert(1)", "words")]
    [InlineData("data:text/html,x", "words")]
    [InlineData("no-such-page.md", "words")]
    [InlineData("2017-06.md#one-thing", "<a href=\"../2017-06/#one-thing\">words</a>")]
    [InlineData("/about/", "<a href=\"../../about/\">words</a>")]
    [InlineData("#engagement-day", "<a href=\"#engagement-day\">words</a>")]
    [InlineData("https://bulletin.example.org/news/archive/", "<a href=\"../../archive/\">words</a>")]
    [InlineData("https://example.org/?a=1&b=2", "<a href=\"https://example.org/?a=1&amp;b=2\">words</a>")]
    [InlineData("mailto:desk@example.org", "<a href=\"mailto:desk@example.org\">words</a>")]
    public void A_link_leads_where_it_should_or_is_words_alone(string url, string expected) =>
        Assert.Equal($"<p>{expected}</p>\n", HtmlPrinter.Print(Doc(P(A(url, "words"))), Web).Text);

    [Fact]
    public void Text_printed_on_another_page_keeps_its_links()
    {
        var home = Publication.Map.Find("")!;
        var away = Web with { Links = new LinkWriter(Publication.Map, Page, LinkStyle.Relative, standsOn: home) };
        Assert.Equal(
            "<p><a href=\"issues/2017-07/#engagement-day\">a</a><a href=\"issues/2017-06/\">b</a></p>\n",
            HtmlPrinter.Print(Doc(P(A("#engagement-day", "a"), A("2017-06.md", "b"))), away).Text);
    }

    [Fact]
    public void An_acronym_is_expanded_once_and_not_in_a_heading() =>
        Assert.Equal(
            "<h2 id=\"h\">SSC</h2>\n<p><abbr title=\"Security Sub-Committee\">SSC</abbr></p>\n<p>SSC</p>\n",
            HtmlPrinter.Print(Doc(new Heading(TextSpan.None, 2, "h", [Abbr("SSC", "Security Sub-Committee")]), P(Abbr("SSC", "Security Sub-Committee")), P(Abbr("SSC", "Security Sub-Committee"))), Web).Text);

    [Fact]
    public void A_merge_field_prints_its_fallback_unless_the_edition_fills_it()
    {
        var field = Doc(P(new MergeField(TextSpan.None, "name", "<Reader>")));
        Assert.Equal("<p>&lt;Reader&gt;</p>\n", HtmlPrinter.Print(field, Web).Text);
        Assert.Equal("<p>[name]</p>\n", HtmlPrinter.Print(field, Web with { MergeField = f => new SafeHtml($"[{f.Name}]") }).Text);
    }

    [Fact]
    public void Nesting_without_end_does_not_end_the_process()
    {
        const int depth = 100_000;
        Block block = P("deep");
        ImmutableArray<Inline> inlines = Words("deep");
        for (var i = 0; i < depth; i++)
        {
            block = new Quote(TextSpan.None, [block]);
            inlines = [new Emphasis(TextSpan.None, EmphasisKind.Stress, inlines)];
        }

        var html = HtmlPrinter.Print(new Document([block, P([.. inlines])], []), Web).Text;
        Assert.EndsWith("</em></p>\n", html, StringComparison.Ordinal);
        Assert.Equal(depth, html.Split("</blockquote>").Length - 1);
    }
}
