using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private const string Letter = "Skip to content\n\nThe Meter Post, March\n\nSent on: 30 March 2017\n\nNews\n\nThe Panel met on 7th March 2017. More can be read here.\n";

    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Makes_an_issue_that_builds_and_lists_what_to_look_at()
    {
        runner.Folder.Write("old/march.txt", Letter);
        Golden.Verify((await runner.RunAsync("import", "old/march.txt", "--slug", "2017-03")).ToString());
        Assert.Contains("committees:\n  - { id: panel, met: 2017-03-07 }\n", runner.Folder.Read("content/issues/2017-03.md"), StringComparison.Ordinal);
        var built = await runner.RunAsync("build", "--drafts");
        Assert.Equal(0, built.ExitCode);
        Assert.True(File.Exists(runner.Folder["output/issues/2017-03/index.html"]));
    }

    [Fact]
    public async Task Never_overwrites_an_issue()
    {
        var before = runner.Folder.Read("content/issues/2017-06.md");
        runner.Folder.Write("old/2017-06.txt", Letter);
        var ran = await runner.RunAsync("import", "old/2017-06.txt");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("there is already a content/issues/2017-06.md", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, runner.Folder.Read("content/issues/2017-06.md"));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        runner.Folder.Write("old/march.txt", Letter);
        var ran = await runner.RunAsync("import", "old", "--dry-run");
        Assert.Contains("1 issue imported (nothing was written)\n", ran.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(runner.Folder["content/issues/march.md"]));
    }

    [Fact]
    public async Task A_report_has_the_whole_list()
    {
        runner.Folder.Write("old/march.txt", Letter);
        await runner.RunAsync("import", "old/march.txt", "--report", "list.txt");
        Golden.Verify(runner.Folder.Read("list.txt"));
    }

    [Fact]
    public async Task What_was_placed_whole_is_fine()
    {
        runner.Folder.Write("_posts/2017-03-30-march.md", "---\ntitle: March\nlayout: post\n---\n\nWords and a picture ![of it](/images/it.png).\n");
        runner.Folder.Write("images/it.png", "PNG");
        var ran = await runner.RunAsync("import", "_posts");
        Assert.Equal(1, ran.ExitCode);
        runner.Folder.Write("_posts/2017-03-31-more.md", "---\ntitle: More\nlayout: post\n---\n\nWords.\n");
        File.Delete(runner.Folder["_posts/2017-03-30-march.md"]);
        Assert.Equal(new CommandLineRunner.Ran(0, "content/issues/2017-03-31-more.md, sent on 2017-03-31\n1 issue imported\n", ""), await runner.RunAsync("import", "_posts"));
    }

    [Theory]
    [InlineData("there is no file or folder 'gone.txt'", "import", "gone.txt")]
    [InlineData("--slug names one issue", "import", "content", "--slug", "x")]
    [InlineData("'soon' is not a date", "import", "x", "--date", "soon")]
    [InlineData("'ftp://x' is not a web address", "import", "x", "--old-site", "ftp://x")]
    public async Task A_command_line_that_cannot_be_meant_is_refused(string complaint, params string[] arguments)
    {
        var ran = await runner.RunAsync(arguments);
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains(complaint, ran.Error, StringComparison.Ordinal);
    }
}
