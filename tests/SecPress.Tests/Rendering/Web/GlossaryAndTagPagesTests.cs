using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Web;

public sealed partial class GlossaryAndTagPagesTests
{
    [Theory]
    [InlineData("glossary", "glossary/index.html")]
    [InlineData("tags", "tags/index.html")]
    [InlineData("tag", "tags/releases/index.html")]
    [InlineData("archive", "archive/index.html")]
    [InlineData("year", "archive/2017/index.html")]
    public void Renders_each_kind_of_list(string variant, string path) =>
        Golden.Verify(MainOf(Rendered.File(SamplePublication.Build(s => s with { Settings = s.Settings with { Acronyms = [new Acronym("AMI", "Advanced metering")] } }), path)), "html", variant);

    [Fact]
    public void A_long_glossary_has_letters_that_lead_to_their_terms_on_every_page()
    {
        var acronyms = Enumerable.Range(0, 1000).Select(i => new Acronym($"{(char)('A' + (i % 26))}{i}<script>", "An expansion of " + i)).ToImmutableArray();
        var publication = SamplePublication.Build(s => s with { Settings = s.Settings with { Acronyms = acronyms } });
        var pages = publication.Map.Pages.OfType<GlossaryPage>().OrderBy(p => p.Pager.Number).ToList();
        Assert.Equal(9, pages.Count);
        foreach (var page in pages)
        {
            var text = Rendered.File(publication, page.OutputPath);
            Assert.InRange(text.Length, 1, 90_000);
            var html = new HtmlParser().ParseDocument(text);
            Assert.Equal(26, html.QuerySelectorAll(".sp-letters a").Length);
            Assert.Equal(page.Terms.Length, html.QuerySelectorAll("dt").Length);
        }

        Assert.Equal("page-9/#sp-letter-5a", new HtmlParser().ParseDocument(Rendered.File(publication, "glossary/index.html")).QuerySelectorAll(".sp-letters a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void A_term_leads_to_the_newest_sections_that_use_it_and_counts_the_rest()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Issues = [.. Enumerable.Range(1, 5).Select(i => new Issue
            {
                Source = new SourceFile($"content/issues/{i}.md", "---\ntitle: x\n---\n"), Slug = $"i{i}", Title = $"Issue {i}", Sent = new LocalDate(2017, i, 1),
                Body = Doc(H(2, "Security news"), P(Abbr("SSC", "Security Sub-Committee"))),
            })],
        });
        var places = new HtmlParser().ParseDocument(Rendered.File(publication, "glossary/index.html")).QuerySelectorAll("#term-ssc .sp-place").ToList();
        Assert.Equal(["Issue 5: Security news", "Issue 4: Security news", "Issue 3: Security news", "and 2 more issues"], places.Select(p => p.TextContent));
        Assert.Equal("../issues/i5/#security-news", places[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_thousand_topics_and_a_thousand_issues_of_one_are_cut_into_pages()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Issues = [.. Enumerable.Range(0, 1000).Select(i => new Issue
            {
                Source = new SourceFile($"content/issues/{i}.md", "---\ntitle: x\n---\n"), Slug = $"i{i}", Title = "<script>alert(1)</script>", Sent = new LocalDate(2014, 1, 1).PlusDays(i),
                Tags = ["Popular", $"Rare {i}"],
            })],
        });
        Assert.Equal(4, publication.Map.Pages.OfType<TagsPage>().Count());
        Assert.Equal(20, publication.Map.Pages.OfType<TagPage>().Count(p => p.Tag.Slug == "popular"));
        foreach (var path in new[] { "tags/index.html", "tags/page-4/index.html", "tags/popular/index.html", "tags/popular/page-20/index.html" })
        {
            var text = Rendered.File(publication, path);
            Assert.InRange(text.Length, 1, 60_000);
            Assert.All(new HtmlParser().ParseDocument(text).QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
        }
    }

    [Fact]
    public void Every_page_names_the_feeds_and_a_topic_names_its_own()
    {
        static List<string?> FeedsOf(string path) =>
            [.. new HtmlParser().ParseDocument(Rendered.File(SamplePublication.Build(), path)).QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("href"))];
        Assert.Equal(["../feed.xml", "../rss.xml", "../feed.json"], FeedsOf("about/index.html"));
        Assert.Equal(["../../feed.xml", "../../rss.xml", "../../feed.json", "feed.xml", "rss.xml", "feed.json"], FeedsOf("tags/releases/index.html"));
        Assert.Equal(["feed.xml", "rss.xml", "feed.json"], FeedsOf("committees/board/index.html").TakeLast(3));
    }

    [Fact]
    public void Months_are_told_apart_where_one_has_two_issues()
    {
        static Issue On(int month, int day) => new()
        {
            Source = new SourceFile($"content/issues/{month}-{day}.md", "---\ntitle: x\n---\n"),
            Slug = $"i{month}-{day}",
            Title = "An issue",
            Sent = new LocalDate(2017, month, day),
        };
        static List<string> TitlesOf(string path, params Issue[] issues) =>
            [.. new HtmlParser().ParseDocument(Rendered.File(SamplePublication.Build(s => s with { Issues = [.. issues] }), path)).QuerySelectorAll("h2").Select(h => h.TextContent)];
        Assert.Equal(["June 2017", "May 2017"], TitlesOf("archive/index.html", On(6, 1), On(6, 8), On(5, 1)));
        Assert.Equal(["June", "May"], TitlesOf("archive/2017/index.html", On(6, 1), On(6, 8), On(5, 1)));
        Assert.Equal(["2017"], TitlesOf("archive/index.html", On(6, 1), On(5, 1)));
        Assert.Empty(TitlesOf("archive/2017/index.html", On(6, 1), On(5, 1)));
    }

    // What stands around it is the same on every page, and has goldens of its own.
    private static string MainOf(string html) => MainElement().Match(html).Value + "\n";

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainElement();
}
