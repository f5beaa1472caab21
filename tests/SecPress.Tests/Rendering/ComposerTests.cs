using System.Text;
using AngleSharp.Html.Parser;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;
using static SecPress.Tests.Rendering.Support.Text;

namespace SecPress.Tests.Rendering;

public sealed class ComposerTests
{
    private const string Hostile = "</title><script>alert(1)</script>\"' onload=\"x\" ]]> <!-- &amp; {{ 1 + 1 }} \u0001";

    [Theory]
    [InlineData("home", "index.html")]
    [InlineData("issue", "issues/2017-07/index.html")]
    [InlineData("plain-issue", "issues/2017-05/index.html")]
    [InlineData("page", "about/index.html")]
    [InlineData("archive", "archive/index.html")]
    [InlineData("year", "archive/2017/index.html")]
    [InlineData("search", "search/index.html")]
    [InlineData("not-found", "404.html")]
    [InlineData("redirect", "newsletters/july/index.html")]
    [InlineData("redirect-of-a-file", "old/about.html")]
    public void Renders_each_kind_of_page(string variant, string path) =>
        Golden.Verify(WithoutFingerprints(Rendered.File(SamplePublication.Build(), path)), "html", variant);

    [Theory]
    [InlineData("feed.xml", "xml")]
    [InlineData("sitemap.xml", "xml")]
    [InlineData("robots.txt", "txt")]
    public void Renders_what_programs_read(string path, string extension) =>
        Golden.Verify(Rendered.File(SamplePublication.Build(), path), extension, Path.GetFileNameWithoutExtension(path));

    [Fact]
    public void A_publication_without_an_issue_says_so_kindly()
    {
        var files = Rendered.All(SamplePublication.Build(s => s with { Issues = [], Pages = [], Settings = s.Settings with { Description = "", NoticeContent = [] } }));
        Golden.Verify(WithoutFingerprints(files["index.html"]), "html");
        Assert.Contains("No issue has been sent yet.", files["archive/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_the_same_bytes_in_any_order_and_on_any_number_of_threads()
    {
        var first = Rendered.All(SamplePublication.Build());
        var bag = new DiagnosticBag();
        var again = new Composer(SamplePublication.Build(), bag).Compose().Reverse().ToList()
            .AsParallel().WithDegreeOfParallelism(8)
            .Select(c => (c.OutputPath, Text: Encoding.UTF8.GetString(c.Make(bag)!)))
            .ToDictionary(c => c.OutputPath, c => c.Text, StringComparer.Ordinal);
        Assert.Equal(first.Keys, again.Keys.Order(StringComparer.Ordinal));
        Assert.All(first, f => Assert.Equal(f.Value, again[f.Key]));
    }

    [Fact]
    public void The_clock_changes_no_byte_before_the_time_that_the_publication_names()
    {
        var publication = SamplePublication.Build();
        var later = Publication.Assemble(
            SamplePublication.Site, new PublicationOptions(publication.NextChange!.Value - NodaTime.Duration.Epsilon), new DiagnosticBag());
        Assert.Equal(Rendered.All(publication), Rendered.All(later));
    }

    [Fact]
    public void Nothing_hostile_in_a_text_becomes_markup()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Settings = s.Settings with
            {
                Title = Hostile,
                Description = Hostile,
                Publisher = new Publisher(Hostile, Hostile, Hostile, Hostile, [new NamedLink(Hostile, "https://example.org/?" + Hostile)]),
                Theme = new Theme(),
            },
            Issues =
            [
                SamplePublication.July with
                {
                    Title = Hostile,
                    Summary = Hostile,
                    Tags = [Hostile],
                    Revisions = [new Revision(SamplePublication.July.Sent, Hostile, [Hostile], TextSpan.None)],
                    Highlights = [new Highlight(Hostile, Inline(Hostile), null, TextSpan.None)],
                    Consultations = [new Consultation(Hostile, Hostile, null, null, Ref("javascript:alert(1)"), null, TextSpan.None)],
                    Modifications = [new ModificationStep(Hostile, "mods", Hostile, Hostile, null, Hostile, Ref("data:text/html,x"), TextSpan.None)],
                    Decisions = [new Decision(Hostile, Hostile, null, Hostile, Hostile, null, TextSpan.None)],
                    Links = [new TitledLink(Hostile, Ref("javascript:alert(1)"))],
                    Body = Doc(H(2, Hostile), P(A("javascript:alert(1)", Hostile), A("https://example.org/\"onclick=\"", Hostile))),
                },
            ],
        });
        foreach (var (path, text) in Rendered.All(publication).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = new HtmlParser().ParseDocument(text);
            Assert.All(page.QuerySelectorAll("script:not([src])"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
            Assert.All(page.QuerySelectorAll("script[src]"), s => Assert.Matches("^\\.\\./assets/search\\.[0-9a-f]{10}\\.js$", s.GetAttribute("src")));
            Assert.All(page.All.SelectMany(e => e.Attributes), a =>
            {
                Assert.False(a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{path}: {a.Name}");
                Assert.NotEqual("style", a.Name);
            });
            Assert.All(page.QuerySelectorAll("a"), a => Assert.DoesNotMatch("^(javascript|data):", a.GetAttribute("href") ?? ""));
            Assert.DoesNotContain('\u0001', text);
        }

        var feed = System.Xml.Linq.XDocument.Parse(Rendered.File(publication, "feed.xml"));
        Assert.Contains(feed.Descendants(), e => e.Name.LocalName == "title" && e.Value.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_has_one_h1_a_skip_link_first_and_a_main()
    {
        foreach (var (path, text) in Rendered.All(SamplePublication.Build()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = new HtmlParser().ParseDocument(text);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            if (!text.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
            {
                Assert.Equal("#sp-main", page.QuerySelector("body a")!.GetAttribute("href"));
            }

            var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{path}: h{pair.First}, h{pair.Second}"));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        }
    }

    [Fact]
    public void Every_page_stays_small_and_asks_no_one_else_for_anything()
    {
        var files = Rendered.All(SamplePublication.Build());
        var css = files.Single(f => f.Key.EndsWith(".css", StringComparison.Ordinal)).Value;
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        foreach (var (_, text) in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(css), 1, 100_000);
            var page = new HtmlParser().ParseDocument(text);
            Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"), l => Assert.DoesNotContain("//", l.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_page_for_unknown_addresses_works_at_any_depth()
    {
        var page = new HtmlParser().ParseDocument(Rendered.File(SamplePublication.Build(), "404.html"));
        Assert.All(
            page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!).Where(h => !h.StartsWith('#')),
            href => Assert.Matches("^(/news/|https?://|mailto:|tel:)", href));
    }

    [Fact]
    public void A_style_sheet_gets_another_name_when_it_changes()
    {
        var before = Rendered.All(SamplePublication.Build());
        var after = Rendered.All(SamplePublication.Build(s => s with { Templates = RepositoryTemplates.With(("assets/site.css", "body { color: {{ accent.light }} }")) }));
        string NameIn(SortedDictionary<string, string> files) => files.Keys.Single(k => k.EndsWith(".css", StringComparison.Ordinal));
        Assert.NotEqual(NameIn(before), NameIn(after));
        Assert.Contains(NameIn(after), after["index.html"], StringComparison.Ordinal);
        Assert.Equal("body { color: #1d5fa8 }", after[NameIn(after)]);
    }

    [Fact]
    public void A_broken_part_is_traced_from_the_place_in_the_content()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Templates = RepositoryTemplates.With(("web/parts/calendar.html", "<table>\n{{ for e in entries }}{{ e.titel }}{{ end }}")),
        });
        Golden.Verify(Rendered.Findings(publication, "issues/2017-07/index.html"));
    }

    [Fact]
    public void A_template_that_names_a_page_that_is_not_there_is_an_error()
    {
        var publication = SamplePublication.Build(s => s with
        {
            Templates = RepositoryTemplates.With(("web/404.html", "<h1>{{ title = 1; url \"archiv/\" }}</h1>\n{{ asset \"sit.css\" }}")),
        });
        Golden.Verify(Rendered.Findings(publication, "404.html"));
    }

    [Fact]
    public void Highlights_that_lead_the_body_stand_before_the_contents()
    {
        var july = SamplePublication.July;
        var placed = july with { Body = july.Body with { Blocks = july.Body.Blocks.Insert(0, new PartPlacement(TextSpan.None, PartKind.Highlights, "")) } };
        var html = Rendered.File(SamplePublication.Build(s => s with { Issues = [placed] }), "issues/2017-07/index.html");
        Assert.Equal(2, html.Split("part-highlights\"").Length);
        Assert.True(html.IndexOf("part-highlights", StringComparison.Ordinal) < html.IndexOf("sp-contents", StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_of_the_email_edition_are_linked_where_they_are_published()
    {
        var publication = SamplePublication.Build();
        Assert.Contains("email/2017-07.txt", Rendered.File(publication, "issues/2017-07/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("email/", Rendered.File(publication, "issues/2017-06/index.html"), StringComparison.Ordinal);
    }

    // The name of a style sheet holds a hash of its content: a change of colour would change every golden.
    private static string WithoutFingerprints(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, @"(assets/\w+)\.[0-9a-f]{10}\.", "$1.");
}
