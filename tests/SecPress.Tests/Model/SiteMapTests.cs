using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Tests.Model;

public sealed class SiteMapTests
{
    private static readonly Publication Publication = ModelBuilder.Assemble(
        ModelBuilder.Site(
            ModelBuilder.Issue("2017-05", new LocalDate(2017, 5, 25), "Panel"),
            ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29), "Engagement day", "Panel") with
            {
                Calendar = [new CalendarEntry(new LocalDate(2017, 7, 14), null, null, "Meeting", null, null, null, null, default)],
            }) with
        {
            Pages = [ModelBuilder.Page("about", "/about-us")],
            Assets =
            [
                new Asset("issues/2017-06/map.png", "content/issues/2017-06/map.png", []),
                new Asset("images/logo.png", "content/images/logo.png", []),
            ],
        },
        out _);

    private static SitePage June => Publication.Map.Find("issues/2017-06/")!;

    [Theory]
    [InlineData("/issues/2017-05/", "issues/2017-05/", "")]
    [InlineData("/issues/2017-05", "issues/2017-05/", "")]
    [InlineData("/issues/2017-05/index.html", "issues/2017-05/", "")]
    [InlineData("../2017-05/#panel", "issues/2017-05/", "panel")]
    [InlineData("2017-05.md#panel", "issues/2017-05/", "panel")]
    [InlineData("../pages/about.md", "about/", "")]
    [InlineData("/pages/about.md", "about/", "")]
    [InlineData("https://example.org/news/archive/", "archive/", "")]
    [InlineData("#engagement-day", "issues/2017-06/", "engagement-day")]
    [InlineData("#part-calendar", "issues/2017-06/", "part-calendar")]
    [InlineData("/", "", "")]
    [InlineData("/?page=2", "", "")]
    public void Finds_the_page_that_an_address_leads_to(string url, string path, string anchor)
    {
        var target = Assert.IsType<PageTarget>(Publication.Map.Resolve(June, url));
        Assert.Equal((path, anchor), (target.Page.Path, target.Anchor));
    }

    [Theory]
    [InlineData("2017-06/map.png", "issues/2017-06/map.png")]
    [InlineData("/images/logo.png", "images/logo.png")]
    [InlineData("../images/logo.png", "images/logo.png")]
    public void Finds_a_file_beside_the_text_or_from_the_top(string url, string path) =>
        Assert.Equal(path, Assert.IsType<AssetTarget>(Publication.Map.Resolve(June, url)).Asset.Path);

    [Theory]
    [InlineData("https://example.com/", "https://example.com/")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("tel:+442070907755", "tel:+442070907755")]
    [InlineData("//example.com/x", "https://example.com/x")]
    public void Leaves_outside_addresses_as_they_are(string url, string expected) =>
        Assert.Equal(new OutsideTarget(expected), Publication.Map.Resolve(June, url));

    [Theory]
    [InlineData("", BrokenReason.Empty, null)]
    [InlineData("/issues/2017-04/", BrokenReason.UnknownPage, "/issues/2017-05/")]
    [InlineData("#engagment-day", BrokenReason.UnknownAnchor, "engagement-day")]
    [InlineData("2017-55.md", BrokenReason.UnknownFile, "content/issues/2017-05.md")]
    [InlineData("/images/lgoo.png", BrokenReason.UnknownFile, "/images/logo.png")]
    [InlineData("javascript:alert(1)", BrokenReason.ForbiddenScheme, null)]
    [InlineData("DATA:text/html,x", BrokenReason.ForbiddenScheme, null)]
    public void Says_what_is_missing_and_what_is_nearest(string url, BrokenReason reason, string? nearest)
    {
        var target = Assert.IsType<BrokenTarget>(Publication.Map.Resolve(June, url));
        Assert.Equal((reason, nearest), (target.Reason, target.Nearest));
    }

    [Theory]
    [InlineData("issues/2017-06/", "issues/2017-05/", "panel", "../2017-05/#panel")]
    [InlineData("issues/2017-06/", "", "", "../../")]
    [InlineData("", "issues/2017-06/", "", "issues/2017-06/")]
    [InlineData("", "", "", "./")]
    [InlineData("issues/2017-06/", "issues/2017-06/", "panel", "#panel")]
    [InlineData("issues/2017-06/", "feed.xml", "", "../../feed.xml")]
    public void Writes_addresses_relative_to_the_page(string from, string to, string anchor, string expected) =>
        Assert.Equal(expected, SiteMap.RelativeUrl(Publication.Map.Find(from)!, to, anchor));

    [Fact]
    public void A_relative_address_leads_back_to_its_page()
    {
        foreach (var from in Publication.Map.Pages)
        {
            foreach (var to in Publication.Map.Pages)
            {
                var url = new Uri(new Uri(Publication.Map.AbsoluteUrl(from)), SiteMap.RelativeUrl(from, to.Path));
                Assert.Equal(Publication.Map.AbsoluteUrl(to), url.AbsoluteUri);
            }
        }
    }

    [Fact]
    public void An_alias_is_a_page_that_leads_to_another()
    {
        var redirect = Assert.IsType<RedirectPage>(Publication.Map.Find("about-us/"));
        Assert.Equal("about/", redirect.Target.Path);
    }

    [Fact]
    public void Slugs_keep_words_with_apostrophes_whole() =>
        Assert.Equal("beis-response-to-drop-4-13th-july", Slug.From("BEIS’ response to Drop 4 – 13th July!"));
}
