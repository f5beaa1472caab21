using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class EmailCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Theory]
    [InlineData("2017-06")]
    [InlineData("content/issues/2017-06.md")]
    [InlineData("2017-06-")]
    public async Task Writes_the_edition_as_html_text_and_message(string issue)
    {
        if (issue.EndsWith('-'))
        {
            SampleSite.Issue(runner, "2017-06-extra", "A supplement", "2017-06-30");
        }

        var ran = await runner.RunAsync("email", issue, "--output", "preview");
        var slug = issue.EndsWith('-') ? "2017-06-extra" : "2017-06";
        Assert.Equal($"preview/{slug}.html\npreview/{slug}.txt\npreview/{slug}.eml\n", ran.Output);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("The Panel met", runner.Folder.Read($"preview/{slug}.html"), StringComparison.Ordinal);
        Assert.Contains("The Panel met", runner.Folder.Read($"preview/{slug}.txt"), StringComparison.Ordinal);
        Assert.Contains("multipart/alternative", runner.Folder.Read($"preview/{slug}.eml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_found_from_where_the_editor_stands()
    {
        runner.CurrentFolder = "content/issues";
        var ran = await runner.RunAsync("email", "2017-06.md", "--output", "out");
        Assert.Equal("out/2017-06.html\nout/2017-06.txt\nout/2017-06.eml\n", ran.Output);
    }

    [Theory]
    [InlineData("2017-08")]
    [InlineData("2017-07")]
    public async Task Shows_a_draft_and_an_issue_that_is_to_come(string issue)
    {
        Assert.Equal(0, (await runner.RunAsync("email", issue)).ExitCode);
        Assert.True(File.Exists(runner.Folder[$"email/{issue}.eml"]));
    }

    [Fact]
    public async Task An_issue_that_does_not_exist_gets_a_suggestion() =>
        Golden.Verify((await runner.RunAsync("email", "2017-60")).ToString());

    [Fact]
    public async Task A_name_like_none_gets_the_list() =>
        Golden.Verify((await runner.RunAsync("email", "christmas")).ToString());

    [Fact]
    public async Task The_beginning_of_several_issues_is_not_guessed_at() =>
        Golden.Verify((await runner.RunAsync("email", "2017")).ToString());

    [Fact]
    public async Task The_message_says_who_sends_it_or_is_not_made()
    {
        runner.Folder.Write("site.yml", "title: The Meter Post\nbase-url: https://post.example.org/\n");
        Golden.Verify((await runner.RunAsync("email", "2017-06")).ToString());
    }

    [Fact]
    public async Task Says_what_an_editor_should_see_of_this_issue_before_it_goes_out()
    {
        foreach (var issue in new[] { "2017-05", "2017-06" })
        {
            File.AppendAllText(runner.Folder[$"content/issues/{issue}.md"], "\n| Year | Fee |\n|--|--|\n| 2017 | 10 |\n");
        }

        var ran = await runner.RunAsync("email", "2017-06");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("content/issues/2017-06.md(11,1): warning SP131", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2017-05", ran.Error, StringComparison.Ordinal);
    }
}
