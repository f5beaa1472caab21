namespace SecPress.EndToEnd.Browsing;

public sealed class SitePagesTests(BuiltSample sample) : IClassFixture<BuiltSample>
{
    [SkippableTheory]
    [InlineData(320, false)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Every_page_is_accessible_and_fits_and_asks_nobody_else(int width, bool dark)
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        var view = new View(width, dark);
        var faults = new List<string>();
        foreach (var page in sample.Pages)
        {
            browser.Open(page, view);
            var found = browser.AxeViolations()
                .Concat(browser.ConsoleErrors().Select(error => $"console: {error}"))
                .Concat(browser.Requests().Where(IsForeign).Select(request => $"asks {request}"));
            faults.AddRange(found.Select(fault => $"{page.AbsolutePath} ({view}): {fault}"));
            if (browser.Overflow > 0)
            {
                faults.Add($"{page.AbsolutePath} ({view}): {browser.Overflow} px too wide");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableFact]
    public async Task The_keyboard_stops_first_at_a_link_that_skips_to_the_main_part()
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        foreach (var page in sample.Pages)
        {
            browser.Open(page, new View(1280));
            var fault = browser.FirstStopFault();
            Assert.True(fault is null, $"{page.AbsolutePath}: {fault}");
        }
    }

    [SkippableFact]
    public async Task Every_page_says_the_same_without_JavaScript()
    {
        var browser = sample.Browser;
        await sample.BuildAsync();
        // Searching alone needs scripts; without them its page says so, which SearchTests sees to.
        foreach (var page in sample.Pages.Where(p => p.AbsolutePath != "/search/"))
        {
            browser.Open(page, new View(1280));
            var withScripts = browser.VisibleText;
            browser.RunsScripts = false;
            try
            {
                browser.Open(page, new View(1280));
                Assert.NotEmpty(withScripts);
                Assert.Equal(withScripts, browser.VisibleText);
            }
            finally
            {
                browser.RunsScripts = true;
            }
        }
    }

    private bool IsForeign(string request) =>
        !request.StartsWith(sample.Address.AbsoluteUri, StringComparison.Ordinal)
        && (request.StartsWith("http", StringComparison.Ordinal) || request.StartsWith("ws", StringComparison.Ordinal));
}
