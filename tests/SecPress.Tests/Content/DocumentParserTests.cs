using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

public sealed class DocumentParserTests
{
    private static readonly DiagnosticBag Bag = new();

    [Fact]
    public void Reads_every_kind_of_block_and_inline_with_its_place()
    {
        const string markdown = """

            # Heading *one* {#top .wide}

            A paragraph with *stress*, **strong**, ~~gone~~, H~2~O, x^2^, ++new++, ==marked== and `code`,
            a soft break, a hard break\
            an [inline link](https://example.org/ "Title"){.external}, a [reference][ref], <https://example.org/auto>,
            <desk@example.org>, ![a *picture*](picture.png), an &amp; entity and an escaped \* star.[^note] Again.[^note]

            [ref]: /about/

            > A quote
            > - in two
            >   lines

            1. one
            2. two

            7) seven

            - [ ] open
            - [x] done

            Table: The *caption*

            | a | b  |  c | d
            |---|:--|:-:|--:|
            | 1 | [2](https://example.org/) | 3

            ```csharp
            var x = 1;

            ```

            ***

            ^^^
            ![A map](map.png)
            ^^^ The map

            *[PMA]: Policy Management Authority

            The PMA, the DCC User and the DCC met on CP101; CP1011, XCP101, DCCs and `DCC` are nothing. The [DCC and CP101](/x/).

            :::: callout Take *note*
            ::: web-only
            Only there.
            :::
            ::::

            ::: greeting
            Dear [[name|Reader]],
            :::

            ::: group {.two-columns}
            Text.
            :::

            [^note]: A footnote.

                Of two paragraphs.
            """;
        var issue = Fixture.ParseIssue(Fixture.FrontMatter + markdown, Bag)!;
        Assert.Equal("", DiagnosticText.Of(Bag));
        Golden.Verify(DocumentText.Of(issue.Body, issue.Source));
    }

    [Fact]
    public void Keeps_text_exactly_as_it_was_written()
    {
        const string text = "A \"quote\" -- a dash... 'single' (c) 1/2 {} { x } {1} {token} a::b::c std::string a_b_c 5 * 6 * 7 [x] [[see]] http://e.org C++ ~ ^ = |";
        Assert.Equal(text, Words(Fixture.ParseBody(text)));
    }

    [Theory]
    [InlineData("A Vec<T> of Box<str>, not <T>::new</T>")]
    [InlineData("for <target-triple> or <Self>")]
    [InlineData(@"\u{...} and {.} and {#}")]
    public void Keeps_what_only_looks_like_a_tag_or_an_attribute_where_HTML_is_kept(string text) =>
        Assert.Equal(text.TrimStart('\\'), Words(Fixture.ParseBody(text, Fixture.Settings + "raw-html: true\n")).TrimStart('\\'));

    [Fact]
    public void Keeps_words_in_angle_brackets_inside_of_a_block_of_HTML() =>
        Assert.Equal(
            "<div>\nA Vec&lt;T&gt;\n</div>",
            Assert.IsType<RawHtmlBlock>(Assert.Single(Fixture.ParseBody("<div>\nA Vec<T>\n</div>", Fixture.Settings + "raw-html: true\n").Blocks)).Html);

    [Theory]
    [InlineData("Text.\n\n<!-- a note\n\n## Hidden\n", "content/issues/2017-06.md(7,1)")]
    [InlineData("<!-- closed --> <!-- not\n", "content/issues/2017-06.md(5,17)")]
    [InlineData("> <!-- in a quote\n> more\n", "content/issues/2017-06.md(5,3)")]
    public void Says_where_a_comment_begins_that_hides_the_rest(string markdown, string place)
    {
        var bag = new DiagnosticBag();
        Fixture.ParseIssue(Fixture.FrontMatter + markdown, bag);
        var finding = Assert.Single(bag.ToSorted());
        Assert.Equal((ContentRules.LostText, place), (finding.Rule, finding.At.ToString()));
    }

    [Theory]
    [InlineData("## One\n\n## One\n\n## One", "one one-1 one-2")]
    [InlineData("## Part 1\n\n## SP 7\n\n## Fn x", "section-part-1 section-sp-7 section-fn-x")]
    [InlineData("## !!!\n\n## ???", "section section-1")]
    [InlineData("## Day – 13th July 2017", "day-13th-july-2017")]
    [InlineData("## The panel’s work {#panel-work}\n\n## Panel work", "panel-work panel-work-1")]
    public void Gives_headings_ids_of_their_own(string markdown, string ids) =>
        Assert.Equal(ids, string.Join(' ', Fixture.ParseBody(markdown).Headings.Select(h => h.Id)));

    [Fact]
    public void Takes_attributes_behind_a_heading_only_at_its_end() =>
        Assert.Equal("A {.x} in the middle", Words(Fixture.ParseBody("## A {.x} in the middle")));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Finds_places_behind_any_line_ending(string lineEnding)
    {
        var text = (Fixture.FrontMatter + "\nOne\n\n## Two\n\nThree CP101\n").Replace("\n", lineEnding, StringComparison.Ordinal);
        var issue = Fixture.ParseIssue(text, Bag)!;
        var mention = DocumentWalker.Inlines(issue.Body).OfType<RegisterMention>().Single();
        Assert.Equal("content/issues/2017-06.md(10,7)", issue.Source.At(mention.Span).ToString());
        Assert.Equal("CP101", issue.Source.Text[mention.Span.Start..mention.Span.End]);
    }

    [Theory]
    [InlineData("text: Plain CP101 text", "CP101")]
    [InlineData("text: 'It''s CP101, it''s CP102'", "CP101 CP102")]
    [InlineData("text: \"A *CP101* text\"", "CP101")]
    [InlineData("text: |\n      A line\n      and CP101\n\n      CP102", "CP101 CP102")]
    public void Finds_places_inside_the_texts_of_front_matter(string text, string mentions)
    {
        var issue = Fixture.ParseIssue($"---\ntitle: June\nsent: 2017-06-29\nkey-dates:\n  - date: 2017-07-01\n    {text}\n---\n", Bag)!;
        var found = DocumentWalker.Inlines(issue.KeyDates[0].Text.Content).OfType<RegisterMention>();
        Assert.Equal(mentions, string.Join(' ', found.Select(m => issue.Source.Text[m.Span.Start..m.Span.End])));
    }

    [Fact]
    public void Reports_a_folded_text_at_its_key()
    {
        var bag = new DiagnosticBag();
        Fixture.ParseIssue("---\ntitle: June\nsent: 2017-06-29\npanel:\n  items:\n    - >\n      One\n      [two](javascript:x)\n---\n", bag);
        Assert.Equal("content/issues/2017-06.md(6,7)", bag.ToSorted().Single().At.ToString());
    }

    [Fact]
    public void Does_not_take_a_line_of_front_matter_for_a_block() =>
        Assert.Equal("1. # A highlight", Fixture.ParseIssue(
            "---\ntitle: June\nsent: 2017-06-29\nhighlights: [{ colour: blue, text: \"1. # A highlight\" }]\n---\n", Bag)!.Highlights[0].Text.PlainText);

    private static string Words(Document document) => string.Concat(
        document.Blocks.SelectMany(b => b switch { Paragraph p => p.Content, Heading h => h.Content, _ => [] }).Select(i => DocumentWalker.PlainText([i])));
}
