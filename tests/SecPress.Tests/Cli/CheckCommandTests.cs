using System.Text;
using SecPress.Tests.Support;
using SecPress.Tests.Web.OutsideLinks;

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

    [Fact]
    public async Task An_editor_reads_what_is_wrong_and_how_to_mend_it()
    {
        WriteMistakes();
        Golden.Verify((await runner.RunAsync("check")).ToString());
    }

    [Theory]
    [InlineData("2017-06")]
    [InlineData("content/issues/2017-06.md")]
    [InlineData("2017-06", "2017-07")]
    public async Task Named_issues_are_checked_alone(params string[] issues)
    {
        WriteMistakes();
        var ran = await runner.RunAsync(["check", .. issues]);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("content/issues/2017-06.md", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("content/issues/2017-05.md", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("about.md", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("site.yml", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_link_elsewhere_does_not_concern_a_named_issue()
    {
        runner.Folder.Write("content/pages/about.md", "---\ntitle: About\n---\n\nSee [May](../issues/2017-04.md).\n");
        Assert.Equal("2 files made and checked: nothing to report\n", (await runner.RunAsync("check", "2017-06")).Output);
    }

    [Fact]
    public async Task What_cannot_be_put_together_is_said_whatever_was_named()
    {
        SampleSite.Issue(runner, "2017-05", "May", "25 May");
        var ran = await runner.RunAsync("check", "2017-06");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("content/issues/2017-05.md", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2017-08")]
    [InlineData("2017-07")]
    public async Task A_named_issue_is_checked_though_it_is_a_draft_or_to_come(string issue)
    {
        AppendTable($"content/issues/{issue}.md");
        Assert.DoesNotContain("SP131", (await runner.RunAsync("check")).Error, StringComparison.Ordinal);
        Assert.Contains($"content/issues/{issue}.md", (await runner.RunAsync("check", issue)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2017-05", true)]
    [InlineData("2017-06", false)]
    public async Task The_email_of_a_named_issue_is_checked_though_it_is_not_published(string issue, bool isLong)
    {
        var text = string.Concat(Enumerable.Range(0, 1200).Select(i => $"The meter number {i} of the month was read by its reader, who wrote it down.\n\n"));
        File.AppendAllText(runner.Folder["content/issues/2017-05.md"], text);
        Assert.DoesNotContain("SP401", (await runner.RunAsync("check")).Error, StringComparison.Ordinal);
        Assert.Equal(isLong, (await runner.RunAsync("check", issue)).Error.Contains("SP401", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_fits_no_issue_is_explained()
    {
        var ran = await runner.RunAsync("check", "2017-06", "2017-60");
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains("there is no issue '2017-60'", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task A_report_for_programs_stands_alone_on_standard_output(string format)
    {
        WriteMistakes();
        var ran = await runner.RunAsync("check", "2017-06", "--format", format, "--strict");
        Assert.Equal(1, ran.ExitCode);
        Assert.Empty(ran.Error);
        Golden.Verify(ran.Output.Replace(SecPress.Cli.CommandLine.Version.Split(' ')[^1], "1.2.3", StringComparison.Ordinal), "json", format);
    }

    [Fact]
    public async Task A_report_for_programs_of_nothing_is_a_report()
    {
        var ran = await runner.RunAsync("check", "--format", "json");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("\"findings\": []", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_findings_are_counted_by_rule()
    {
        for (var i = 0; i < 21; i++)
        {
            AppendTable("content/issues/2017-06.md");
        }

        File.AppendAllText(runner.Folder["content/issues/2017-06.md"], "\n![](/feed.xml)\n\n![](/a.svg)\n");
        runner.Folder.Write("content/a.svg", "<svg viewBox=\"0 0 1 1\"/>");
        var error = (await runner.RunAsync("check", "2017-06")).Error;
        Golden.Verify(error[error.IndexOf("1 error,", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_rule_that_the_site_makes_an_error_fails_a_check_and_stops_a_build()
    {
        File.AppendAllText(runner.Folder["site.yml"], "checks: { SP131: error }\n");
        AppendTable("content/issues/2017-06.md");
        var ran = await runner.RunAsync("check");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("error SP131", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await runner.RunAsync("build")).ExitCode);
        Assert.False(File.Exists(runner.Folder["output/index.html"]));
        Assert.Equal(1, (await runner.RunAsync("email", "2017-06")).ExitCode);
        Assert.False(Directory.Exists(runner.Folder["email"]));
    }

    [Fact]
    public async Task An_error_of_an_older_issue_that_only_the_site_calls_so_stops_neither_a_build_nor_another_email()
    {
        File.AppendAllText(runner.Folder["site.yml"], "checks: { SP131: error }\n");
        AppendTable("content/issues/2017-05.md");
        Assert.Equal(1, (await runner.RunAsync("check")).ExitCode);
        Assert.Equal(0, (await runner.RunAsync("build")).ExitCode);
        Assert.Equal(0, (await runner.RunAsync("email", "2017-06")).ExitCode);
    }

    [Fact]
    public async Task With_nothing_to_mend_it_says_so_and_reports_the_rest()
    {
        AppendTable("content/issues/2017-06.md");
        var before = runner.Folder.Read("content/issues/2017-06.md");
        var ran = await runner.RunAsync("check", "2017-06", "--fix");
        Assert.Equal("nothing to mend mechanically\n", ran.Output);
        Assert.Contains("SP131", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, runner.Folder.Read("content/issues/2017-06.md"));
    }

    [Fact]
    public async Task Findings_in_one_place_are_mended_one_after_the_other_and_the_file_stays_as_it_is()
    {
        const string path = "content/issues/2017-06.md";
        var text = File.ReadAllText(runner.Folder[path]).ReplaceLineEndings("\r\n");
        const string wrong = "\r\nOne – two – three -  four –  five.\r\n";
        const string right = "\r\nOne – two – three – four – five.\r\n";
        File.WriteAllText(runner.Folder[path], text + wrong, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var ran = await runner.RunAsync("check", "2017-06", "--fix");
        Assert.Contains("1 finding in the same place as those: they are next", ran.Output, StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text + right)], File.ReadAllBytes(runner.Folder[path]));
        Assert.StartsWith("nothing to mend mechanically\n", (await runner.RunAsync("check", "2017-06", "--fix")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_links_are_asked_for_when_wanted_and_remembered()
    {
        using var site = new LoopbackSite();
        site.Answer("/there", "200 OK").Answer("/moved", "301 Moved\r\nLocation: /there");
        File.AppendAllText(
            runner.Folder["content/issues/2017-06.md"],
            $"\n[What is there]({site.Url("/there")}#part).\n\n[What is gone]({site.Url("/gone")}).\n\n[What moved]({site.Url("/moved")}).\n");
        Assert.DoesNotContain("SP049", (await runner.RunAsync("check")).Error, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
        var ran = await runner.RunAsync("check", "2017-06", "--external");
        Assert.Equal(0, ran.ExitCode);
        Golden.Verify(ran.Error.Replace($":{site.Port}", ":8080", StringComparison.Ordinal));
        var asked = site.Requests.Count;
        Assert.Equal(ran.Error, (await runner.RunAsync("check", "--external")).Error);
        Assert.Equal(asked, site.Requests.Count);
        Assert.All(site.UserAgents, agent => Assert.StartsWith("SecPress/", agent, StringComparison.Ordinal));
    }

    private void WriteMistakes()
    {
        foreach (var issue in new[] { "2017-05", "2017-06" })
        {
            AppendTable($"content/issues/{issue}.md");
        }

        runner.Folder.Write("content/pages/about.md", "---\ntitle: About\n---\n\n| Who | What |\n|--|--|\n| We | write |\n");
        File.AppendAllText(runner.Folder["site.yml"], "theme: { colours: { yellow: \"#ffcc00\" } }\n");
    }

    private void AppendTable(string path) => File.AppendAllText(runner.Folder[path], "\n| Year | Fee |\n|--|--|\n| 2017 | 10 |\n");
}
