using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;
using SecPress.Rendering;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Theory]
    [InlineData("rss.xml", "everything")]
    [InlineData("feed.json", "everything")]
    [InlineData("tags/releases/feed.xml", "tag")]
    [InlineData("committees/board/rss.xml", "committee")]
    public void Renders_each_kind_of_feed(string path, string scope) =>
        Golden.Verify(Rendered.File(SamplePublication.Build(), path), Path.GetExtension(path)[1..], scope);

    [Fact]
    public void All_formats_say_the_same()
    {
        var publication = SamplePublication.Build();
        var atom = XDocument.Parse(Rendered.File(publication, "feed.xml")).Root!.Elements(Atom + "entry").ToList();
        var rss = XDocument.Parse(Rendered.File(publication, "rss.xml")).Descendants("item").ToList();
        using var json = JsonDocument.Parse(Rendered.File(publication, "feed.json"));
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(publication.Issues.Select(i => i.Title), atom.Select(e => e.Element(Atom + "title")!.Value));
        Assert.Equal(atom.Select(e => e.Element(Atom + "id")!.Value), rss.Select(i => i.Element("guid")!.Value));
        Assert.Equal(atom.Select(e => e.Element(Atom + "id")!.Value), items.Select(i => i.GetProperty("id").GetString()));
        Assert.Equal(atom.Select(e => e.Element(Atom + "content")!.Value), rss.Select(i => i.Element(Content + "encoded")!.Value));
        Assert.Equal(atom.Select(e => e.Element(Atom + "content")!.Value), items.Select(i => i.GetProperty("content_html").GetString()));
    }

    [Fact]
    public void Carries_no_class_no_id_no_script_and_no_relative_address()
    {
        using var json = JsonDocument.Parse(Rendered.File(SamplePublication.Build(), "feed.json"));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            string.Concat(json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("content_html").GetString())));
        Assert.All(page.Body!.QuerySelectorAll("*"), e => Assert.DoesNotContain(e.Attributes, a => a.Name is "class" or "id" or "role" or "style" or "tabindex"));
        Assert.Empty(page.QuerySelectorAll("script, style, form, iframe"));
        Assert.All(page.QuerySelectorAll("[href], [src]"), e => Assert.Matches("^(https?://|mailto:|tel:)", e.GetAttribute("href") ?? e.GetAttribute("src")!));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.Equal("1", t.GetAttribute("border")));
        Assert.DoesNotContain("Marked blue", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_survives_every_format()
    {
        const string title = "\"Quotes\" \\ 'and' <b>&amp; 😀 é \u2028 ]]> \u0001 {{ 1 }}";
        var publication = SamplePublication.Build(s => s with { Issues = [SamplePublication.July with { Title = title, Body = Doc(P(title)) }] });
        using var json = JsonDocument.Parse(Rendered.File(publication, "feed.json"));
        Assert.Equal(title, json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
        // XML 1.0 cannot hold a control character, escaped or not.
        var inXml = title.Replace("\u0001", "", StringComparison.Ordinal);
        Assert.Equal(inXml, XDocument.Parse(Rendered.File(publication, "rss.xml")).Descendants("item").Single().Element("title")!.Value);
        Assert.Equal(inXml, XDocument.Parse(Rendered.File(publication, "feed.xml")).Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value);
    }

    [Fact]
    public void An_entry_keeps_its_id_when_addresses_change()
    {
        static IEnumerable<string> Ids(Publication publication) =>
            XDocument.Parse(Rendered.File(publication, "feed.xml")).Descendants(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value);
        Assert.Equal(
            Ids(SamplePublication.Build()),
            Ids(SamplePublication.Build(s => s with { Settings = s.Settings with { IssuePermalink = "/{year}/{month}/{slug}/" } })));
    }

    [Fact]
    public void Holds_the_newest_twenty_and_fewer_long_ones()
    {
        Assert.Equal(20, Count(Many(30, "short")));
        var length = "word ".Length * 20_000;
        Assert.InRange(Count(Many(30, string.Concat(Enumerable.Repeat("word ", 20_000)))), 3, 400_000 / length);
        Assert.Equal(1, Count(Many(3, string.Concat(Enumerable.Repeat("word ", 200_000)))));
        static int Count(Publication publication) => XDocument.Parse(Rendered.File(publication, "rss.xml")).Descendants("item").Count();
    }

    [Fact]
    public void The_feed_of_a_committee_leads_to_its_part_of_each_issue()
    {
        var publication = SamplePublication.Build();
        var item = XDocument.Parse(Rendered.File(publication, "committees/board/rss.xml")).Descendants("item").Single();
        Assert.EndsWith("issues/2017-07/#part-committee-board", item.Element("link")!.Value, StringComparison.Ordinal);
        Assert.Contains("The testing approach was approved.", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Engagement day", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_part_is_told_by_every_feed_that_carries_it()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Templates = RepositoryTemplates.With(("web/parts/committee.html", "{{ nothing_of_the_kind }}")),
        });
        Assert.NotEqual("", Rendered.Findings(publication, "feed.json"));
        Assert.Equal(Rendered.Findings(publication, "feed.xml"), Rendered.Findings(publication, "tags/releases/rss.xml"));
    }

    [Fact]
    public void A_publication_without_an_issue_has_feeds_that_can_be_read()
    {
        var publication = SamplePublication.Build(s => s with { Issues = [] });
        Assert.Empty(XDocument.Parse(Rendered.File(publication, "feed.xml")).Descendants(Atom + "entry"));
        using var json = JsonDocument.Parse(Rendered.File(publication, "feed.json"));
        Assert.Empty(json.RootElement.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public void Many_feeds_made_at_once_say_what_they_say_one_by_one()
    {
        var publication = Many(200, string.Concat(Enumerable.Repeat("word ", 30_000)), tags: 40);
        static bool IsFeed(Composition c) => Path.GetFileName(c.OutputPath) is "feed.xml" or "rss.xml" or "feed.json";
        var bag = new DiagnosticBag();
        var together = new Composer(publication, bag).Compose().Where(IsFeed).ToList().AsParallel().WithDegreeOfParallelism(8)
            .Select(c => (c.OutputPath, Text: Encoding.UTF8.GetString(c.Make(bag)!))).ToDictionary(f => f.OutputPath, f => f.Text, StringComparer.Ordinal);
        var alone = new Composer(publication, bag).Compose().Where(IsFeed).ToList();
        Assert.Equal(3 * 41, alone.Count);
        Assert.All(alone, c => Assert.Equal(together[c.OutputPath], Encoding.UTF8.GetString(c.Make(bag)!)));
    }

    private static Publication Many(int count, string text, int tags = 0) => SamplePublication.Build(s => s with
    {
        Settings = s.Settings with { Committees = [] },
        Issues =
        [
            .. Enumerable.Range(0, count).Select(i => new SecPress.Model.Issues.Issue
            {
                Source = new SourceFile($"content/issues/{i}.md", "---\ntitle: x\n---\n"),
                Slug = $"issue-{i}",
                Title = $"Issue {i}",
                Sent = new LocalDate(2010, 1, 1).PlusDays(i),
                Tags = tags == 0 ? [] : [$"tag {i % tags}"],
                Body = new Document([P(text)], []),
            }),
        ],
    });
}
