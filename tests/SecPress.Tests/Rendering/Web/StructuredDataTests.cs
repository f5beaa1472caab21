using System.Text.Json;
using AngleSharp.Html.Parser;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering.Web;

public sealed class StructuredDataTests
{
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["NewsArticle"] = ["headline", "url", "datePublished", "dateModified", "author", "publisher", "isPartOf", "inLanguage"],
        ["WebSite"] = ["name", "url", "publisher"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["DefinedTermSet"] = ["name", "url", "hasDefinedTerm"],
    };

    [Fact]
    public void Every_block_parses_and_has_what_its_type_requires()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, text) in Rendered.All(SamplePublication.Build()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var block in BlocksOf(text))
            {
                Assert.Equal("https://schema.org", block.GetProperty("@context").GetString());
                var type = block.TryGetProperty("@type", out var named) ? named.GetString()! : "a graph of several";
                seen.Add(type);
                Assert.All(Required.GetValueOrDefault(type, []), name => Assert.True(block.TryGetProperty(name, out _), $"{path}: {type} has no {name}"));
            }
        }

        Assert.Superset(Required.Keys.ToHashSet(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("issues/2017-07/index.html", "The Metering Bulletin > Issues > July 2017 & the road ahead")]
    [InlineData("archive/2016/index.html", "The Metering Bulletin > Issues > Issues of 2016")]
    [InlineData("tags/releases/index.html", "The Metering Bulletin > Topics > Releases")]
    public void The_trail_leads_from_the_home_page_to_the_page(string path, string expected)
    {
        var trail = BlocksOf(Rendered.File(SamplePublication.Build(), path)).Single(b => b.GetProperty("@type").GetString() == "BreadcrumbList");
        var steps = trail.GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal(expected, string.Join(" > ", steps.Select(s => s.GetProperty("name").GetString())));
        Assert.Equal("https://bulletin.example.org/news/" + path[..^"index.html".Length], steps[^1].GetProperty("item").GetString());
    }

    [Fact]
    public void An_issue_says_its_topics_and_its_image()
    {
        var article = BlocksOf(Rendered.File(SamplePublication.Build(), "issues/2017-07/index.html")).First();
        Assert.Equal(["Governance", "Releases"], article.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal("https://bulletin.example.org/news/images/share.png", article.GetProperty("image").GetProperty("url").GetString());
        Assert.Equal(1200, article.GetProperty("image").GetProperty("width").GetInt32());
    }

    [Theory]
    [InlineData("en-GB", "en_GB")]
    [InlineData("fr", null)]
    public void The_locale_is_told_where_the_language_has_a_country(string language, string? expected)
    {
        var home = new HtmlParser().ParseDocument(Rendered.File(SamplePublication.Build(s => s with { Settings = s.Settings with { Language = language } }), "index.html"));
        Assert.Equal(expected, home.QuerySelector("meta[property='og:locale']")?.GetAttribute("content"));
    }

    private static List<JsonElement> BlocksOf(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement)];
}
