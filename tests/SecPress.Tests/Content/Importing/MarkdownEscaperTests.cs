using System.Net;
using CsCheck;
using SecPress.Model.Documents;

namespace SecPress.Tests.Content.Importing;

/// <summary>Words of a page become Markdown that says the same words.</summary>
public sealed class MarkdownEscaperTests
{
    [Theory]
    [InlineData("Plain words, with commas; and 5 - 3 = 2.", "Plain words, with commas; and 5 - 3 = 2.")]
    [InlineData("snake_case and AT&T, a < b, 10% [sic] 3 * 4", "snake_case and AT\\&T, a < b, 10% \\[sic\\] 3 * 4")]
    public void Leaves_what_means_nothing_alone(string text, string markdown) => Assert.Equal(markdown, Import(text));

    [Fact]
    public void What_it_writes_reads_back_as_it_was()
    {
        var sign = Gen.OneOf(Gen.Char[" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"], Gen.Char["abc1 "], One('é', '“'));
        sign.Array[1, 24].Select(chars => string.Join(' ', new string(chars).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(text => text.Length > 0)
            .Sample(
                text =>
                {
                    var body = Fixture.ParseBody(Import(text) + "\n");
                    Assert.Equal(text, DocumentWalker.PlainText(Assert.IsType<Paragraph>(Assert.Single(body.Blocks)).Content));
                },
                iter: 500);
    }

    private static Gen<T> One<T>(params T[] values) => Gen.OneOf([.. values.Select(v => Gen.Const(v))]);

    private static string Import(string text) =>
        ImportRun.Text($"<title>T</title><time datetime='2019-06-28'></time><p>{WebUtility.HtmlEncode(text)}</p>", "x.html").Body;
}
