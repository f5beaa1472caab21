using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using SecPress.Rendering.Minifying;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering.Minifying;

public sealed class HtmlMinifierTests
{
    private static readonly Gen<string> Inlines = Mix(
        Gen.OneOf(
            " ", "\n", "  \n\t", "word", "a < b", "&amp;", "<br>", "<img alt=' >  '>", "<!-- a  comment -->", "<a href=\"?a=1 > 0\"> link</a>",
            "<em>so </em>", "<code> x  y </code>", "<script type=\"application/ld+json\">{ \"a\" : 1 }</script>", "<textarea>  x </textarea>", "<span> </span>"),
        6);

    private static readonly Gen<string> Simple = Gen.OneOf(
        Inlines,
        Inlines.Select(i => $"<p>{i}</p>"),
        Inlines.Select(i => $"<h2 class=\"a  b\">\n{i}</h2>\n"),
        Inlines.Select(i => $"<pre>\n {i} </pre>"),
        Gen.OneOf(" ", "\n\n", "<!-- -->", "<hr>\n", "<style>a  { }</style>"));

    private static readonly Gen<string> Nested = Gen.OneOf(
        Simple,
        Mix(Simple, 4).Select(i => $"<div> {i} </div>"),
        Mix(Mix(Simple, 2).Select(i => $"<li>{i}</li>\n"), 3).Select(i => $"<ul>\n{i}</ul>"),
        Mix(Mix(Simple, 2).Select(i => $"<dt> a</dt> <dd>{i}</dd>"), 2).Select(i => $"<dl>{i}</dl>\n"),
        Mix(Mix(Mix(Simple, 2).Select(i => $"<td> {i}</td>\n"), 2).Select(i => $"<tr>\n{i} </tr>\n"), 2).Select(i => $"<table>\n<tbody>{i}</tbody></table>"));

    private static readonly Gen<string> Pages = Mix(Nested, 5).Select(p =>
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>A  title</title>\n</head>\n<body>\n{p}\n</body>\n</html>\n");

    [Fact]
    public void A_page_is_the_same_but_for_white_space() =>
        Pages.Sample(page => Normal(page) == Normal(HtmlMinifier.Minify(page)), iter: 20_000);

    [Fact]
    public void A_second_time_changes_nothing() =>
        Pages.Sample(page => HtmlMinifier.Minify(HtmlMinifier.Minify(page)) == HtmlMinifier.Minify(page), iter: 5_000);

    [Fact]
    public void Every_page_of_a_site_is_the_same_but_for_white_space_and_smaller()
    {
        foreach (var (path, text) in Rendered.All(SamplePublication.Build()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var small = HtmlMinifier.Minify(text);
            Assert.True(small.Length < text.Length, path);
            Assert.Equal(Normal(text), Normal(small));
        }
    }

    [Theory]
    [InlineData("<p>\n  one\n  two </p>", "<p>one\ntwo</p>")]
    [InlineData("<p>one <em>two</em> three</p>", "<p>one <em>two</em> three</p>")]
    [InlineData("<p>one <!-- two --> three</p>", "<p>one three</p>")]
    [InlineData("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "<ul><li>one</li>\n<li>two</li></ul>")]
    [InlineData("<tr>\n<td> one </td>\n<td>two</td>\n</tr>", "<tr><td>one</td><td>two</td></tr>")]
    [InlineData("<a>one</a>\n<a>two</a>", "<a>one</a>\n<a>two</a>")]
    [InlineData("<pre>\n  one\n\n  <b> two </b></pre>", "<pre>\n  one\n\n  <b> two </b></pre>")]
    [InlineData("<a title=\"a  >  b\">c</a>", "<a title=\"a  >  b\">c</a>")]
    [InlineData("<script>if (a  <  b) { }  </script>", "<script>if (a  <  b) { }  </script>")]
    public void Takes_out_what_no_reader_sees(string html, string expected) => Assert.Equal(expected, HtmlMinifier.Minify(html));

    [Fact]
    public void A_site_is_published_minified_and_links_to_its_style_sheet()
    {
        var bag = new SecPress.Model.Diagnostics.DiagnosticBag();
        var files = new SecPress.Rendering.Composer(SamplePublication.Build(), bag, minified: true).Compose()
            .ToDictionary(c => c.OutputPath, c => Encoding.UTF8.GetString(c.Make(bag)!));
        var sheet = files.Keys.Single(k => k.EndsWith(".css", StringComparison.Ordinal));
        Assert.DoesNotContain("/*", files[sheet], StringComparison.Ordinal);
        Assert.Contains(sheet, files["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("\n<meta", files["index.html"], StringComparison.Ordinal);
    }

    private static Gen<string> Mix(Gen<string> parts, int most) => parts.List[0, most].Select(string.Concat);

    /// <summary>The tree as text, comments left out and white space as a style sheet that hides none but that at the edges of blocks.</summary>
    private static string Normal(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html), text, verbatim: false);
        return System.Text.RegularExpressions.Regex.Replace(text.ToString(), "[ ]*¶[ ¶]*|[ ]+", m => m.Value.Contains('¶', StringComparison.Ordinal) ? "¶" : " ");
    }

    private static void Write(INode node, StringBuilder text, bool verbatim)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IElement element:
                    var isBlock = element.LocalName is not ("em" or "a" or "img" or "br" or "code" or "span" or "script" or "style" or "textarea" or "b"
                        or "meta" or "link" or "strong" or "abbr" or "time" or "sup" or "sub" or "s" or "mark" or "ins" or "picture" or "source" or "svg")
                        || element.ParentElement?.LocalName == "head";
                    text.Append(isBlock ? "¶" : "").Append('<').Append(element.LocalName);
                    foreach (var attribute in element.Attributes)
                    {
                        text.Append('|').Append(attribute.Name).Append('=').Append(attribute.Value.Replace("\n", "⏎", StringComparison.Ordinal).Replace(" ", "␣", StringComparison.Ordinal));
                    }

                    text.Append('>').Append(isBlock ? "¶" : "");
                    Write(element, text, verbatim || element.LocalName is "pre" or "script" or "style" or "textarea" or "title");
                    text.Append(isBlock ? "¶" : "").Append("</>").Append(isBlock ? "¶" : "");
                    break;
                case IText words when verbatim:
                    text.Append(words.Data.Replace("\n", "⏎", StringComparison.Ordinal).Replace(" ", "␣", StringComparison.Ordinal));
                    break;
                case IText words:
                    text.Append(System.Text.RegularExpressions.Regex.Replace(words.Data, "[ \n\t\r\f]+", " "));
                    break;
            }
        }
    }
}
