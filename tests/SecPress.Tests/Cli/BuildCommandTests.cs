using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class BuildCommandTests : IDisposable
{
    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Says_in_one_line_what_changed_what_was_left_out_and_when_time_alone_changes_it()
    {
        var ran = await runner.RunAsync("build");
        Assert.Equal(0, ran.ExitCode);
        Assert.Matches(
            @"^output: \d+ added; left out 1 draft and 1 issue whose time has not come; changes next by date on 2017-07-27 00:00 \(Europe/London\)\n$",
            ran.Output);
        Assert.True(File.Exists(runner.Folder["output/issues/2017-06/index.html"]));
        Assert.False(File.Exists(runner.Folder["output/issues/2017-07/index.html"]));
    }

    [Fact]
    public async Task Built_again_it_changes_nothing_and_says_so()
    {
        await runner.RunAsync("build");
        var ran = await runner.RunAsync("build");
        Assert.Matches(@"^output: \d+ unchanged; ", ran.Output);
    }

    [Fact]
    public async Task Verbose_names_each_file_that_changed_and_quiet_none()
    {
        await runner.RunAsync("build");
        SampleSite.Issue(runner, "2017-06", "Midsummer", "2017-06-29");
        var ran = await runner.RunAsync("build", "--verbose");
        Assert.Contains("  changed  issues/2017-06/index.html\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("issues/2017-06/index.html", (await runner.RunAsync("build")).Output, StringComparison.Ordinal);
        Assert.Empty((await runner.RunAsync("build", "--quiet")).Output);
    }

    [Fact]
    public async Task Takes_in_drafts_and_what_is_to_come_when_asked()
    {
        var ran = await runner.RunAsync("build", "--drafts", "--future", "--output", "preview");
        Assert.Matches(@"^preview: \d+ added\n$", ran.Output);
        Assert.True(File.Exists(runner.Folder["preview/issues/2017-07/index.html"]));
        Assert.True(File.Exists(runner.Folder["preview/issues/2017-08/index.html"]));
        Assert.False(Directory.Exists(runner.Folder["output"]));
    }

    [Theory]
    [InlineData("2017-07-26T23:59", false)]
    [InlineData("2017-07-27", true)]
    [InlineData("2017-07-26T22:59:59Z", false)]
    [InlineData("2017-07-26T23:00Z", true)]
    public async Task Builds_as_if_it_were_another_time_in_the_sites_zone(string clock, bool july)
    {
        var ran = await runner.RunAsync("build", "--clock", clock);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(july, File.Exists(runner.Folder["output/issues/2017-07/index.html"]));
    }

    [Fact]
    public async Task Gives_the_site_another_address_when_asked()
    {
        await runner.RunAsync("build", "--base-url", "https://staging.example.org/post");
        Assert.Contains("https://staging.example.org/post/issues/2017-06/", runner.Folder.Read("output/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("https://post.example.org/", runner.Folder.Read("output/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_the_site_from_a_folder_inside_it()
    {
        runner.CurrentFolder = "content/issues";
        var ran = await runner.RunAsync("build", "--quiet");
        Assert.Equal(0, ran.ExitCode);
        Assert.True(File.Exists(runner.Folder["output/index.html"]));
    }

    [Fact]
    public async Task Makes_the_same_bytes_on_any_number_of_threads()
    {
        await runner.RunAsync("build", "--jobs", "1", "--output", "one");
        await runner.RunAsync("build", "--jobs", "4", "--output", "four");
        Assert.Equal(runner.Folder.Read("one/.secpress/manifest.sha256"), runner.Folder.Read("four/.secpress/manifest.sha256"));
    }

    [Fact]
    public async Task Broken_content_is_reported_all_at_once_and_leaves_the_last_good_site()
    {
        await runner.RunAsync("build");
        var before = runner.Folder.Read("output/.secpress/manifest.sha256");
        SampleSite.Issue(runner, "2017-06", "Midsummer", "29 June", "snet: 2017-06-29\n");
        SampleSite.Issue(runner, "2017-05", "Spring", "2017-05-25", "higlights: []\n");
        var ran = await runner.RunAsync("build");
        Assert.Equal(before, runner.Folder.Read("output/.secpress/manifest.sha256"));
        Assert.Contains("June", runner.Folder.Read("output/issues/2017-06/index.html"), StringComparison.Ordinal);
        Golden.Verify(ran.ToString());
    }

    [Fact]
    public async Task A_folder_without_a_site_is_explained()
    {
        File.Delete(runner.Folder["site.yml"]);
        Golden.Verify((await runner.RunAsync("build")).ToString());
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_the_environments_fault()
    {
        runner.Folder.Write("output", "a file");
        Golden.Verify((await runner.RunAsync("build")).ToString());
    }

    [Fact]
    public async Task Somebody_elses_file_in_the_way_is_named_and_left_alone()
    {
        runner.Folder.Write("output/index.html", "mine");
        Golden.Verify((await runner.RunAsync("build")).ToString());
        Assert.Equal("mine", runner.Folder.Read("output/index.html"));
    }

    [Fact]
    public async Task Counts_in_one_line_what_an_editor_should_see_of_the_latest_issue()
    {
        foreach (var issue in new[] { "2017-05", "2017-06" })
        {
            File.AppendAllText(runner.Folder[$"content/issues/{issue}.md"], "\n| Year | Fee |\n|--|--|\n| 2017 | 10 |\n\n| | |\n|--|--|\n| 2017 | 10 |\n");
        }

        var ran = await runner.RunAsync("build");
        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(ran.Error);
        Assert.EndsWith("\n2017-06 has 3 warnings an editor should see: secpress check 2017-06\n", ran.Output, StringComparison.Ordinal);
        Assert.Empty((await runner.RunAsync("build", "--quiet")).Output);
    }
}
