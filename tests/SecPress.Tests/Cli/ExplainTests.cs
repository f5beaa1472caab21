using SecPress.Cli.Printing;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class ExplainTests : IDisposable
{
    private readonly CommandLineRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("SP520")]
    [InlineData("sp520")]
    public async Task Prints_the_manuals_page_of_a_rule(string code)
    {
        var ran = await runner.RunAsync("--explain", code);
        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("SP520: The sender's domain has no SPF record\n====", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n').Where(l => !l.StartsWith("    ", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, 78));
    }

    [Theory]
    [InlineData("SP999")]
    [InlineData("--quiet")]
    public async Task A_code_that_there_is_not_is_refused(string code)
    {
        var ran = await runner.RunAsync("--explain", code);
        Assert.Equal(64, ran.ExitCode);
        Golden.Verify(ran.ToString(), variant: code);
    }

    [Fact]
    public async Task Every_rule_has_something_to_say()
    {
        foreach (var rule in SecPress.Checks.Editorial.EditorialRules.All.Concat(SecPress.Content.ContentRules.All))
        {
            var ran = await runner.RunAsync("--explain", rule.Code);
            Assert.StartsWith(rule.Code + ": ", ran.Output, StringComparison.Ordinal);
            Assert.True(ran.Output.Split('\n').Length > 3, rule.Code);
        }
    }

    [Fact]
    public void Folds_text_and_leaves_examples_as_they_are() => Golden.Verify(ManualPrinter.Print("""
        ---
        title: "SP999: An example"
        summary: What it finds, told in one sentence that is long enough to be folded when it stands on a line.
        ---

        A paragraph with a [link to another page](../commands/check.md), one [outside](https://example.org/), and `code`, which goes on
        over two lines.

        ## Wrong

        - An entry of a list that is as long as it takes for a list's entry to be folded with its indent, and goes
          on in the source.
        - Another.

        ```markdown
        The example stands as it is, however long its line may be, since every character of it counts for those who read it.

        ## A heading inside
        ```

        | a | b |
        |---|---|
        | 1 | 2 |

        """));
}
