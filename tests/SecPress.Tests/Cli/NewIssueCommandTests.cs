using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class NewIssueCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Writes_a_draft_that_builds()
    {
        var ran = await runner.RunAsync("new", "issue", "--date", "2017-09-28");
        Golden.Verify(ran.ToString());
        Assert.Equal(0, ran.ExitCode);
        var built = await runner.RunAsync("build", "--drafts", "--future");
        Assert.Equal("", built.Error);
        Assert.True(File.Exists(runner.Folder["output/issues/2017-09/index.html"]));
    }

    [Fact]
    public async Task Never_overwrites_an_issue()
    {
        var before = runner.Folder.Read("content/issues/2017-07.md");
        var ran = await runner.RunAsync("new", "issue", "--slug", "2017-07");
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains("there is already an issue '2017-07'", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, runner.Folder.Read("content/issues/2017-07.md"));
    }

    [Fact]
    public async Task A_month_that_has_an_issue_gets_another_by_its_day()
    {
        Assert.Equal(0, (await runner.RunAsync("new", "issue")).ExitCode);
        Assert.True(File.Exists(runner.Folder["content/issues/2017-07-03.md"]));
        var again = await runner.RunAsync("new", "issue");
        Assert.Equal(64, again.ExitCode);
        Assert.Contains("there is already an issue '2017-07-03'", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_title_and_the_name_that_are_given()
    {
        var ran = await runner.RunAsync("new", "issue", "--title", "Special: heat", "--slug", "heat-wave");
        Assert.StartsWith("content/issues/heat-wave.md: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("title: 'Special: heat'\n", runner.Folder.Read("content/issues/heat-wave.md"), StringComparison.Ordinal);
        Assert.Equal(64, (await runner.RunAsync("new", "issue", "--slug", "../x")).ExitCode);
    }
}
