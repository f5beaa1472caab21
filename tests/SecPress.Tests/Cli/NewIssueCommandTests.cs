namespace SecPress.Tests.Cli;

public sealed class NewIssueCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Writes_a_draft_that_builds()
    {
        var ran = await runner.RunAsync("new", "issue", "--date", "2017-09-28");
        Assert.Equal("content/issues/2017-09.md: a draft to be sent on 2017-09-28\n", ran.Output);
        Assert.Equal(0, ran.ExitCode);
        var built = await runner.RunAsync("build", "--drafts", "--future");
        Assert.Equal("", built.Error);
        Assert.True(File.Exists(runner.Folder["output/issues/2017-09/index.html"]));
    }

    [Fact]
    public async Task Never_overwrites_an_issue()
    {
        var before = runner.Folder.Read("content/issues/2017-07.md");
        var ran = await runner.RunAsync("new", "issue");
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains("there is already an issue '2017-07'", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, runner.Folder.Read("content/issues/2017-07.md"));
    }
}
