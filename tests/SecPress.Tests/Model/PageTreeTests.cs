using CsCheck;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Model;

public sealed class PageTreeTests
{
    [Fact]
    public void A_page_stands_below_the_nearest_page_above_it()
    {
        var publication = Assemble(Page("guide"), Page("first", "guide/"), Page("deep", "guide/more/"), Page("alone", "legal/"));
        var tree = publication.Tree;
        Assert.Equal(["guide/", "legal/alone/"], tree.Top.Select(p => p.Path));
        Assert.Equal(["guide/first/", "guide/more/deep/"], tree.ChildrenOf(Find(publication, "guide/")).Select(p => p.Path));
        Assert.Equal(["guide/"], tree.TrailOf(Find(publication, "guide/more/deep/")).Select(p => p.Path));
        Assert.Equal(tree.Top, tree.ChildrenOf(publication.Map.Find("")!));
    }

    [Fact]
    public void Pages_come_in_the_order_that_was_asked_for_and_then_by_address()
    {
        var publication = Assemble(Page("g"), Page("a", "g/"), Page("b", "g/") with { Order = 2 }, Page("c", "g/") with { Order = 1 }, Page("d", "g/"));
        Assert.Equal(["g/c/", "g/b/", "g/a/", "g/d/"], publication.Tree.ChildrenOf(Find(publication, "g/")).Select(p => p.Path));
        Assert.Equal(("g/c/", "g/a/"), Neighbours("g/b/"));
        Assert.Equal((null, "g/b/"), Neighbours("g/c/"));
        Assert.Equal(("g/a/", null), Neighbours("g/d/"));
        Assert.Equal((null, null), Neighbours("g/"));

        (string?, string?) Neighbours(string path)
        {
            var (previous, next) = publication.Tree.NeighboursOf(Find(publication, path));
            return (previous?.Path, next?.Path);
        }
    }

    [Fact]
    public void Every_page_is_found_once_from_the_top_down_and_its_trail_leads_back() =>
        Gen.Char["abc"].Select(c => c.ToString()).List[1, 4].List[0, 20].Sample(paths =>
        {
            var pages = paths.Select(p => string.Join('/', p)).Distinct().Select(p => Page(p[(p.LastIndexOf('/') + 1)..], p[..(p.LastIndexOf('/') + 1)])).ToArray();
            var tree = Assemble(pages).Tree;
            var found = new List<string>();
            Visit(tree.Top, []);
            Assert.Equal(pages.Select(p => p.Path).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));

            void Visit(IEnumerable<TextPage> below, TextPage[] trail)
            {
                foreach (var page in below)
                {
                    found.Add(page.Path);
                    Assert.Equal(trail, tree.TrailOf(page));
                    Assert.All(trail, above => Assert.StartsWith(above.Path, page.Path, StringComparison.Ordinal));
                    Visit(tree.ChildrenOf(page), [.. trail, page]);
                }
            }
        });

    [Fact]
    public void A_publication_of_pages_alone_has_no_archive_no_feed_and_no_warning()
    {
        var site = ModelBuilder.Site() with { Pages = [Page(""), Page("about")] };
        var pages = ModelBuilder.Assemble(site, out var diagnostics).Map.Pages;
        Assert.Equal("", DiagnosticText.Of(diagnostics));
        Assert.Equal(["", "404.html", "_headers", "about/", "manifest.webmanifest", "robots.txt", "search/", "sitemap.xml"], pages.Select(p => p.Path));
    }

    private static Page Page(string slug, string folder = "") =>
        new() { Source = new SourceFile($"content/pages/{folder}{slug}.md", ""), Slug = slug, Folder = folder, Title = slug };

    private static Publication Assemble(params Page[] pages) => ModelBuilder.Assemble(ModelBuilder.Site() with { Pages = [.. pages] }, out _);

    private static TextPage Find(Publication publication, string path) => (TextPage)publication.Map.Find(path)!;
}
