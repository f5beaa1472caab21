using System.Net;

namespace SecPress.EndToEnd.Browsing;

public sealed class SecurityHeadersTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    [SkippableFact]
    public async Task No_page_and_no_email_asks_for_what_the_policy_forbids()
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        var faults = new List<string>();
        foreach (var page in sample.Pages.Concat(sample.Emails))
        {
            browser.Open(page, new View(1280));
            faults.AddRange(browser.ConsoleMessages().Select(message => $"{page.AbsolutePath}: {message}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableFact]
    public async Task The_policy_stops_a_script_in_the_text_and_leaves_the_data()
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        browser.Open(sample.Address, new View(1280));
        Assert.True(browser.StopsInlineScript());
        Assert.NotEmpty(browser.ConsoleMessages());
        Assert.Equal("WebSite", browser.FirstDataBlockType());
    }

    [SkippableFact]
    public async Task Every_answer_carries_the_headers_meant_for_it()
    {
        await sample.BuildAsync();
        using var client = new HttpClient { BaseAddress = sample.Address };
        var style = Directory.EnumerateFiles(sample.Output, "*.css", SearchOption.AllDirectories).Single();
        foreach (var (path, header, value) in new[]
        {
            ("", "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self';"),
            ("no-such-page", "Content-Security-Policy", "default-src 'none';"),
            (sample.Emails[0].AbsolutePath, "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline';"),
            ("", "Cache-Control", "no-cache"),
            (Path.GetRelativePath(sample.Output, style), "Cache-Control", "immutable"),
            ("", "X-Content-Type-Options", "nosniff"),
            ("", "Strict-Transport-Security", "max-age="),
        })
        {
            using var answer = await client.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound);
            Assert.Contains(value, string.Join(", ", answer.Headers.GetValues(header)), StringComparison.Ordinal);
        }
    }
}
