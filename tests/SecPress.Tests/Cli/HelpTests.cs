using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly CommandLineRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("secpress")]
    [InlineData("build")]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("email")]
    [InlineData("new")]
    [InlineData("new issue")]
    [InlineData("subscribers")]
    [InlineData("subscribers import")]
    [InlineData("subscribers list")]
    [InlineData("subscribers unsubscribe")]
    [InlineData("send")]
    [InlineData("status")]
    public async Task Each_command_says_what_it_does_and_takes(string command)
    {
        var words = command == "secpress" ? [] : command.Split(' ');
        var ran = await runner.RunAsync([.. words, "--help"]);
        Assert.Equal(0, ran.ExitCode);
        Golden.Verify(ran.Output.Replace(HostName, "secpress", StringComparison.Ordinal), variant: command.Replace(' ', '-'));
    }

    [Fact]
    public async Task The_manual_has_a_page_for_every_command_that_help_lists()
    {
        var help = (await runner.RunAsync("--help")).Output;
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n')
            .Skip(1).Where(line => line is [' ', ' ', not ' ', ..]).Select(line => line.Trim().Split(' ')[0]).ToList();
        Assert.Contains("build", commands);
        Assert.All(commands, c => Assert.True(File.Exists(Path.Combine(Manual(), c + ".md")), $"docs/manual/content/pages/commands/{c}.md"));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("build", "--version")]
    public async Task Says_its_version(params string[] arguments)
    {
        var ran = await runner.RunAsync(arguments);
        if (arguments.Length == 1)
        {
            Assert.Matches(@"^secpress \d+\.\d+\.\d+\n$", ran.Output);
            Assert.Equal(0, ran.ExitCode);
        }
        else
        {
            Assert.Equal(64, ran.ExitCode);
        }
    }

    [Fact]
    public async Task Without_a_command_shows_the_help_and_says_that_this_is_no_use()
    {
        var ran = await runner.RunAsync();
        Assert.Equal((await runner.RunAsync("--help")).Output, ran.Output);
        Assert.Equal(64, ran.ExitCode);
    }

    [Theory]
    [InlineData("buidl")]
    [InlineData("build --drfats")]
    [InlineData("build --jobs 0")]
    [InlineData("build --jobs many")]
    [InlineData("build --clock yesterday")]
    [InlineData("build --base-url example.org")]
    [InlineData("serve --port 0")]
    [InlineData("email")]
    [InlineData("send 2017-06 --test nobody")]
    [InlineData("new issue --date soon")]
    [InlineData("subscribers list --status gone")]
    public async Task A_command_line_it_does_not_understand_is_refused_with_a_hint(string line)
    {
        var ran = await runner.RunAsync(line.Split(' '));
        Assert.Equal(64, ran.ExitCode);
        Assert.Empty(ran.Output);
        Golden.Verify(ran.Error.Replace(HostName, "secpress", StringComparison.Ordinal), variant: line.Replace(' ', '-'));
    }

    // The parser names the process it runs in, which here is the test host.
    private static string HostName => Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]);

    private static string Manual([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetFullPath("../../../docs/manual/content/pages/commands", Path.GetDirectoryName(file)!);
}
