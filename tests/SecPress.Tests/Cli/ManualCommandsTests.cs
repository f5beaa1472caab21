using System.Text.RegularExpressions;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

/// <summary>The manual has a page for each command that <c>secpress --help</c> names, and lists it.</summary>
public sealed partial class ManualCommandsTests
{
    [Fact]
    public async Task Every_command_has_a_page_and_nothing_else_has_one() =>
        Assert.Equal(await CommandsAsync(), Manual.PagesIn("commands"));

    [Fact]
    public async Task The_list_of_the_commands_leads_to_each()
    {
        var list = Manual.Read("commands/index");
        Assert.All(await CommandsAsync(), name => Assert.Contains($"]({name}.md) |", list, StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> CommandsAsync()
    {
        using var runner = new CommandLineRunner();
        var help = (await runner.RunAsync("--help")).Output;
        return Name().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("^  ([a-z]+)(?= )", RegexOptions.Multiline, 1000)]
    private static partial Regex Name();
}
