namespace SecPress.Tests.Checks.Editorial;

public sealed class QuoteCheckTests
{
    [Theory]
    [InlineData("“One”, “two” and \"three\".", "“One”, “two” and “three”.")]
    [InlineData("It’s one's (\"own\") 'way’, it’s, that’s.", "It’s one’s (“own”) ‘way’, it’s, that’s.")]
    [InlineData("“The 'inner' one” of “two”, “two”.", "“The ‘inner’ one” of “two”, “two”.")]
    [InlineData("It's one’s.", "It’s one’s.")]
    [InlineData("“A”, “b” in the '90s.", "“A”, “b” in the ’90s.")]
    [InlineData("“A”, “b”, \"Release 2\".", "“A”, “b”, “Release 2”.")]
    [InlineData("It's, that's and 'so’.", "It's, that's and 'so'.")]
    [InlineData("It's “it's”, that's \"it\".", "It's \"it's\", that's \"it\".")]
    public void Mends_the_rarer_kind(string body, string mended) => Assert.Equal(mended, Finding.Mended("SP135", body));

    [Theory]
    [InlineData("“A”, “b” and rock 'n' roll.", "“A”, “b” and rock ’n’ roll.")]
    [InlineData("“A”, “b”, 'til then, '90s' ends.", "“A”, “b”, ’til then, ’90s’ ends.")]
    public void Mends_an_apostrophe_that_starts_a_word(string body, string mended) => Assert.Equal(mended, Finding.Mended("SP135", body));

    [Theory]
    [InlineData("“A”, “b”, ‘c’ and ' Single User' or one's.", "“A”, “b”, ‘c’ and ' Single User' or one’s.")]
    [InlineData("“A”, “b”, \" c\" and \"d \".", "“A”, “b”, \" c\" and \"d \".")]
    [InlineData("“A”, “b”, 'ware of that.", "“A”, “b”, 'ware of that.")]
    public void Leaves_a_mark_that_may_open_or_close_to_a_person(string body, string mended)
    {
        Assert.Single(Finding.Of("SP135", body));
        Assert.Equal(mended, Finding.Mended("SP135", body));
    }

    [Fact]
    public void Says_it_once_where_it_stands_first()
    {
        var found = Assert.Single(Finding.Of("SP135", "It's \"so\".\n\n“Or” ‘so’ ‘or’ ‘so’.\n"));
        Assert.Equal("5,3 quotation marks and apostrophes are of two kinds: this one and 2 more are straight, 8 are not", found);
    }

    [Theory]
    [InlineData("consistent", "It's one’s.", "quotation marks and apostrophes are of two kinds: this one is straight, 1 is not")]
    [InlineData("consistent", "It's one's, that’s.", "quotation marks and apostrophes are of two kinds: this one is curly, 2 are not")]
    [InlineData("curly", "It's one's.", "quotation marks and apostrophes: this one and 1 more are straight")]
    [InlineData("straight", "It’s.", "quotation marks and apostrophes: this one is curly")]
    public void Counts_those_that_are_wrong(string style, string body, string message) => Assert.Equal(
        [message], Finding.All("SP135", $"style: {{ quotes: {style} }}\n", body).Select(d => d.Message));

    [Theory]
    [InlineData("It's \"so\".")]
    [InlineData("It’s “so”.")]
    [InlineData("“So” it is 5'10\" long.")]
    [InlineData("“So” is `it's` and https://example.org/it's.")]
    [InlineData("“So” is www.example.org/it's.")]
    [InlineData("“So” is [\"so\"](https://example.org/).")]
    [InlineData("“So” it is.\n\n> \"So\" it's.")]
    [InlineData("No mark at all.")]
    public void Leaves_alone_one_kind_and_what_is_not_the_house_s(string body) => Assert.Empty(Finding.Of("SP135", body));

    [Theory]
    [InlineData("curly", "It's \"so\".", "It’s “so”.")]
    [InlineData("straight", "It’s “so”.", "It's \"so\".")]
    [InlineData("any", "It’s \"so\".", "It’s \"so\".")]
    public void Follows_the_house(string style, string body, string mended)
    {
        var settings = $"style: {{ quotes: {style} }}\n";
        Assert.Equal(mended, Finding.Mended("SP135", body, settings));
        Assert.Equal(body == mended ? 0 : 1, Finding.Of("SP135", body, settings).Count);
        Assert.Empty(Finding.Of("SP135", mended, settings));
    }

    [Fact]
    public void Leaves_marks_of_other_languages_to_a_person()
    {
        Assert.Single(Finding.Of("SP135", "L’été et l'hiver, l’an.", "language: fr\n"));
        Assert.Equal("L’été et l'hiver, l’an.", Finding.Mended("SP135", "L’été et l'hiver, l’an.", "language: fr\n"));
        Assert.Equal("L'été et l'hiver, l'an.", Finding.Mended("SP135", "L’été et l'hiver, l'an.", "language: fr\n"));
    }

    [Fact]
    public void Looks_at_titles_and_writes_no_straight_mark_into_front_matter()
    {
        const string issue = "---\ntitle: One’s own\nsent: 2017-06-29\n---\nIt's, it's, it's, it’s.\n";
        Assert.Equal("---\ntitle: One’s own\nsent: 2017-06-29\n---\nIt's, it's, it's, it's.\n", Finding.Mended("SP135", issue));
        Assert.Equal("---\ntitle: One’s own\nsent: 2017-06-29\n---\nIt’s, it’s.\n", Finding.Mended("SP135", "---\ntitle: One's own\nsent: 2017-06-29\n---\nIt’s, it’s.\n"));
    }
}
