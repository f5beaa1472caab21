using AngleSharp.Css;
using AngleSharp.Css.Parser;
using SecPress.Rendering.Minifying;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering.Minifying;

public sealed class CssMinifierTests
{
    [Theory]
    [InlineData("a { color : red ; }", "a{color :red}")]
    [InlineData("/* one */ a /* two */ b { }", "a b{}")]
    [InlineData("a :hover, a:hover > b { x: 1 }", "a :hover,a:hover>b{x:1}")]
    [InlineData("a { width: calc(1px + (2px - 1em)) !important; }", "a{width:calc(1px + (2px - 1em))!important}")]
    [InlineData("@media (min-width: 2em) and (max-width: 3em) {\n  a { b: c }\n}\n", "@media (min-width:2em) and (max-width:3em){a{b:c}}")]
    [InlineData("a::before { content: \" /* no */  \\\" \" }", "a::before{content:\" /* no */  \\\" \"}")]
    [InlineData("a { b: url( x  y ) }", "a{b:url( x  y )}")]
    [InlineData("a { margin: -1px -2px; inset: 0 auto }", "a{margin:-1px -2px;inset:0 auto}")]
    [InlineData(".a .b, .a.b { }", ".a .b,.a.b{}")]
    [InlineData("a { --x: ; --y:  1 }", "a{--x:;--y:1}")]
    [InlineData("a { b: c } /* unfinished", "a{b:c}")]
    public void Takes_out_what_says_nothing(string css, string expected) => Assert.Equal(expected, CssMinifier.Minify(css));

    [Fact]
    public void The_sites_own_style_sheet_says_the_same_in_fewer_bytes()
    {
        var css = Rendered.All(SamplePublication.Build()).Single(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).Value;
        var small = CssMinifier.Minify(css);
        Assert.True(small.Length < css.Length * 0.9);
        Assert.Equal(Rules(css), Rules(small));
        Assert.Equal(small, CssMinifier.Minify(small));
    }

    private static string Rules(string css)
    {
        using var writer = new StringWriter();
        new CssParser().ParseStyleSheet(css).ToCss(writer, CssStyleFormatter.Instance);

        // The parser keeps the values of custom properties as they are written.
        return System.Text.RegularExpressions.Regex.Replace(writer.ToString(), @"\s+", "");
    }
}
