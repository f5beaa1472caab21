using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Model;

public sealed class SitePlannerTests
{
    [Fact]
    public void What_nothing_was_written_about_has_no_page()
    {
        var pages = ModelBuilder.Assemble(ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2017, 6, 1))), out _).Map.Pages;
        Assert.Equal(
            ["", "404.html", "_headers", "archive/", "archive/2017/", "email/a.html", "email/a.txt", "feed.json", "feed.xml", "issues/a/", "manifest.webmanifest", "robots.txt", "rss.xml", "search/", "sitemap.xml"],
            pages.Select(p => p.Path));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(50, 1, 50)]
    [InlineData(51, 2, 1)]
    public void A_list_is_cut_after_fifty_issues(int issues, int pages, int onTheLast)
    {
        var site = ModelBuilder.Site([.. Enumerable.Range(0, issues).Select(i => ModelBuilder.Issue($"i{i}", new LocalDate(2017, 1, 1).PlusDays(i)))]);
        var archive = ModelBuilder.Assemble(site, out _).Map.Pages.OfType<ArchivePage>().OrderBy(p => p.Pager.Number).ToList();
        Assert.Equal(pages, archive.Count);
        Assert.Equal(onTheLast, archive[^1].Issues.Length);
        Assert.Equal("archive/", archive[0].Path);
        Assert.All(archive.Skip(1), p => Assert.Equal($"archive/page-{p.Pager.Number}/", p.Path));
        Assert.All(archive, p => Assert.Equal(pages, p.Pager.Count));
    }

    [Fact]
    public void Every_folder_may_be_somewhere_else()
    {
        var site = ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2017, 6, 1)) with { Tags = ["News"] });
        site = site with { Settings = site.Settings with { Addresses = new Addresses { Archive = "all/", Tags = "about/topics/" } } };
        var map = ModelBuilder.Assemble(site, out _).Map;
        Assert.All(["all/", "all/2017/", "about/topics/", "about/topics/news/", "about/topics/news/rss.xml"], path => Assert.NotNull(map.Find(path)));
        Assert.Null(map.Find("tags/"));
    }

    [Fact]
    public void An_editors_page_that_takes_the_address_of_a_list_is_told_how_to_mend_it()
    {
        var site = ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2017, 6, 1)) with { Tags = ["News"] }) with { Pages = [ModelBuilder.Page("tags"), ModelBuilder.Page("tags/news")] };
        ModelBuilder.Assemble(site, out var diagnostics);
        Golden.Verify(DiagnosticText.Of(diagnostics));
    }

    [Fact]
    public void Two_lists_at_one_address_are_told_of_permalinks()
    {
        var site = ModelBuilder.Site(ModelBuilder.Issue("a", new LocalDate(2017, 6, 1)) with { Tags = ["News"] });
        site = site with { Settings = site.Settings with { Addresses = new Addresses { Archive = "x/", Tags = "x/" } } };
        ModelBuilder.Assemble(site, out var diagnostics);
        Assert.Equal("Rename one of the two, or change 'permalinks' in site.yml.", Assert.Single(diagnostics.ToSorted()).Mend);
    }

    [Fact]
    public void An_id_that_is_written_in_two_ways_is_told_where()
    {
        var issue = ModelBuilder.Issue("a", new LocalDate(2017, 6, 1)) with { Modifications = [Step("CP-1"), Step("CP 1")] };
        var site = ModelBuilder.Site(issue);
        site = site with { Settings = site.Settings with { Registers = [new Register("cp", null, "CP[- ][0-9]", [])] } };
        ModelBuilder.Assemble(site, out var diagnostics);
        var only = Assert.Single(diagnostics.ToSorted());
        Assert.Equal(("'/cp/cp-1/' is already the address of the page of CP 1", "content/issues/a.md"), (only.Message, only.At?.File.Path));
    }

    private static ModificationStep Step(string id) => new(id, "cp", null, "raised", null, null, null, TextSpan.None);

    [Fact]
    public void A_file_of_redirects_is_made_for_who_has_older_addresses()
    {
        var moved = ModelBuilder.Issue("a", new LocalDate(2017, 6, 1)) with { Aliases = [new Reference("/old", TextSpan.None)] };
        Assert.NotNull(ModelBuilder.Assemble(ModelBuilder.Site(moved), out _).Map.Find("_redirects"));
        Assert.Null(ModelBuilder.Assemble(ModelBuilder.Site(moved with { Aliases = [] }), out _).Map.Find("_redirects"));
    }
}
