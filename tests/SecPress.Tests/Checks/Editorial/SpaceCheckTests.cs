namespace SecPress.Tests.Checks.Editorial;

public sealed class SpaceCheckTests
{
    [Theory]
    [InlineData("One.  Two.", "One. Two.")]
    [InlineData("One   two.\n\n- Three.  Four **five  six**.", "One two.\n\n- Three. Four **five six**.")]
    [InlineData("> Quoted.  So.", "> Quoted. So.")]
    public void Mends_them_all(string body, string mended)
    {
        Assert.Equal(mended, Finding.Mended("SP137", body));
        Assert.Empty(Finding.Of("SP137", mended));
    }

    [Fact]
    public void Says_it_once_where_it_stands_first()
    {
        Assert.Equal(["5,5 two spaces stand in a row here"], Finding.Of("SP137", "One.  Two."));
        Assert.Equal(["5,5 two spaces stand in a row here and in one more place"], Finding.Of("SP137", "One.  Two.  Three."));
        Assert.Equal(["5,5 two spaces stand in a row here and in 2 more places"], Finding.Of("SP137", "One.  Two.  Three.  Four."));
        Assert.Equal(["  "], Finding.Words("SP137", "One.  Two."));
    }

    [Theory]
    [InlineData("One.  \nTwo.")]
    [InlineData("One `a  b` two.")]
    [InlineData("```\na  b\n```")]
    [InlineData("| a    |  b |\n|---|---|\n| c    |  d |")]
    [InlineData("One.&nbsp; Two.")]
    [InlineData("  One.")]
    [InlineData("*  One.")]
    public void Leaves_alone_what_no_reader_sees_and_what_is_meant(string body) => Assert.Empty(Finding.Of("SP137", body));

    [Fact]
    public void Follows_the_house() => Assert.Empty(Finding.Of("SP137", "One.  Two.", "style: { spaces: any }\n"));

    [Fact]
    public void Looks_at_titles() => Assert.Equal(
        "---\ntitle: June 2017\nsent: 2017-06-29\n---\nText.\n",
        Finding.Mended("SP137", "---\ntitle: June  2017\nsent: 2017-06-29\n---\nText.\n"));
}
