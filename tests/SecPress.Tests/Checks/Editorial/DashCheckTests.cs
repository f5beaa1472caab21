namespace SecPress.Tests.Checks.Editorial;

public sealed class DashCheckTests
{
    [Theory]
    [InlineData("One – two - three.", "One – two – three.")]
    [InlineData("One — two – three.", "One – two – three.")]
    [InlineData("One — two—three – four.", "One — two—three—four.")]
    [InlineData("One – two -- three.", "One – two – three.")]
    [InlineData("One – two, three – four—five.", "One – two, three – four – five.")]
    [InlineData("One—two, three—four – five.", "One—two, three—four—five.")]
    [InlineData("One — two, three — four – five.", "One — two, three — four — five.")]
    [InlineData("One – two. Three - four - five - six.", "One – two. Three – four – five – six.")]
    [InlineData("## One - two\n\nThree – four.", "## One – two\n\nThree – four.")]
    [InlineData("In 2017 - the year - and – then.", "In 2017 – the year – and – then.")]
    public void Mends_the_rarer_kind(string body, string mended) => Assert.Equal(mended, Finding.Mended("SP136", body));

    [Fact]
    public void Says_it_once_where_it_stands_first()
    {
        var found = Assert.Single(Finding.Of("SP136", "One - two - three.\n\nOne – two.\n"));
        Assert.Equal("5,4 dashes are of two kinds: this one and 1 more, and 1 that is '–'", found);
    }

    [Theory]
    [InlineData("consistent", "One - two – three – four.", "dashes are of two kinds: this one, and 2 that are '–'")]
    [InlineData("en", "One - two – three.", "this one is not the house's dash, '–'")]
    [InlineData("em", "One - two – three.", "this one and 1 more are not the house's dash, '—'")]
    public void Counts_those_that_are_wrong(string style, string body, string message) => Assert.Equal(
        [message], Finding.All("SP136", $"style: {{ dashes: {style} }}\n", body).Select(d => d.Message));

    [Theory]
    [InlineData("One - two - three.")]
    [InlineData("One – two – three.")]
    [InlineData("One—two — three.")]
    [InlineData("One – two in a well-known end-to-end way.")]
    [InlineData("One – two on 10–14 June, 11:00 - 12:00, 11 am - 12 pm.")]
    [InlineData("One – two from £9 - £12 and €1,250.00 - €1,500.00.")]
    [InlineData("One – two.\n\n— A. Name\n\n- item")]
    [InlineData("One – two, [a - b](https://example.org/), `a - b`.")]
    [InlineData("One – two.\n\n> Three - four.")]
    [InlineData("One – two, Rhein–Main.")]
    [InlineData("One – two, cut off -")]
    public void Leaves_alone_one_kind_and_what_is_no_dash(string body) => Assert.Empty(Finding.Of("SP136", body));

    [Theory]
    [InlineData("en", "One — two - three.", "One – two – three.")]
    [InlineData("em", "One – two.", "One—two.")]
    [InlineData("any", "One – two - three.", "One – two - three.")]
    public void Follows_the_house(string style, string body, string mended)
    {
        var settings = $"style: {{ dashes: {style} }}\n";
        Assert.Equal(mended, Finding.Mended("SP136", body, settings));
        Assert.Equal(body == mended ? 0 : 1, Finding.Of("SP136", body, settings).Count);
        Assert.Empty(Finding.Of("SP136", mended, settings));
    }

    [Fact]
    public void Looks_at_titles_and_highlights() => Assert.Equal(
        "---\ntitle: June – Updated\nsent: 2017-06-29\nhighlights:\n  - { colour: blue, text: One – two }\n---\nThree – four.\n",
        Finding.Mended("SP136", "---\ntitle: June - Updated\nsent: 2017-06-29\nhighlights:\n  - { colour: blue, text: One - two }\n---\nThree – four.\n"));
}
