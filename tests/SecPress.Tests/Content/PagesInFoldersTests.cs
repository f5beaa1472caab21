using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

/// <summary>Pages stand in folders to any depth, and their addresses follow.</summary>
public sealed class PagesInFoldersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DiagnosticBag bag = new();

    public PagesInFoldersTests() => folder.Write("site.yml", Fixture.Settings);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_page_is_published_below_its_folders_and_an_index_at_its_folder()
    {
        Write("about.md");
        Write("guide/index.md");
        Write("guide/first-steps.md");
        Write("guide/by hand/Deep Down.md");
        Assert.Equal(["about/", "guide/", "guide/by-hand/deep-down/", "guide/first-steps/"], Addresses());
    }

    [Theory]
    [InlineData("guide/index.md")]
    [InlineData("guide.md")]
    public void Pages_follow_the_address_of_the_page_of_their_folder(string page)
    {
        Write(page, "slug: handbook");
        Write("guide/first.md");
        Write("guide/more/second.md");
        Assert.Equal(["handbook/", "handbook/first/", "handbook/more/second/"], Addresses());
    }

    [Fact]
    public void The_index_of_all_pages_is_the_text_of_the_home_page()
    {
        Write("index.md");
        Write("about.md");
        var site = Parse();
        Assert.Equal("Title of index.md", site.HomeText!.Title);
        Assert.True(site.IsPagesAlone);
        Assert.Equal(["", "about/"], site.Pages.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_draft_of_the_home_pages_text_is_no_publication_of_pages()
    {
        Write("index.md", "draft: true");
        Assert.False(Parse().IsPagesAlone);
    }

    [Fact]
    public void Files_are_published_below_the_nearest_index_above_them()
    {
        Write("index.md");
        Write("guide/index.md");
        Write("guide/first.md");
        Write("guide/more/second.md");
        Write("guide/third/index.md");
        foreach (var path in new[] { "plan.png", "guide/map.png", "guide/more/part.png", "guide/third/own.png", "loose/a.png" })
        {
            folder.Write("content/pages/" + path, "x");
        }

        var published = Parse().Assets.Where(a => a.Origin.StartsWith("content/", StringComparison.Ordinal)).Select(a => a.Path);
        Assert.Equal(
            ["guide/map.png", "guide/more/part.png", "guide/third/own.png", "pages/loose/a.png", "pages/plan.png"],
            published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explains_what_is_wrong_with_pages_in_folders()
    {
        Write("index.md", "slug: start");
        Write("guide/index.md", "title: Guide", "::: pages now\n:::\n\n::: pages\nLost.\n:::\n");
        Write("guide.md");
        Write("guide/one.md", "title: One", "::: pages\n:::\n");
        Write("---/two.md");
        Write("---/three.md");
        folder.Write("content/issues/june.md", Fixture.FrontMatter + "::: pages\n:::\n\n::: panel\n:::\n");
        folder.Write("content/issues/june/other.md", Fixture.FrontMatter);
        Fixture.ParseFolder(folder.Path, bag);
        Golden.Verify(DiagnosticText.Of(bag));
    }

    private void Write(string path, string frontMatter = "", string body = "Words.\n") => folder.Write(
        "content/pages/" + path,
        $"---\n{(frontMatter.StartsWith("title:", StringComparison.Ordinal) ? "" : $"title: Title of {path}\n")}{frontMatter}\n---\n\n{body}");

    private Site Parse()
    {
        var site = Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        return site!;
    }

    private IEnumerable<string> Addresses() => Parse().Pages.Select(p => p.Path).Order(StringComparer.Ordinal);
}
