using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SecPress.Tests.Web;

public sealed class PreviewStatesTests
{
    private const string Issue = "/issues/2017-06/";
    private const string File = "content/issues/2017-06.md";

    [Fact]
    public async Task A_save_changes_the_pages_that_show_it_and_no_other()
    {
        await using var site = await PreviewSite.StartAsync();
        var (issue, about) = (await MarkAsync(site, Issue), await MarkAsync(site, "/about/"));
        await site.WriteAsync(File, PreviewSite.June.Replace("met", "met twice", StringComparison.Ordinal));
        Assert.Contains("The Panel met twice.", await site.TextAsync(Issue), StringComparison.Ordinal);
        Assert.NotEqual(issue, await MarkAsync(site, Issue));
        Assert.Equal(about, await MarkAsync(site, "/about/"));
    }

    [Fact]
    public async Task A_day_that_passes_is_followed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2017, 7, 1, 9, 0, 0, TimeSpan.Zero));
        await using var site = await PreviewSite.StartAsync(time: clock);
        await site.WriteAsync(File, PreviewSite.June.Replace("sent:", "calendar: [{ date: 2017-07-05, title: Open day }]\nsent:", StringComparison.Ordinal));
        var before = await MarkAsync(site, "/calendar/");
        await site.FollowAsync(() => clock.Advance(TimeSpan.FromDays(5)));
        Assert.NotEqual(before, await MarkAsync(site, "/calendar/"));
    }

    [Fact]
    public async Task An_error_leaves_the_last_good_state_and_is_told_until_it_is_mended()
    {
        await using var site = await PreviewSite.StartAsync();
        var mark = await MarkAsync(site, Issue);
        await site.WriteAsync(File, PreviewSite.June.Replace("sent:", "send:", StringComparison.Ordinal));
        var state = await site.StateAsync(Issue);
        Assert.True(state["outdated"]!.GetValue<bool>());
        Assert.Equal(mark, state["mark"]!.GetValue<string>());
        Assert.Equal("error", state["findings"]![0]!["severity"]!.GetValue<string>());
        Assert.Equal(3, state["findings"]!.AsArray().First(f => f!["marked"]!.GetValue<string>() == "send")!["line"]!.GetValue<int>());
        Assert.Contains("The Panel met.", await site.TextAsync(Issue), StringComparison.Ordinal);
        Assert.Contains("SP011", await site.CodesAsync("/about/"), StringComparison.Ordinal);
        await site.WriteAsync(File, PreviewSite.June);
        state = await site.StateAsync(Issue);
        Assert.False(state["outdated"]!.GetValue<bool>());
        Assert.Equal("", await site.CodesAsync("/about/"));
    }

    [Fact]
    public async Task A_broken_link_is_shown_on_the_page_that_has_it_as_it_now_is()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.WriteAsync(File, PreviewSite.June + "\n[There](/nowhere/).\n");
        Assert.Contains("There.", await site.TextAsync(Issue), StringComparison.Ordinal);
        Assert.StartsWith("SP040", await site.CodesAsync(Issue), StringComparison.Ordinal);
        Assert.False((await site.StateAsync(Issue))["outdated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_template_in_error_leaves_each_page_as_it_last_was()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.TextAsync(Issue);
        await site.WriteAsync("templates/web/issue.html", "{{ issue.nothing }}");
        Assert.Contains("The Panel met.", await site.TextAsync(Issue), StringComparison.Ordinal);
        var state = await site.StateAsync(Issue);
        Assert.True(state["outdated"]!.GetValue<bool>());
        Assert.Equal("templates/web/issue.html", state["findings"]![0]!["file"]!.GetValue<string>());
        Assert.Equal(File, state["findings"]![0]!["through"]![0]!["file"]!.GetValue<string>());
        Assert.Contains("Us.", await site.TextAsync("/about/"), StringComparison.Ordinal);
        await site.WriteAsync("templates/web/issue.html", "<h1>Own</h1>");
        Assert.Contains("<h1>Own</h1>", await site.TextAsync(Issue), StringComparison.Ordinal);
        System.IO.File.Delete(site.Folder["templates/web/issue.html"]);
        await site.ChangedAsync("templates/web/issue.html");
        Assert.Contains("The Panel met.", await site.TextAsync(Issue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_sheet_alone_changes_the_styles_and_not_the_pages()
    {
        await using var site = await PreviewSite.StartAsync();
        var before = await site.StateAsync(Issue);
        await site.WriteAsync("templates/styles/heads.css", "h1 { color: red; }");
        var after = await site.StateAsync(Issue);
        Assert.Equal(before["mark"]!.GetValue<string>(), after["mark"]!.GetValue<string>());
        Assert.NotEqual(before["styles"]!.ToJsonString(), after["styles"]!.ToJsonString());
        Assert.Contains("color: red", await site.TextAsync("/" + after["styles"]![0]!.GetValue<string>().Replace("../", "", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_renamed_and_deleted_files_are_followed()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.WriteAsync("content/issues/2017-07.md", PreviewSite.June.Replace("June", "July", StringComparison.Ordinal));
        Assert.Contains("July", await site.TextAsync("/issues/2017-07/"), StringComparison.Ordinal);
        System.IO.File.Move(site.Folder["content/issues/2017-07.md"], site.Folder["content/issues/2017-08.md"]);
        await site.ChangedAsync("content/issues/2017-07.md", "content/issues/2017-08.md");
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(HttpMethod.Get, "/issues/2017-07/")).StatusCode);
        Assert.Contains("July", await site.TextAsync("/issues/2017-08/"), StringComparison.Ordinal);
        System.IO.File.Delete(site.Folder["content/issues/2017-08.md"]);
        await site.ChangedAsync("content/issues/2017-08.md");
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(HttpMethod.Get, "/issues/2017-08/")).StatusCode);
    }

    [Fact]
    public async Task Before_there_is_a_good_state_a_page_says_that_it_waits()
    {
        await using var site = await PreviewSite.StartAsync("colour: red\n");
        var response = await site.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("data-secpress-mark=\"failed\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("failed", await MarkAsync(site, "/"));
        Assert.Equal("SP011", await site.CodesAsync("/"));
        await site.WriteAsync("site.yml", "title: The Meter Post\nbase-url: https://post.example.org/\n");
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(HttpMethod.Get, "/")).StatusCode);
    }

    [Fact]
    public async Task Drafts_and_issues_to_come_are_shown_and_hostile_words_stay_words()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.WriteAsync(
            "content/issues/2099-01.md", "---\ntitle: \"</script><script>alert(1)</script>\"\nsent: 2099-01-01\ndraft: true\n---\n\n&lt;script>alert(2)&lt;/script>\n");
        var list = await site.TextAsync("/_secpress/issues.json?find=script");
        Assert.DoesNotContain("<script>", list, StringComparison.Ordinal);
        Assert.Contains("\"draft\":true", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await site.TextAsync("/issues/2099-01/"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await site.TextAsync("/_secpress/issues/2099-01/email.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_into_the_site()
    {
        await using var site = await PreviewSite.StartAsync();
        await site.TextAsync(Issue);
        await site.TextAsync("/_secpress/state?issue=2017-06");
        Assert.Equal(["content", "site.yml"], Directory.EnumerateFileSystemEntries(site.Folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task<string> MarkAsync(PreviewSite site, string page) => (await site.StateAsync(page))["mark"]!.GetValue<string>();
}
