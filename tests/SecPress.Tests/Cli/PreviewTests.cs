using System.Text.RegularExpressions;

namespace SecPress.Tests.Cli;

/// <summary><c>build --preview</c>: pages for reviewers that nobody else finds.</summary>
public sealed partial class PreviewTests : IDisposable
{
    private const string Key = "four words nobody guesses";

    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());

    public PreviewTests()
    {
        SampleSite.Issue(runner, "2017-09", "September", "2017-09-28", "draft: true\naliases: [/old-september/]\ntags: [brand-new]\n");
        runner.Folder.Write("content/issues/2017-09.md", runner.Folder.Read("content/issues/2017-09.md") + "\nSee [the one before](2017-08.md), [again](/issues/2017-08/) and [June](2017-06.md).\n");
    }

    public void Dispose() => runner.Dispose();

    [Fact]
    public async Task Makes_a_page_and_the_email_of_each_issue_that_is_not_published()
    {
        var ran = await runner.RunAsync("build", "--preview", Key);
        Assert.Equal("", ran.Error);
        var links = Links(ran.Output);
        Assert.Equal(["2017-07", "2017-08", "2017-09"], links.Keys.Order(StringComparer.Ordinal));
        foreach (var (slug, folder) in links)
        {
            Assert.Matches("^preview/[a-z2-7]{26}/$", folder);
            var page = Output(folder + "index.html");
            Assert.Contains("<meta name=\"robots\" content=\"noindex\">", page, StringComparison.Ordinal);
            Assert.Contains("<meta name=\"referrer\" content=\"no-referrer\">", page, StringComparison.Ordinal);
            Assert.Contains("For review only.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("application/ld+json", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"email/{slug}.html\"", page, StringComparison.Ordinal);
            Assert.Contains("<meta name=\"robots\" content=\"noindex\">", Output($"{folder}email/{slug}.html"), StringComparison.Ordinal);
            Assert.NotEmpty(Output($"{folder}email/{slug}.txt"));
        }
    }

    [Fact]
    public async Task Nothing_else_of_the_site_knows_of_them()
    {
        await runner.RunAsync("build", "--output", "without");
        await runner.RunAsync("build", "--preview", Key);
        var without = FilesOf("without");
        var with = FilesOf("output");
        Assert.Equal(without.Keys, with.Keys.Where(k => !k.StartsWith("preview/", StringComparison.Ordinal)));
        Assert.All(without.Where(f => f.Key != "_headers"), f => Assert.Equal(f.Value, with[f.Key]));
        Assert.DoesNotMatch("preview/[a-z2-7]{26}", with["_headers"]);
    }

    [Fact]
    public async Task Drafts_lead_to_each_other_and_to_what_is_published()
    {
        var links = Links((await runner.RunAsync("build", "--preview", Key)).Output);
        var page = Output(links["2017-09"] + "index.html");
        Assert.Equal(2, Regex.Count(page, $"href=\"\\.\\./{links["2017-08"]["preview/".Length..]}\""));
        Assert.Contains("href=\"../../issues/2017-06/\"", page, StringComparison.Ordinal);
        Assert.All(
            Relative().Matches(page).Select(m => m.Groups[1].Value.Split('#')[0]).Where(h => h.Length > 0),
            href => Assert.True(
                File.Exists(Path.Combine(runner.Folder["output"], links["2017-09"], href.EndsWith('/') ? href + "index.html" : href)), href));
    }

    [Fact]
    public async Task A_published_issue_does_not_lead_to_one_under_review()
    {
        runner.Folder.Write("content/issues/2017-06.md", runner.Folder.Read("content/issues/2017-06.md") + "\nSoon: [August](2017-08.md).\n");
        var ran = await runner.RunAsync("build", "--preview", Key);
        Assert.Equal(1, ran.ExitCode);
        Assert.DoesNotContain("preview/", ran.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_addresses_are_the_same_each_time_and_others_for_another_passphrase_or_site()
    {
        var first = Links((await runner.RunAsync("build", "--preview", Key)).Output);
        Assert.Equal(first, Links((await runner.RunAsync("build", "--preview", Key, "--jobs", "1")).Output));
        runner.Environment["REVIEW"] = Key;
        Assert.Equal(first, Links((await runner.RunAsync("build", "--preview", "env:REVIEW")).Output));
        var other = Links((await runner.RunAsync("build", "--preview", Key + "!")).Output);
        var elsewhere = Links((await runner.RunAsync("build", "--preview", Key, "--base-url", "https://staging.example.org/")).Output);
        Assert.Equal(9, first.Values.Concat(other.Values).Concat(elsewhere.Values).Distinct().Count());
    }

    [Fact]
    public async Task The_next_build_without_it_takes_them_away()
    {
        await runner.RunAsync("build", "--preview", Key);
        Assert.NotEmpty(Directory.GetDirectories(runner.Folder["output/preview"]));
        await runner.RunAsync("build");
        Assert.False(Directory.Exists(runner.Folder["output/preview"]));
    }

    [Fact]
    public async Task What_is_published_by_drafts_and_future_needs_no_review()
    {
        var ran = await runner.RunAsync("build", "--preview", Key, "--drafts", "--future");
        Assert.Contains("Nothing to review", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(runner.Folder["output/preview"]));
    }

    [Theory]
    [InlineData("short", "the passphrase has 5 characters")]
    [InlineData("env:UNSET", "UNSET is not set")]
    public async Task A_passphrase_that_can_be_guessed_is_refused(string given, string message)
    {
        var ran = await runner.RunAsync("build", "--preview", given);
        Assert.Equal(64, ran.ExitCode);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(runner.Folder["output"]));
    }

    private string Output(string path) => runner.Folder.Read("output/" + path);

    private SortedDictionary<string, string> FilesOf(string folder) => new(
        Directory.GetFiles(runner.Folder[folder], "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(runner.Folder[folder], f).Replace('\\', '/'), File: f))
            .Where(f => !f.Path.StartsWith(".secpress/", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => Convert.ToHexString(File.ReadAllBytes(f.File)) is var hex && f.Path == "_headers" ? File.ReadAllText(f.File) : hex),
        StringComparer.Ordinal);

    private static SortedDictionary<string, string> Links(string output) =>
        new(Link().Matches(output).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"^  (\S+)  https://[a-z.]+/(preview/\S+)$", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("""href="(?!https?:|mailto:)([^"]*)["]""")]
    private static partial Regex Relative();
}
