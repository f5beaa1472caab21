namespace SecPress.Tests.Cli;

public sealed class CompletionTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    // The program offers what contains the word; the scripts keep what begins with it.
    [Theory]
    [InlineData("secpress sta", "status")]
    [InlineData("secpress new i", "issue")]
    [InlineData("secpress build --fu", "--future")]
    [InlineData("secpress send 2017-0", "2017-08,2017-07,2017-06,2017-05")]
    [InlineData("secpress email 2017-05", "2017-05")]
    [InlineData("secpress status 2017-06", "2017-06")]
    [InlineData("secpress schema iss", "issue")]
    [InlineData("secpress completion f", "fish")]
    public async Task Completes_commands_options_and_issues(string line, string expected)
    {
        var ran = await runner.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), ran.Output.Split('\n').Where(w => w.StartsWith(line.Split(' ')[^1], StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Knows_the_issues_of_the_site_that_the_line_names()
    {
        using var elsewhere = new CommandLineRunner();
        var line = $"secpress send --site {runner.Folder.Path} 2017-08";
        Assert.Equal("2017-08\n", (await elsewhere.RunAsync($"[suggest:{line.Length}]", line)).Output);
        Assert.DoesNotContain("2017", (await elsewhere.RunAsync("[suggest:14]", "secpress send ")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Prints_a_script_that_says_where_it_belongs(string shell)
    {
        var ran = await runner.RunAsync("completion", shell);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("[suggest:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("# Completion of secpress", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', ran.Output);
    }

    [Fact]
    public async Task A_shell_it_does_not_know_is_refused()
    {
        var ran = await runner.RunAsync("completion", "fsh");
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains("Did you mean 'fish'?", ran.Error, StringComparison.Ordinal);
    }
}
