using System.Xml.Linq;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering.Sitemaps;

public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("", "2017-07-31")]
    [InlineData("issues/2017-07/", "2017-07-31")]
    [InlineData("issues/2017-05/", "2017-05-25")]
    [InlineData("archive/", "2017-07-31")]
    [InlineData("archive/2016/", "2016-12-21")]
    [InlineData("committees/board/", "2017-07-31")]
    [InlineData("calendar/", "2017-07-31")]
    [InlineData("deadlines/", "2017-07-31")]
    [InlineData("statistics/", "2017-07-31")]
    [InlineData("glossary/", "2017-07-31")]
    [InlineData("tags/", "2017-07-31")]
    [InlineData("tags/releases/", "2017-07-31")]
    [InlineData("about/", null)]
    public void A_page_changed_when_the_newest_issue_it_is_made_from_did(string path, string? expected)
    {
        var entry = XDocument.Parse(Rendered.File(SamplePublication.Build(), "sitemap.xml")).Descendants(Sitemap + "url")
            .Single(u => u.Element(Sitemap + "loc")!.Value == "https://bulletin.example.org/news/" + path);
        Assert.Equal(expected, entry.Element(Sitemap + "lastmod")?.Value);
    }

    [Fact]
    public void Every_page_of_a_list_changes_with_its_newest_issue()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Issues = [.. Enumerable.Range(1, 60).Select(i => SamplePublication.July with
            {
                Source = new SourceFile($"content/issues/{i}.md", "---\ntitle: x\n---\n"), Slug = $"issue-{i}", Aliases = [], Revisions = [], Sent = new LocalDate(2017, 1, 1).PlusDays(i),
            })],
        });
        var dates = XDocument.Parse(Rendered.File(publication, "sitemap.xml")).Descendants(Sitemap + "url")
            .Where(u => u.Element(Sitemap + "loc")!.Value.Contains("page-2", StringComparison.Ordinal))
            .Select(u => u.Element(Sitemap + "lastmod")!.Value).Distinct();
        Assert.Equal(["2017-03-02"], dates);
    }

    [Fact]
    public void More_addresses_than_a_file_may_hold_are_cut_into_parts()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Issues = [],
            Pages = [.. Enumerable.Range(0, SitemapFile.MostAddresses).Select(i => new Page
            {
                Source = new SourceFile($"content/pages/p{i}.md", ""), Slug = $"p{i}", Title = "A page",
            })],
        });
        var parts = XDocument.Parse(Rendered.File(publication, "sitemap.xml")).Root!;
        Assert.Equal(Sitemap + "sitemapindex", parts.Name);
        Assert.Equal(
            ["https://bulletin.example.org/news/sitemap-1.xml", "https://bulletin.example.org/news/sitemap-2.xml"],
            parts.Descendants(Sitemap + "loc").Select(l => l.Value));
        var listed = new[] { "sitemap-1.xml", "sitemap-2.xml" }
            .Select(p => XDocument.Parse(Rendered.File(publication, p)).Descendants(Sitemap + "loc").Select(l => l.Value).ToList()).ToList();
        Assert.Equal(SitemapFile.MostAddresses, listed[0].Count);
        Assert.Equal(publication.Map.Pages.Where(p => p.IsIndexed).Select(p => publication.Map.AbsoluteUrl(p)), listed[0].Concat(listed[1]));
    }
}
