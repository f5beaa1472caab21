using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

/// <summary>The manual has a page for each key of front matter and each container, and their examples are right.</summary>
public sealed class ManualPagesTests
{
    private const string Start = "title: June\nsent: 2017-06-29\n";

    public static TheoryData<string> Keys => [.. KeysOfIssuesAndPages()];

    public static TheoryData<string> Containers => [.. ContentSchema.Containers];

    [Fact]
    public void Every_key_of_front_matter_has_a_page_and_nothing_else_has_one() =>
        Assert.Equal(KeysOfIssuesAndPages(), Manual.PagesIn("front-matter"));

    [Fact]
    public void Every_container_has_a_page_and_nothing_else_has_one() =>
        Assert.Equal(ContentSchema.Containers, Manual.PagesIn("containers"));

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_page_of_a_key_shows_it_as_it_is_written(string key)
    {
        var page = Manual.Read("front-matter/" + key);
        Assert.StartsWith($"---\ntitle: {key}\n", page, StringComparison.Ordinal);
        var blocks = Manual.Blocks(page, "yaml");
        var settings = string.Concat(blocks.Where(IsOfSettings));
        var examples = blocks.Where(b => !IsOfSettings(b)).ToList();
        Assert.NotEmpty(examples);
        var isOfPages = ContentSchema.Issue.Find(key) is null;
        foreach (var example in examples)
        {
            Assert.Contains(key + ":", example, StringComparison.Ordinal);
            var others = Start.Split('\n').Where(l => l.Length > 0 && !example.StartsWith(l[..l.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal));
            var matter = string.Concat(others.Where(l => !isOfPages || l.StartsWith("title", StringComparison.Ordinal)).Select(l => l + "\n"));
            AssertRight(isOfPages ? "content/pages/about.md" : "content/issues/2017-06.md", $"---\n{matter}{example}---\n\nWords.\n", settings);
        }
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void The_page_of_a_container_shows_it_as_it_is_written(string name)
    {
        var page = Manual.Read("containers/" + name);
        Assert.StartsWith($"---\ntitle: \"::: {name}\"\n", page, StringComparison.Ordinal);
        var examples = Manual.Blocks(page, "markdown");
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            Assert.Contains("::: " + name, example, StringComparison.Ordinal);
            AssertRight(name == "pages" ? "content/pages/guide/index.md" : "content/issues/2017-06.md", example, "");
        }
    }

    private static void AssertRight(string path, string text, string settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", Fixture.Settings + settings);
        folder.Write(path, text);
        folder.Write("content/pages/guide/first.md", "---\ntitle: First steps\n---\n");
        var bag = new DiagnosticBag();
        Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
    }

    private static bool IsOfSettings(string block) => block.StartsWith("# site.yml", StringComparison.Ordinal);

    private static IEnumerable<string> KeysOfIssuesAndPages() =>
        ContentSchema.Issue.Fields.Concat(ContentSchema.Page.Fields).Select(f => f.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
