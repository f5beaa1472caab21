using CsCheck;
using SecPress.Rendering.Email;

namespace SecPress.Tests.Rendering.Email;

public sealed class CssInlinerTests
{
    [Fact]
    public void Puts_a_rule_on_the_elements_it_matches_and_removes_it() =>
        Equal("<p style=\"color:#112233\">a</p>", "p { color: #112233 }", "<p>a</p>");

    [Theory]
    [InlineData("p { color:#111111 } .a { color:#222222 }", "color:#222222")]
    [InlineData(".a { color:#222222 } p { color:#111111 }", "color:#222222")]
    [InlineData(".b, .a { color:#222222 } .a { color:#333333 }", "color:#333333")]
    [InlineData("#x, .a { color:#222222 } p.a { color:#333333 }", "color:#333333")]
    [InlineData(":is(#x, p) { color:#222222 } .a { color:#333333 }", "color:#222222")]
    [InlineData(":where(.a) { color:#222222 } p { color:#333333 }", "color:#333333")]
    [InlineData("p { color:#111111 !important } .a { color:#222222 }", "color:#111111")]
    public void Lets_the_stronger_selector_win_each_of_a_list_by_itself(string css, string style) =>
        Equal($"<p class=\"a\" style=\"{style}\">a</p>", css, "<p class=\"a\">a</p>");

    [Fact]
    public void Lets_an_important_rule_win_over_the_style_attribute_without_saying_important() =>
        Equal("<p style=\"color:#222222\">a</p>", "p { color:#222222 !important }", "<p style=\"color:#111111\">a</p>");

    [Fact]
    public void Lets_the_style_attribute_win_over_rules() =>
        Equal("<p style=\"color:#111111\">a</p>", "p { color:#222222 }", "<p style=\"color:#111111\">a</p>");

    [Theory]
    [InlineData("color:#ABC")]
    [InlineData("font:bold 16px/1.5 Arial, sans-serif")]
    [InlineData("background:#fff url(https://example.org/a;b.png) no-repeat")]
    [InlineData("mso-line-height-rule:exactly")]
    [InlineData("width:100px;width:calc(100% - 20px)")]
    [InlineData("background-color:#eeeeee;background-color:rgba(0,0,0,.1)")]
    public void Keeps_values_as_they_were_written(string declarations) =>
        Equal($"<p style=\"{declarations}\">a</p>", $"p {{ {declarations} }}", "<p>a</p>");

    [Fact]
    public void Keeps_a_fallback_of_a_weaker_rule_before_a_value_that_not_every_client_knows() =>
        Equal("<p class=\"a\" style=\"width:100px;width:calc(100% - 1px)\">a</p>", "p { width:100px } .a { width:calc(100% - 1px) }", "<p class=\"a\">a</p>");

    [Fact]
    public void Keeps_a_side_after_its_shorthand() =>
        Equal("<p class=\"a\" style=\"margin:0;margin-top:8px\">a</p>", ".a { margin-top:8px } p { margin:0 }", "<p class=\"a\">a</p>");

    [Fact]
    public void Drops_a_side_that_a_later_shorthand_sets() =>
        Equal("<p class=\"a\" style=\"margin:0\">a</p>", "p { margin-top:8px } .a { margin:0 }", "<p class=\"a\">a</p>");

    [Theory]
    [InlineData("@media (max-width:600px) { p { color:#222222 } }", "@media (max-width:600px) {\np { color:#222222 !important }\n}\n")]
    [InlineData("p:hover { color:#222222 }", "p:hover { color:#222222 !important }\n")]
    public void Raises_what_stays_in_the_head_where_it_won_before(string rule, string kept) =>
        Equal("<p style=\"color:#111111\">a</p>", "p { color:#111111 } " + rule, "<p>a</p>", kept);

    [Fact]
    public void Does_not_raise_a_rule_of_the_head_that_lost_before() =>
        Equal(
            "<p id=\"x\" style=\"color:#111111\">a</p>",
            "#x { color:#111111 } @media print { p { color:#222222 } }",
            "<p id=\"x\">a</p>",
            "@media print {\np { color:#222222 }\n}\n");

    [Fact]
    public void Does_not_raise_a_rule_of_the_head_over_an_important_one() =>
        Equal(
            "<p style=\"color:#111111\">a</p>",
            "p { color:#111111 !important } @media print { p { color:#222222 } }",
            "<p>a</p>",
            "@media print {\np { color:#222222 }\n}\n");

    [Fact]
    public void Keeps_a_copy_of_a_rule_that_must_go_on_winning_over_a_raised_one() =>
        Equal(
            "<p style=\"color:#111111\">a</p><p id=\"x\" style=\"color:#333333\">b</p>",
            "p { color:#111111 } #x { color:#333333 } @media print { p { color:#222222 } }",
            "<p>a</p><p id=\"x\">b</p>",
            "#x { color:#333333 !important }\n@media print {\np { color:#222222 !important }\n}\n");

    [Fact]
    public void Keeps_an_own_style_over_a_rule_that_is_raised_for_other_elements() =>
        Equal(
            "<p style=\"color:#111111\">a</p><p style=\"color:#333333;color:#333333 !important\">b</p>",
            "p { color:#111111 } @media print { p { color:#222222 } }",
            "<p>a</p><p style=\"color:#333333\">b</p>",
            "@media print {\np { color:#222222 !important }\n}\n");

    [Fact]
    public void Leaves_a_rule_of_the_head_alone_that_meets_nothing_inlined() =>
        Equal("<p>a</p>", "@media print { p { color:#222222 } }", "<p>a</p>", "@media print {\np { color:#222222 }\n}\n");

    [Fact]
    public void Splits_a_list_of_which_one_selector_depends_on_a_state() =>
        Equal("<a href=\"#\" style=\"color:#111111\">a</a>", "a, a:hover { color:#111111 }", "<a href=\"#\">a</a>", "a:hover { color:#111111 !important }\n");

    [Theory]
    [InlineData(".ExternalClass p { margin:0 }")]
    [InlineData("[data-ogsc] p { color:#ffffff !important }")]
    [InlineData("#outlook a { padding:0 }")]
    [InlineData("u + .body p { color:#111111 }")]
    public void Keeps_rules_for_the_marks_of_clients(string rule) => Equal("<p>a</p>", rule, "<p>a</p>", rule + "\n");

    [Fact]
    public void Removes_what_no_element_uses() =>
        Equal("<p>a</p>", ".b { color:#111111 } @media print { .c { color:#111111 } }", "<p>a</p>");

    [Fact]
    public void Keeps_font_faces_and_pseudo_elements() =>
        Equal(
            "<p>a</p>",
            "@font-face { font-family: A; src: url(a.woff) } p::before { content: \"x\" }",
            "<p>a</p>",
            "@font-face { font-family: A; src: url(a.woff) }\np::before { content:\"x\" }\n");

    [Fact]
    public void Leaves_a_style_element_for_some_media_in_the_head()
    {
        var html = CssInliner.Inline(
            "<!DOCTYPE html><html><head><style>p { color:#111111 }</style><style media=\"print\">p { color:#222222 }</style></head><body><p>a</p></body></html>");
        Assert.Equal(
            "<!DOCTYPE html><html><head><style media=\"print\">\np { color:#222222 !important }\n</style></head><body><p style=\"color:#111111\">a</p></body></html>",
            html);
    }

    [Fact]
    public void Inlines_inside_conditional_comments_and_leaves_the_rest_of_them_alone() =>
        Equal(
            "<!--[if mso]><table width=\"600\"><tr><td class=\"a\" style=\"padding:4px\"><![endif]--><p>a</p><!--[if mso]></td></tr></table><![endif]-->",
            ".a { padding:4px }",
            "<!--[if mso]><table width=\"600\"><tr><td class=\"a\"><![endif]--><p>a</p><!--[if mso]></td></tr></table><![endif]-->");

    [Fact]
    public void Changes_nothing_but_tags_and_styles()
    {
        const string text = "<P Title='x &amp; y'>caf\u00e9 &eacute; \uE000name\uE001Reader\uE002<br/>\n\t<!-- a < b --></P >";
        Equal(text.Replace("<P Title='x &amp; y'", "<P Title='x &amp; y' style=\"color:#111111\""), "p { color:#111111 }", text);
    }

    [Fact]
    public void Writes_quotes_so_that_the_attribute_holds() =>
        Equal("<p style=\"font-family:'Segoe UI',Arial\">a</p>", "p { font-family:\"Segoe UI\",Arial }", "<p>a</p>");

    [Fact]
    public void Mirrors_widths_colours_and_alignments_as_attributes_for_Outlook()
    {
        var html = CssInliner.Inline(
            Page("table { width:600px; background-color:#eeeeee } td { text-align:right; vertical-align:top; width:50% }", "<table><tr><td>a</td></tr></table>"),
            mirrorAttributes: true);
        Assert.Contains("<table style=\"width:600px;background-color:#eeeeee\" bgcolor=\"#eeeeee\" width=\"600\">", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align:right;vertical-align:top;width:50%\" width=\"50%\" align=\"right\" valign=\"top\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p { color:#111111")]
    [InlineData("p { color:red; ; :x; 1a:b }")]
    [InlineData("p { content:\"}\" }")]
    [InlineData("}} p { color:#111111 } @media { p { color: #222222")]
    [InlineData("::-moz-x { color:#111111 } a:bogus { color:#111111 } !!! { x }")]
    [InlineData("/* p { color:#111111 } ")]
    public void Survives_broken_styles(string css) => Assert.Contains(">a</p>", CssInliner.Inline(Page(css, "<p>a</p>")), StringComparison.Ordinal);

    [Fact]
    public void Inlining_twice_is_inlining_once()
    {
        var selector = OneOf("p", ".a", ".b", "#x", "p.a", "div p", "p:hover", "td", "*", "div > .b", ":is(#x,td)", "[data-ogsc] p", ".none");
        var declaration = OneOf(
            "color:#111111", "color:red", "margin:0", "margin-top:4px", "margin:0 auto", "padding:2px !important",
            "width:10px", "width:calc(1px + 2px)", "border:1px solid #111111", "border-top-color:#222222", "font:12px Arial", "mso-hide:all", "bogus");
        var rule = Gen.Select(selector.Array[1, 2], declaration.Array[0, 3], (s, d) => $"{string.Join(", ", s)} {{ {string.Join("; ", d)} }}");
        var group = Gen.Select(OneOf("@media print", "@media (max-width:600px)"), rule.Array[0, 2], (m, r) => $"{m} {{ {string.Join(' ', r)} }}");
        Gen.Select(Gen.Int[0, 2], rule, group, (i, r, g) => i < 2 ? r : g).Array[0, 7].Sample(css =>
        {
            var once = CssInliner.Inline(
                Page(string.Join('\n', css), "<div><p class=\"a\" id=\"x\">1</p><p class=\"b\" style=\"color:#333333;margin-top:1px\">2</p></div><table><tbody><tr><td class=\"a b\">3</td></tr></tbody></table>"),
                mirrorAttributes: true);
            return CssInliner.Inline(once, mirrorAttributes: true) == once;
        });
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void Equal(string body, string css, string source, string kept = "")
    {
        var style = kept.Length == 0 ? "" : $"<style>\n{kept}</style>\n";
        Assert.Equal($"<!DOCTYPE html>\n<html><head><title>t</title>\n{style}</head><body>{body}</body></html>", CssInliner.Inline(Page(css, source)));
    }

    private static string Page(string css, string body) =>
        $"<!DOCTYPE html>\n<html><head><title>t</title>\n<style>{css}</style>\n</head><body>{body}</body></html>";
}
