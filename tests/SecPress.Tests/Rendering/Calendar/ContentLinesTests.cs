using CsCheck;
using SecPress.Rendering.Calendar;

namespace SecPress.Tests.Rendering.Calendar;

public sealed class ContentLinesTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 300],
        Gen.String[Gen.OneOf('\\', ';', ',', '\n', '"', ':', ' ', 'n', 'é', '名', '\t'), 0, 200],
        Gen.OneOf("😀", "👩‍👩‍👧", "e\u0301").Array[0, 80].Select(string.Concat));

    [Fact]
    public void Whatever_a_text_holds_is_read_back() => AnyText.Where(t => t.Length > 0).Sample(text =>
    {
        var line = Assert.Single(CalendarReader.Lines(new ContentLines().Text("SUMMARY", text).ToString()));
        Assert.Equal("SUMMARY:", line[..8]);
        Assert.Equal(text, CalendarReader.Unescape(line[8..]));
    });

    [Theory]
    [InlineData("a\r\nb\rc", "a\\nb\\nc")]
    [InlineData("a\u0000b\u0007\u007f", "ab")]
    [InlineData("1,2;3\\", "1\\,2\\;3\\\\")]
    public void Line_breaks_become_one_kind_and_control_characters_go(string text, string expected) =>
        Assert.Equal(expected, ContentLines.Escape(text));

    [Fact]
    public void Nothing_can_begin_a_line_of_its_own() =>
        Assert.Single(CalendarReader.Lines(new ContentLines().Raw("URL", "https://example.org/\r\nBEGIN:VALARM").ToString()));

    [Fact]
    public void An_empty_text_is_left_out() => Assert.Equal("", new ContentLines().Text("LOCATION", "").Text("LOCATION", null).ToString());
}
