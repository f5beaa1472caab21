using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class NewSiteCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr")]
    public async Task Starts_a_site_in_which_nothing_is_found(string language)
    {
        Assert.Equal(0, (await runner.RunAsync("new", "site", "news", "--language", language)).ExitCode);
        runner.CurrentFolder = "news";
        var check = await runner.RunAsync("check", "--strict");
        Assert.Equal("", check.Error);
        Assert.Equal(0, check.ExitCode);
        var build = await runner.RunAsync("build");
        Assert.Equal("", build.Error);
        Assert.Contains($"lang=\"{language}\"", runner.Folder.Read("news/output/issues/2017-07/index.html"), StringComparison.Ordinal);
        Assert.Equal(0, (await runner.RunAsync("email", "2017-07")).ExitCode);
        Assert.Equal(0, (await runner.RunAsync("new", "issue", "--date", "2017-08-03")).ExitCode);
        Assert.Equal(0, (await runner.RunAsync("build", "--drafts", "--future")).ExitCode);
    }

    [Theory]
    [InlineData("Bread & <Butter>: \"news\" 'n' #1 [x](y) *z* _q_ `c`")]
    [InlineData("- yes: null ~")]
    [InlineData("1. Mai")]
    [InlineData("L’Été à Paris")]
    public async Task Any_title_comes_out_as_it_was_given(string title)
    {
        Assert.Equal(0, (await runner.RunAsync("new", "site", "news", "--title", title, "--base-url", "https://news.example.org", "--from", "News <n@example.org>")).ExitCode);
        runner.CurrentFolder = "news";
        var build = await runner.RunAsync("build");
        Assert.Equal("", build.Error);
        var about = System.Net.WebUtility.HtmlDecode(runner.Folder.Read("news/output/about/index.html"));
        Assert.Contains($"<p>{title} is published on this site", about.Replace(" />", ">", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_settings_with_explanations()
    {
        var ran = await runner.RunAsync(
            "new", "site", "meter-post", "--base-url", "https://post.example.org", "--from", "The Meter Post <post@example.org>", "--timezone", "Europe/London");
        Golden.Verify(ran.ToString());
        Golden.Verify(runner.Folder.Read("meter-post/site.yml"), "yml", variant: "site");
        Golden.Verify(runner.Folder.Read("meter-post/.vscode/settings.json"), "json", variant: "vscode");
    }

    [Fact]
    public async Task Asks_on_a_terminal_for_what_was_not_given_and_again_for_what_cannot_be()
    {
        runner.Input = "The Meter Post\nnowhere\nhttps://post.example.org\n\n";
        var ran = await runner.RunAsync("new", "site", "news", "--timezone", "Europe/London");
        Golden.Verify(ran.ToString());
        var settings = runner.Folder.Read("news/site.yml");
        Assert.Contains("title: The Meter Post\n", settings, StringComparison.Ordinal);
        Assert.Contains("from: 'The Meter Post <news@post.example.org>'\n", settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_nothing_when_told_so()
    {
        runner.Input = "Never read\n";
        var ran = await runner.RunAsync("new", "site", "my-news", "--yes");
        Assert.DoesNotContain("?", ran.Output, StringComparison.Ordinal);
        Assert.Contains("title: My news\n", runner.Folder.Read("my-news/site.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_folder_alone_that_is_not_empty()
    {
        runner.Folder.Write("news/README.md", "Mine.");
        runner.Folder.Write("news/.git/config", "");
        var ran = await runner.RunAsync("new", "site", "news");
        Assert.Equal(64, ran.ExitCode);
        Golden.Verify(ran.ToString());
        Assert.Equal([".git", "README.md"], Directory.EnumerateFileSystemEntries(runner.Folder["news"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Takes_a_repository_that_was_just_made()
    {
        runner.Folder.Write("news/.git/config", "");
        Assert.Equal(0, (await runner.RunAsync("new", "site", "news")).ExitCode);
    }

    [Theory]
    [InlineData("--base-url", "nowhere")]
    [InlineData("--from", "nobody")]
    [InlineData("--timezone", "Europe/Londn")]
    [InlineData("--language", "English, please")]
    [InlineData("--title", "  ")]
    public async Task Refuses_what_would_not_work(string option, string value)
    {
        var ran = await runner.RunAsync("new", "site", "news", option, value);
        Assert.Equal(64, ran.ExitCode);
        Golden.Verify(ran.ToString(), variant: option);
        Assert.False(Directory.Exists(runner.Folder["news"]));
    }
}
