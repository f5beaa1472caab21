using System.Diagnostics;
using CsCheck;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

/// <summary>Whatever stands in a file: a site or findings, never an exception, a hang, or a place outside the file.</summary>
public sealed class HostileContentTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "*", "**", "_", "`", "```\n", "~~", "^", "==", "[", "]", "(", ")", "![", "](x)", "[^1]", "[^1]: ", "\n", "\n\n", "\r\n", "    ", "\t", "> ", "- ", "- [x] ",
        "1. ", "# ", "## A", "|", "|---|---|\n", "| a | b |\n", "::: ", ":::\n", ":::: callout\n", "::: calendar\n", "::: greeting\n", "[[name|x]]", "{#a}", "{.b}", "{x=y}", "{}",
        "<b>", "</b>", "<!--", "-->", "<script>", "&amp;", "&#0;", "&#xE000;", "\\", "^^^\n", "*[DCC]: x\n", "DCC", "CP101", "Table: x\n\n", "é", "𝄞", "\u2028", "\uFEFF", "a", "b c", ".", "---\n");

    private static readonly Gen<string> YamlPieces = Gen.OneOf(
        "title: ", "sent: ", "2017-06-29", "panel:", "committees:", "calendar:", "items:", "\n", "\n  ", "\n  - ", "\n    ", "- ", "{", "}", "[", "]", ", ", ": ", "'", "\"", "|\n", ">\n", "&a", "*a",
        "!!x ", "<<: ", "#", "\t", "@", "`", "%", "\\", "x", "ssc", "id: ", "date: ", "text: ", "---\n", "...", "?", "~", "null", "é", "𝄞", "\r\n", "\u0085", "\u2028");

    [Fact]
    public void Any_Markdown_gives_places_inside_its_file() => Check(Pieces.Array[0, 60].Select(p => Fixture.FrontMatter + string.Concat(p)), 1500);

    [Fact]
    public void Any_front_matter_gives_places_inside_its_file() =>
        Check(YamlPieces.Array[0, 40].Select(p => "---\n" + string.Concat(p) + "\n---\nText.\n"), 1500);

    [Fact]
    public void Any_settings_give_places_inside_their_file() => YamlPieces.Array[0, 40].Sample(
        pieces =>
        {
            var bag = new DiagnosticBag();
            Fixture.ParseIssue(Fixture.FrontMatter, bag, Fixture.Settings + string.Concat(pieces));
            AssertPlaces(bag);
        },
        iter: 500,
        threads: 1);

    [Theory]
    [InlineData(">", 10_000)]
    [InlineData("> ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("[", 10_000)]
    [InlineData("![", 10_000)]
    [InlineData("*a ", 10_000)]
    [InlineData("*a **b ", 5_000)]
    [InlineData("a*", 10_000)]
    [InlineData("`", 10_000)]
    [InlineData("<", 10_000)]
    [InlineData("<a", 10_000)]
    [InlineData("<!--", 10_000)]
    [InlineData("|", 10_000)]
    [InlineData("| a ", 10_000)]
    [InlineData("[a](", 10_000)]
    [InlineData("[^1]", 10_000)]
    [InlineData("[[name|x]]", 10_000)]
    [InlineData("{#a}", 10_000)]
    [InlineData("{", 10_000)]
    [InlineData("::: group\n", 5_000)]
    [InlineData("^^^\n", 5_000)]
    [InlineData("# a\n", 5_000)]
    [InlineData("&#x41;", 10_000)]
    [InlineData("*[a]: b\n", 5_000)]
    [InlineData("[a]: b\n", 5_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("<div>\n", 10_000)]
    public void Reads_or_refuses_ten_thousand_of_anything_in_seconds(string piece, int count)
    {
        foreach (var settings in new[] { Fixture.Settings, Fixture.Settings + "raw-html: true\n" })
        {
            var bag = new DiagnosticBag();
            var watch = Stopwatch.StartNew();
            Fixture.ParseIssue(Fixture.FrontMatter + string.Concat(Enumerable.Repeat(piece, count)), bag, settings);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
            AssertPlaces(bag);
        }
    }

    [Fact]
    public void Reads_a_table_whose_cells_could_each_open_emphasis()
    {
        var table = "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| ~5 | [6 |\n", 300));
        Assert.Equal(300, Assert.IsType<Table>(Assert.Single(Fixture.ParseBody(table).Blocks)).Rows.Length);
    }

    [Theory]
    [InlineData("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\ntags: [*b, *b, *b]")]
    [InlineData("tags: &t [*t]")]
    public void Refuses_a_YAML_bomb(string yaml)
    {
        var bag = new DiagnosticBag();
        Fixture.ParseIssue($"---\ntitle: June\nsent: 2017-06-29\n{yaml}\n---\n", bag);
        Assert.Equal(ContentRules.UnsupportedYaml, Assert.Single(bag.ToSorted()).Rule);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Refuses_YAML_nested_ten_thousand_deep(string open, string close)
    {
        var bag = new DiagnosticBag();
        var nested = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));
        Fixture.ParseIssue($"---\ntitle: June\nsent: 2017-06-29\ntags:\n  {nested}\n---\n", bag);
        Assert.True(bag.HasErrors);
        AssertPlaces(bag);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<scr<script>ipt>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<img src=\"x\" onerror = 'alert(1)'>")]
    [InlineData("<img/src=x/onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href='java\tscript:alert(1)'>x</a>")]
    [InlineData("<a href=\" &#106;avascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">x</a>")]
    [InlineData("<svg onload=alert(1)><p>x</p></svg>")]
    [InlineData("<math><mtext><script>alert(1)</script></mtext></math>")]
    [InlineData("<div style=\"background:url(javascript:alert(1))\">x</div>")]
    [InlineData("<style>@import 'https://evil.example/alert(1)'</style>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<base href=\"javascript:alert(1)//\">")]
    [InlineData("<form action=\"javascript:alert(1)\"><button>x</button></form>")]
    [InlineData("<b title='\" onmouseover=\"alert(1)'>x</b>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<div><p id=\"x\" class=\"a\nb\">x</div>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?php echo '<script>alert(1)</script>' ?>")]
    [InlineData("<div title=\"unclosed><script>alert(1)</script>")]
    [InlineData("</p></div></body></html><p>x")]
    public void Keeps_nothing_of_HTML_that_could_run(string html)
    {
        foreach (var markdown in new[] { html, "Text " + html + " text", "<div>\n" + html + "\n</div>" })
        {
            var issue = Fixture.ParseIssue(Fixture.FrontMatter + "\n" + markdown, new DiagnosticBag(), Fixture.Settings + "raw-html: true\n");
            foreach (var kept in Html(issue!.Body))
            {
                AssertHarmless(kept);
            }
        }
    }

    [Fact]
    public void Closes_every_element_of_any_HTML_it_keeps() => Gen.OneOf(
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<br>", "<a href=/x>", "</a>", "<a href='javascript:x'>", "<x>", "<script>", "</script>",
        "<", ">", "\"", "'", "&lt;", "<img src=x onload=y>", "text", " ", "<!--", "-->", "<b title=\"", "<b title='").Array[1, 25].Sample(
        pieces =>
        {
            var bag = new DiagnosticBag();
            var issue = Fixture.ParseIssue(Fixture.FrontMatter + "\n<div>" + string.Concat(pieces), bag, Fixture.Settings + "raw-html: true\n");
            foreach (var html in Html(issue?.Body ?? Document.Empty))
            {
                AssertHarmless(html);
                AssertBalanced(html);
            }
        },
        iter: 800,
        threads: 1);

    private static IEnumerable<string> Html(Document document) => DocumentWalker.Blocks(document).OfType<RawHtmlBlock>().Select(h => h.Html)
        .Concat(DocumentWalker.Inlines(document).OfType<RawHtmlInline>().Select(h => h.Html));

    /// <summary>Reads the output strictly: text without signs, and tags of the form that the printer writes.</summary>
    private static void AssertHarmless(string html)
    {
        for (var at = 0; at < html.Length; at++)
        {
            Assert.NotEqual('>', html[at]);
            if (html[at] != '<')
            {
                continue;
            }

            var end = html.IndexOf('>', at);
            Assert.True(end > at, html);
            var tag = html[(at + 1)..end];
            Assert.Matches("^(/?[a-z][a-z0-9]*|[a-z][a-z0-9]*( (class|title|lang|dir|href|src|alt|width|height|scope|colspan|rowspan)=\"[^\"<>]*\")*)$", tag);
            Assert.DoesNotMatch("^(script|style|iframe|svg|math|object|embed|form|base|template|noscript)", tag.TrimStart('/'));
            Assert.DoesNotMatch("(href|src)=\"\\s*(javascript|data|vbscript)", tag);
            at = end;
        }
    }

    private static void AssertBalanced(string html)
    {
        var open = new Stack<string>();
        foreach (var tag in html.Split('<').Skip(1).Select(t => t[..t.IndexOf('>', StringComparison.Ordinal)].Split(' ')[0]))
        {
            if (tag[0] == '/')
            {
                Assert.Equal(open.Pop(), tag[1..]);
            }
            else if (tag is not ("br" or "img" or "hr"))
            {
                open.Push(tag);
            }
        }

        Assert.Empty(open);
    }

    private static void Check(Gen<string> texts, int count) => texts.Sample(
        text =>
        {
            var bag = new DiagnosticBag();
            var issue = Fixture.ParseIssue(text, bag);
            AssertPlaces(bag);
            if (issue is not null)
            {
                AssertPlaces(issue);
            }
        },
        iter: count,
        threads: 1);

    private static void AssertPlaces(DiagnosticBag bag)
    {
        foreach (var at in bag.ToSorted().Select(d => d.At).OfType<SourceSpan>())
        {
            Assert.InRange(at.Range.Start, 0, at.File.Text.Length);
            Assert.InRange(at.Range.End, at.Range.Start, at.File.Text.Length);
        }
    }

    private static void AssertPlaces(Issue issue)
    {
        var spans = DocumentWalker.Blocks(issue.Body).Select(b => b.Span)
            .Concat(DocumentWalker.Inlines(issue.Body).Select(i => i.Span))
            .Concat(DocumentWalker.Inlines(issue.Body).OfType<Link>().Select(l => l.UrlSpan));
        foreach (var span in spans)
        {
            Assert.InRange(span.Start, 0, issue.Source.Text.Length);
            Assert.InRange(span.End, span.Start, issue.Source.Text.Length);
        }
    }
}
