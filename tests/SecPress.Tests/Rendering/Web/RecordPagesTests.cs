using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Tests.Rendering.Support;
using SecPress.Tests.Support;

namespace SecPress.Tests.Rendering.Web;

/// <summary>Registers, committees and series, and what issues gain from them.</summary>
public sealed class RecordPagesTests
{
    private const string Hostile = "</title><script>alert(1)</script>\"' onload=\"x\" {{ 1 + 1 }}";

    [Theory]
    [InlineData("register", "mods/index.html")]
    [InlineData("entry-on-its-way", "mods/mod0036/index.html")]
    [InlineData("entry-that-ended", "mods/mod0033/index.html")]
    [InlineData("entry-that-was-stopped", "mods/mod0034/index.html")]
    [InlineData("entry-only-mentioned", "mods/mod0099/index.html")]
    [InlineData("entry-with-an-unknown-event", "mods/mod0037/index.html")]
    [InlineData("committees", "committees/index.html")]
    [InlineData("committee", "committees/board/index.html")]
    [InlineData("committee-expected", "committees/security/index.html")]
    [InlineData("series", "series/roles/index.html")]
    [InlineData("issue", "issues/2017-06/index.html")]
    [InlineData("updated-issue", "issues/2017-07/index.html")]
    public void Renders_each_kind_of_page(string variant, string path) =>
        Golden.Verify(MainOf(Rendered.File(RecordSample.Build(), path)), "html", variant);

    [Fact]
    public void Nothing_is_open_or_to_come_when_all_is_past()
    {
        var files = Rendered.All(RecordSample.Build(clock: Instant.FromUtc(2026, 1, 1, 9, 0)));
        Golden.Verify(MainOf(files["mods/mod0036/index.html"]), "html", "entry");
        Golden.Verify(MainOf(files["committees/board/index.html"]), "html", "committee");
    }

    [Fact]
    public void Ids_in_prose_link_to_their_page_but_not_in_headings_or_links()
    {
        var page = Parse(Rendered.File(RecordSample.Build(), "issues/2017-06/index.html"));
        Assert.Equal(
            ["../../mods/mod0099/", "../../mods/mod0035/", "../../mods/mod0035/", "../../mods/mod0036/"],
            page.QuerySelectorAll("a.sp-ref").Select(a => a.GetAttribute("href")));
        Assert.Equal("MOD0036 moves", page.QuerySelector("#mod0036-moves")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("h1 a.sp-ref, h2 a.sp-ref, h3 a.sp-ref, a a"));
    }

    [Fact]
    public void No_link_holds_a_link_anywhere()
    {
        // A parser ends the outer link where an inner one begins: the text itself must be looked at.
        foreach (var (path, html) in Rendered.All(RecordSample.Build()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var open = 0;
            foreach (System.Text.RegularExpressions.Match tag in System.Text.RegularExpressions.Regex.Matches(html, @"<(/?)a[\s>]"))
            {
                open += tag.Groups[1].Length == 0 ? 1 : -1;
                Assert.True(open is 0 or 1, path);
            }
        }
    }

    [Fact]
    public void A_link_written_in_html_keeps_its_words_too()
    {
        var at = SecPress.Model.Diagnostics.TextSpan.None;
        var mention = new RegisterMention(at, "mods", "MOD0036");
        var issue = RecordSample.May with
        {
            Body = Text.Doc(Text.P(new RawHtmlInline(at, "<A href=\"https://example.org/\">"), mention, new RawHtmlInline(at, "</A>"), mention, new RawHtmlInline(at, "<abbr>"), mention)),
        };
        var html = Rendered.File(RecordSample.Build(s => s with { Issues = [issue] }), "issues/2017-05/index.html");
        const string linked = "<a class=\"sp-ref\" href=\"../../mods/mod0036/\">MOD0036</a>";
        Assert.Contains($"<A href=\"https://example.org/\">MOD0036</A>{linked}<abbr>{linked}", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_committees_section_are_repeated_when_they_are_short_and_about_it_alone()
    {
        var board = new PartPlacement(default, PartKind.Committee, "board");
        string Committee(params Block[] blocks) => Rendered.File(
            RecordSample.Build(s => s with { Issues = [RecordSample.June with { Body = Text.Doc(blocks) }] }), "committees/board/index.html");

        Assert.Contains("<p>Short words.</p>", Committee(Text.H(2, "The Board"), Text.P("Short words."), board, Text.H(2, "Else")), StringComparison.Ordinal);
        Assert.DoesNotContain("sp-words", Committee(Text.P("No heading of its own."), board), StringComparison.Ordinal);
        Assert.DoesNotContain("sp-words", Committee(Text.H(2, "The Board"), Text.P(new string('x', 2600)), board), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "sp-words",
            Committee(Text.H(2, "All"), Text.P("Of many things."), board, new PartPlacement(default, PartKind.Modifications, "")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_names_the_whole_address_of_an_entry()
    {
        var feed = Rendered.File(RecordSample.Build(), "feed.xml");
        Assert.Contains("href=&quot;https://bulletin.example.org/news/mods/mod0036/&quot;", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("../../mods", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_email_keeps_to_the_links_the_editor_chose()
    {
        var bag = new SecPress.Model.Diagnostics.DiagnosticBag();
        var publication = RecordSample.Build();
        var composer = new SecPress.Rendering.Composer(publication, bag);
        var edition = new SecPress.Rendering.Email.EmailComposer(publication, composer.Engine).Compose(publication.Latest!, bag)!;
        Assert.DoesNotContain("/mods/", edition.Html.FillWithFallbacks(), StringComparison.Ordinal);
        Assert.DoesNotContain("/mods/", edition.Text.FillWithFallbacks(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_of_thousands_is_cut_into_small_pages()
    {
        var ids = Enumerable.Range(0, 1050).Select(i => $"MOD{i:0000}").ToList();
        var publication = RecordSample.Build(s => s with
        {
            Issues = [.. s.Issues, RecordSample.Mentioning("2016-01", new LocalDate(2016, 1, 28), [.. ids])],
        });
        var last = Rendered.File(publication, "mods/page-11/index.html");
        Assert.Contains("Proposals, page 11", last, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(Rendered.File(publication, "mods/index.html")), 1, 75_000);
        Assert.Equal(50, Parse(last).QuerySelectorAll(".sp-register > li").Length);
        Assert.Equal(["Only mentioned"], Parse(last).QuerySelectorAll("main h2").Select(h => h.TextContent));
    }

    [Fact]
    public void An_entry_that_a_thousand_issues_speak_of_stays_small()
    {
        var first = new LocalDate(1990, 1, 1);
        var publication = RecordSample.Build(s => s with
        {
            Issues = [.. s.Issues, .. Enumerable.Range(0, 1000).Select(i => RecordSample.Mentioning($"old-{i:0000}", first.PlusDays(7 * i), "MOD0099") with
            {
                Modifications = [RecordSample.Step("MOD0099", null, i % 2 == 0 ? "raised" : "refinement", first.PlusDays(7 * i), null)],
            })],
        });
        var html = Rendered.File(publication, "mods/mod0099/index.html");
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 75_000);
        Assert.Contains("920 earlier events are told in the issues.", html, StringComparison.Ordinal);
        Assert.Contains("941 earlier issues mention it too.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_committee_of_many_years_has_several_pages()
    {
        var board = SamplePublication.Settings.Committees[0];
        var first = new LocalDate(2000, 1, 14);
        var publication = RecordSample.Build(s => s with
        {
            Issues = [.. s.Issues, .. Enumerable.Range(0, 150).Select(i => RecordSample.Mentioning($"old-{i:000}", first.PlusMonths(i)) with
            {
                Committees = [new CommitteeUpdate { Committee = board, Met = first.PlusMonths(i) }],
            })],
        });
        var page = Parse(Rendered.File(publication, "committees/board/index.html"));
        Assert.Equal(12, page.QuerySelectorAll("#sp-updates ~ ol > li").Length);
        Assert.Equal(24, page.QuerySelectorAll("#sp-past ~ ul > li").Length);
        var last = Parse(Rendered.File(publication, "committees/board/page-13/index.html"));
        Assert.Equal(["Updates"], last.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(8, last.QuerySelectorAll("#sp-updates ~ ol > li").Length);
    }

    [Fact]
    public void Every_page_has_one_h1_levels_without_a_gap_and_each_id_once()
    {
        foreach (var (path, html) in Rendered.All(RecordSample.Build()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = Parse(html);
            Assert.Single(page.QuerySelectorAll("h1"));
            var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{path}: h{pair.First}, h{pair.Second}"));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        }
    }

    [Fact]
    public void A_page_leads_only_to_what_is_there()
    {
        var publication = RecordSample.Build();
        var files = Rendered.All(publication);
        foreach (var path in files.Keys.Where(k => k.EndsWith(".html", StringComparison.Ordinal) && k != "404.html"))
        {
            var folder = new Uri(new Uri("https://x.example/"), path);
            foreach (var href in Parse(files[path]).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => !h.Contains(':', StringComparison.Ordinal)))
            {
                var target = new Uri(folder, href);
                var file = Uri.UnescapeDataString(target.AbsolutePath[1..]);
                file += file.Length == 0 || file.EndsWith('/') ? "index.html" : "";
                Assert.True(files.ContainsKey(file) || file.StartsWith("email/", StringComparison.Ordinal), $"{path} leads to {href}");
                if (target.Fragment.Length > 1 && files.TryGetValue(file, out var text))
                {
                    Assert.True(Parse(text).GetElementById(Uri.UnescapeDataString(target.Fragment[1..])) is not null, $"{path} leads to {href}");
                }
            }
        }
    }

    [Fact]
    public void Nothing_hostile_in_a_name_becomes_markup()
    {
        var board = new Committee("board", Hostile, Hostile, null);
        var publication = RecordSample.Build(s => s with
        {
            Settings = s.Settings with
            {
                Committees = [board],
                Registers = [RecordSample.Register with { Name = Hostile, Events = [new RegisterEvent("raised", Hostile, EntryState.Done)] }],
                Series = [new Series("roles", Hostile, Hostile)],
            },
            Issues =
            [
                RecordSample.Mentioning("2017-07", new LocalDate(2017, 7, 1), "MOD0001") with
                {
                    Title = Hostile,
                    Series = new Series("roles", Hostile, Hostile),
                    Modifications = [RecordSample.Step("MOD0001", Hostile, "raised", null, Hostile)],
                    Decisions = [new Decision(Hostile, Hostile, null, Hostile, "MOD0001", null, default)],
                    Consultations = [new Consultation("MOD0001 " + Hostile, Hostile, null, null, new Reference("javascript:alert(1)", default), null, default)],
                    Committees = [new CommitteeUpdate { Committee = board, Seats = [new Seat(Hostile, Hostile, false, default)] }],
                },
            ],
        });
        foreach (var (_, html) in Rendered.All(publication).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = Parse(html);
            Assert.All(page.QuerySelectorAll("script:not([src])"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
            Assert.All(page.QuerySelectorAll("script[src]"), s => Assert.StartsWith("../assets/", s.GetAttribute("src"), StringComparison.Ordinal));
            Assert.All(page.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.QuerySelectorAll("a"), a => Assert.DoesNotMatch("^(javascript|data):", a.GetAttribute("href") ?? ""));
        }
    }

    [Fact]
    public void A_long_list_of_contents_is_marked_so_that_a_phone_can_cut_it()
    {
        var issue = RecordSample.May with { Body = Text.Doc([.. Enumerable.Range(1, 40).Select(i => Text.H(2, $"Section {i}"))]) };
        var html = Rendered.File(RecordSample.Build(s => s with { Issues = [issue] }), "issues/2017-05/index.html");
        Assert.Contains("sp-contents-long", html, StringComparison.Ordinal);
        Assert.Equal(40, Parse(html).QuerySelectorAll(".sp-contents a").Length - 1);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    // Head, menu and foot are the same everywhere and have goldens of their own.
    private static string MainOf(string html)
    {
        var start = html.IndexOf("<main", StringComparison.Ordinal);
        var feeds = html.Split('\n').Where(l => l.Contains("rel=\"alternate\"", StringComparison.Ordinal)).Select(l => l + "\n");
        return string.Concat(feeds) + html[start..(html.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)] + "\n";
    }
}
