namespace SecPress.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Writes_nothing()
    {
        var ran = await runner.RunAsync("check");
        Assert.Equal(0, ran.ExitCode);
        Assert.False(Directory.Exists(runner.Folder["output"]));
    }

    [Fact]
    public async Task A_broken_link_is_an_error_in_a_check_as_in_a_build()
    {
        runner.Folder.Write("content/pages/about.md", "---\ntitle: About\n---\n\nSee [May](../issues/2017-04.md).\n");
        var ran = await runner.RunAsync("check");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("content/pages/about.md(5,11): error", ran.Error, StringComparison.Ordinal);
        Assert.Equal(ran.Error, (await runner.RunAsync("build")).Error);
    }

    [Fact]
    public async Task Warnings_fail_a_strict_check_alone()
    {
        foreach (var issue in Directory.GetFiles(runner.Folder["content/issues"]))
        {
            File.Delete(issue);
        }

        var ran = await runner.RunAsync("check");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("warning SP031", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 warning\n", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await runner.RunAsync("check", "--strict")).ExitCode);
    }
}
