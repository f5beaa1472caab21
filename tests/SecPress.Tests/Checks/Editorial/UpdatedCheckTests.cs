using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

public sealed class UpdatedCheckTests
{
    private const string Revision = "revisions:\n  - { date: 2017-07-01, note: Mended a date }\n";

    [Theory]
    [InlineData("June 2017 - Updated")]
    [InlineData("June 2017 Updated")]
    [InlineData("June 2017 (UPDATED)")]
    [InlineData("'Updated: June 2017'")]
    [InlineData("June 2017, updated 3 July")]
    [InlineData("Updated")]
    [InlineData("'[Updated] June 2017'")]
    [InlineData("June 2017 — updated, again")]
    [InlineData("June 2017 | Updated")]
    [InlineData("June 2017 / Updated / final")]
    [InlineData("June 2017 - Updated - final")]
    [InlineData("June 2017 – Updated – final")]
    [InlineData("June 2017 | Updated | final")]
    public void Finds_a_title_that_was_updated_without_a_note(string title) => Assert.Equal(
        ["updated"], Finding.Words("SP124", Issue(title, "")).Select(w => w.ToLowerInvariant()));

    [Theory]
    [InlineData("Updated guidance for members")]
    [InlineData("The Updated Code")]
    [InlineData("June – updated rules")]
    [InlineData("Unupdated")]
    [InlineData("June 2017")]
    [InlineData("Updated 2017 guidance")]
    [InlineData("What was updated, and why")]
    public void Leaves_alone_a_title_about_something_that_was_updated(string title) => Assert.Empty(Finding.Of("SP124", Issue(title, "")));

    [Fact]
    public void A_note_explains_the_word()
    {
        Assert.Empty(Finding.Of("SP124", Issue("June 2017 – Updated", Revision)));
        Assert.Empty(Finding.Of("SP125", Issue("June 2017 – Updated", Revision)));
    }

    [Theory]
    [InlineData("June 2017")]
    [InlineData("Unupdated")]
    [InlineData("Updatedness")]
    public void Finds_a_note_that_the_title_hides(string title)
    {
        var found = Assert.Single(Finding.Of("SP125", Issue(title, Revision)));
        Assert.EndsWith("a change note of 1 July 2017 says what changed, and the title does not say 'Updated'", found, StringComparison.Ordinal);
        Assert.Equal([title], Finding.Words("SP125", Issue(title, Revision)));
    }

    [Fact]
    public void Says_nothing_of_an_issue_that_never_changed() => Assert.Empty(Finding.Of("SP125", Issue("June 2017", "")));

    [Fact]
    public void Takes_the_word_of_the_site_s_language() => Assert.Contains(
        EditorialSite.Find(Fixture.Settings + "language: fr\n", Issue("Juin 2017 – mis à jour", "")).ToSorted(), d => d.Rule.Code == "SP124");

    private static string Issue(string title, string more) => $"---\ntitle: {title}\nsent: 2017-06-29\n{more}---\nText.\n";
}
