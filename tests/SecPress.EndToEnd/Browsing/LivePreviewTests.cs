using System.Diagnostics;
using OpenQA.Selenium;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Browsing;

public sealed class LivePreviewTests(ServedSample sample) : IClassFixture<ServedSample>
{
    private const string Source = $"content/issues/{SampleSite.Issue}.md";
    private const string Body = "return document.body.innerText";
    private const string Panel = "return document.querySelector('secpress-findings')?.shadowRoot?.querySelector('section')?.innerText ?? ''";
    private const string PanelIsOpen = "return String(document.querySelector('secpress-findings')?.shadowRoot?.querySelector('section')?.checkVisibility() ?? false)";

    private Uri Issue => new(sample.Address, $"issues/{SampleSite.Issue}/");

    [SkippableFact]
    public async Task A_save_is_seen_at_once_at_the_place_that_was_looked_at()
    {
        var browser = await OpenAsync(() => Issue);
        browser.Evaluate("scrollTo({ top: 900, behavior: 'instant' }); return ''");
        var text = sample.Read(Source);
        sample.Write(Source, text + "\nThis was added while somebody watched.\n");
        browser.WaitUntil(Body, "This was added while somebody watched.");
        browser.WaitUntil("return String(Math.round(scrollY))", "900");
        sample.Write(Source, text);
        browser.WaitUntil("return String(document.body.innerText.includes('while somebody watched'))", "false");
    }

    [SkippableFact]
    public async Task An_error_is_laid_over_the_last_good_page_and_goes_when_it_is_mended()
    {
        var browser = await OpenAsync(() => Issue);
        var text = sample.Read(Source);
        sample.Write(Source, text.Replace("sent: 2017", "sent: <b>someday</b> 2017", StringComparison.Ordinal));
        browser.WaitUntil(PanelIsOpen, "true");
        browser.WaitUntil(Panel, "SP015");
        browser.WaitUntil(Panel, "<b>someday</b>");
        browser.WaitUntil(Panel, $"{Source}:3");
        Assert.Contains("June 2017 Newsletter", browser.VisibleText, StringComparison.Ordinal);
        sample.Write(Source, text);
        browser.WaitUntil(PanelIsOpen, "false");
        browser.WaitUntil(Body, "June 2017 Newsletter");
    }

    [SkippableFact]
    public async Task An_issue_appears_moves_and_goes_under_the_readers_eyes()
    {
        var browser = await OpenAsync(() => new Uri(sample.Address, "issues/2017-10/"));
        Assert.DoesNotContain("A new issue", browser.VisibleText, StringComparison.Ordinal);
        sample.Write("content/issues/2017-10.md", "---\ntitle: A new issue\nsent: 2017-10-26\n---\n\n## News\n\nHere it is.\n");
        browser.WaitUntil(Body, "A new issue");
        sample.Move("content/issues/2017-10.md", "content/issues/2017-11.md");
        browser.WaitUntil("return String(document.body.innerText.includes('A new issue'))", "false");
        browser.Open(new Uri(sample.Address, "issues/2017-11/"), new View(1280));
        browser.WaitUntil(Body, "A new issue");
        sample.Delete("content/issues/2017-11.md");
        browser.WaitUntil("return String(document.body.innerText.includes('A new issue'))", "false");
    }

    [SkippableFact]
    public async Task A_template_is_seen_at_once_and_its_error_is_told_with_the_way_to_it()
    {
        var browser = await OpenAsync(() => new Uri(sample.Address, "about/"));
        sample.Write("templates/web/page.html", "<h1>The site's own page</h1>");
        browser.WaitUntil(Body, "The site's own page");
        sample.Write("templates/web/page.html", "<h1>{{ text.nothing }}</h1>");
        browser.WaitUntil(Panel, "templates/web/page.html:1");
        Assert.Contains("The site's own page", browser.VisibleText, StringComparison.Ordinal);
        sample.Delete("templates/web/page.html");
        browser.WaitUntil(PanelIsOpen, "false");
        browser.WaitUntil("return String(document.body.innerText.includes(\"The site's own page\"))", "false");
    }

    [SkippableFact]
    public async Task A_style_sheet_is_changed_without_loading_the_page()
    {
        var browser = await OpenAsync(() => Issue);
        browser.Evaluate("window.kept = 'kept'; return ''");
        sample.Write("templates/styles/heads.css", "h1 { color: rgb(1, 2, 3); }");
        browser.WaitUntil("return getComputedStyle(document.querySelector('h1')).color", "rgb(1, 2, 3)");
        Assert.Equal("kept", browser.Evaluate("return window.kept"));
        sample.Delete("templates/styles/heads.css");
        browser.WaitUntil("return String(getComputedStyle(document.querySelector('h1')).color !== 'rgb(1, 2, 3)')", "true");
    }

    [SkippableFact]
    public async Task A_key_opens_the_source_of_what_is_selected()
    {
        var browser = await OpenAsync(() => Issue);
        var line = sample.Read(Source).Split('\n').Index().First(l => l.Item.StartsWith("## SEC Governance", StringComparison.Ordinal)).Index + 1;
        browser.Evaluate("getSelection().selectAllChildren(document.getElementById('sec-governance')); return ''");
        browser.Type(Keys.Alt + "e");
        Assert.Equal($"{Source}:{line}", await sample.OpenedAsync());
        browser.Evaluate("getSelection().selectAllChildren(document.querySelector('h1')); return ''");
        browser.Type(Keys.Alt + "e");
        Assert.Equal($"{Source}:2", await sample.OpenedAsync());
    }

    [SkippableTheory]
    [InlineData(390, false)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task The_desk_is_accessible_fits_and_asks_nobody_else(int width, bool dark)
    {
        var browser = await OpenAsync(() => new Uri(sample.Address, $"_secpress/desk/{SampleSite.Issue}"), new View(width, dark));
        // Before axe, which styles what it looks at, as the desk's policy forbids.
        Assert.Empty(browser.ConsoleErrors());
        Assert.Empty(browser.AxeViolations());
        Assert.Equal(0, browser.Overflow);
        Assert.DoesNotContain(browser.Requests(), r => r.StartsWith("http", StringComparison.Ordinal) && !r.StartsWith(sample.Address.AbsoluteUri, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_desk_shows_every_form_of_an_issue_by_its_keys_and_keeps_them_in_step()
    {
        var browser = await OpenAsync(() => new Uri(sample.Address, $"_secpress/desk/{SampleSite.Issue}"));
        foreach (var view in new[] { "4", "5", "6" })
        {
            browser.Type(view);
        }

        browser.WaitUntil("return document.querySelector('[data-pane=web] iframe').contentDocument.body.innerText", "June 2017 Newsletter");
        browser.WaitUntil("return document.querySelector('[data-pane=email] iframe').contentDocument.body.innerText", "June 2017 Newsletter");
        browser.WaitUntil("return document.querySelector('[data-pane=dark] iframe').contentDocument.body.innerText", "June 2017 Newsletter");
        browser.WaitUntil("return document.querySelector('[data-pane=events] li').innerText", "Modifcations Question Hour 14");
        browser.WaitUntil("return document.querySelector('[data-pane=text] pre').innerText", "SEC Governance");
        Assert.Empty(browser.AxeViolations());
        var text = sample.Read(Source);
        sample.Write(Source, text + "\nThis was added for the desk.\n");
        foreach (var pane in new[] { "web", "email", "phone", "dark" })
        {
            browser.WaitUntil($"return document.querySelector('[data-pane={pane}] iframe').contentDocument.body.innerText", "This was added for the desk.");
        }

        browser.WaitUntil("return document.querySelector('[data-pane=text] pre').innerText", "This was added for the desk.");
        sample.Write(Source, text);
        browser.Type(Keys.Alt + "e");
        Assert.Equal($"{Source}:2", await sample.OpenedAsync());
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_it_cleanly()
    {
        var kill = Requirement.Program("kill", "procps");
        using var own = new ServedSample();
        await own.ServeAsync();
        using var browser = new HttpClient();
        using var events = await browser.GetStreamAsync(new Uri(own.Address, "_secpress/events"));
        using var signal = Process.Start(kill, ["-INT", $"{own.Server.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await own.Server.WaitForExitAsync(patience.Token);
        Assert.Equal(0, own.Server.ExitCode);
    }

    /// <summary>Opens a page and waits until it watches for changes.</summary>
    private async Task<Browser> OpenAsync(Func<Uri> address, View? view = null)
    {
        var browser = sample.Browser;
        await sample.ServeAsync();
        browser.Open(address(), view ?? new View(1280));
        browser.WaitUntil("return String((document.documentElement.dataset.secpressVersion ?? '') !== '')", "true");
        return browser;
    }
}
