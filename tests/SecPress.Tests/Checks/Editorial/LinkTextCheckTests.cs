using NodaTime;
using SecPress.Checks.Editorial;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

public sealed class LinkTextCheckTests
{
    [Theory]
    [InlineData("here")]
    [InlineData("Click here!")]
    [InlineData("**here**")]
    [InlineData("this link")]
    [InlineData("Read more…")]
    [InlineData("more »")]
    [InlineData("link")]
    public void Finds_words_that_do_not_say_where_a_link_goes(string text) =>
        Assert.Single(Finding.Of("SP119", $"The minutes are [{text}](https://example.org/)."));

    [Theory]
    [InlineData("the minutes")]
    [InlineData("more minutes")]
    [InlineData("hereafter")]
    [InlineData("this link in the minutes")]
    [InlineData("`here`.txt")]
    [InlineData("ici")]
    [InlineData("Go")]
    public void Leaves_alone_words_that_do(string text) => Assert.Empty(Finding.Of("SP119", $"See [{text}](https://example.org/)."));

    [Theory]
    [InlineData("fr-CA", "cliquez ici")]
    [InlineData("fr", "plus d'informations")]
    [InlineData("fr", "here")]
    public void Knows_such_words_in_French(string language, string text)
    {
        var found = EditorialSite.Find(
            Fixture.Settings + $"language: {language}\n", $"---\ntitle: June\nsent: 2017-06-29\n---\nA [{text}](https://example.org/).\n");
        Assert.Contains(found.ToSorted(), d => d.Rule.Code == "SP119");
    }

    [Theory]
    [InlineData("de", "Hier klicken", true)]
    [InlineData("es", "aquí", true)]
    [InlineData("es", "hier", false)]
    [InlineData("de", "ici", false)]
    public void Knows_such_words_in_languages_that_a_site_brings_along(string language, string text, bool isVague)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + $"language: {language}\n");
        folder.Write($"templates/i18n/{language}.yml", "menu.label: Menu\n");
        folder.Write("content/issues/june.md", Fixture.FrontMatter + $"A [{text}](https://example.org/).\n");
        var bag = new DiagnosticBag();
        var publication = Publication.Assemble(Fixture.ParseFolder(folder.Path, bag)!, new PublicationOptions(Instant.FromUtc(2030, 1, 1, 0, 0)), bag);
        EditorialChecks.Run(publication, publication.Issues, bag);
        Assert.Equal(isVague, bag.ToSorted().Any(d => d.Rule.Code == "SP119"));
    }

    [Theory]
    [InlineData("- [here](https://example.org/)")]
    [InlineData("> [here](https://example.org/)")]
    [InlineData("| a |\n|---|\n| [here](https://example.org/) |")]
    [InlineData("Text.[^1]\n\n[^1]: [here](https://example.org/)")]
    public void Looks_everywhere(string body) => Assert.Single(Finding.Of("SP119", body));

    [Theory]
    [InlineData("<https://example.org/report>")]
    [InlineData("[https://example.org](https://example.org)")]
    [InlineData("[HTTP://example.org/a](https://example.org/a)")]
    public void Finds_an_address_as_the_words(string link) => Assert.Single(Finding.Of("SP120", link));

    [Theory]
    [InlineData("[example.org](https://example.org)")]
    [InlineData("<news@example.org>")]
    [InlineData("[https://example.org is our new address](https://example.org)")]
    [InlineData("`https://example.org`")]
    public void Leaves_alone_names_of_sites_and_addresses_of_mail(string link) => Assert.Empty(Finding.Of("SP120", link));

    [Theory]
    [InlineData("Text []( https://example.org/ ).")]
    [InlineData("Text [ ](https://example.org/).")]
    public void Finds_a_link_without_words(string body) => Assert.Single(Finding.Of("SP122", body));

    [Theory]
    [InlineData("[![The cover](a.png)](https://example.org/)")]
    [InlineData("[![](a.png)](https://example.org/)")]
    [InlineData("[`code`](https://example.org/)")]
    public void A_picture_or_code_is_something_to_follow(string body) => Assert.Empty(Finding.Of("SP122", body));

    [Fact]
    public void HTML_inside_a_link_may_be_anything() =>
        Assert.Empty(Finding.Of("SP122", "[<kbd></kbd>](https://example.org/)", "raw-html: true\n"));
}
