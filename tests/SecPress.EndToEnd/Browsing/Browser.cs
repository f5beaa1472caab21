using System.Collections.ObjectModel;
using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Browsing;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Dark">Whether the reader prefers a dark scheme.</param>
internal sealed record View(int Width, bool Dark = false)
{
    public override string ToString() => $"{Width} px, {(Dark ? "dark" : "light")}";
}

/// <summary>A Chromium of our own, without a window and with a profile of its own, that reaches this machine only.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private readonly TemporaryFolder profile = new();
    private readonly ChromeDriver driver;

    public Browser()
    {
        try
        {
            var chromium = Requirement.Program("chromium", "chromium");
            var chromeDriver = Requirement.Program("chromedriver", "chromium-driver");
            var options = new ChromeOptions { BinaryLocation = chromium };
            options.AddArguments(
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", $"--user-data-dir={profile.Path}");
            options.SetLoggingPreference(LogType.Browser, LogLevel.All);
            options.SetLoggingPreference("performance", LogLevel.All);
            var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(chromeDriver), Path.GetFileName(chromeDriver));
            driver = new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
            driver.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromMinutes(1);
        }
        catch
        {
            profile.Dispose();
            throw;
        }
    }

    /// <summary>Whether pages run scripts. What these tests themselves ask of a page works either way.</summary>
    public bool RunsScripts
    {
        set => driver.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new() { ["value"] = !value });
    }

    public string VisibleText => (string)driver.ExecuteScript("return document.body.innerText")!;

    public void Open(Uri address, View view)
    {
        driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = view.Width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
        {
            ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = view.Dark ? "dark" : "light" } },
        });
        Drain(LogType.Browser);
        Drain("performance");
        driver.Navigate().GoToUrl(address);
    }

    /// <summary>What axe finds wrong, with every rule on but those given.</summary>
    public IEnumerable<string> AxeViolations(params string[] rulesOff)
    {
        driver.ExecuteScript(AxeScript);
        var found = (IEnumerable<object>)driver.ExecuteAsyncScript(
            """
            const [off, done] = arguments;
            axe.run(document, { resultTypes: ['violations'], rules: Object.fromEntries(off.map(id => [id, { enabled: false }])) })
              .then(r => done(r.violations.map(v => `${v.id}: ${v.help}, at ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' and ')}`)), e => done(['axe failed: ' + e]));
            """, (object)rulesOff)!;
        return found.Cast<string>();
    }

    /// <summary>How many pixels the page is wider than its window. One is no more than a width rounded up.</summary>
    public long Overflow => (long)driver.ExecuteScript(
        "const page = document.scrollingElement, over = page.scrollWidth - page.clientWidth; return over > 1 ? over : 0")!;

    /// <summary>Errors on the console since the page was opened, failed requests among them.</summary>
    public IEnumerable<string> ConsoleErrors() =>
        Drain(LogType.Browser).Where(entry => entry.Level >= LogLevel.Severe).Select(entry => entry.Message);

    /// <summary>Everything on the console since the page was opened: warnings of the browser's own are among it.</summary>
    public IEnumerable<string> ConsoleMessages() => Drain(LogType.Browser).Select(entry => entry.Message);

    /// <summary>Whether a script that is put into the page's text does not run.</summary>
    public bool StopsInlineScript() => (bool)driver.ExecuteScript(
        """
        const script = document.createElement('script');
        script.textContent = 'window.ranInline = true';
        document.head.append(script);
        return window.ranInline === undefined;
        """)!;

    /// <summary>The type of the first block of structured data, as schema.org names it.</summary>
    public string FirstDataBlockType() => (string)driver.ExecuteScript(
        "return JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']")!;

    /// <summary>Everything that the page asked for over the network since it was opened.</summary>
    public IEnumerable<string> Requests()
    {
        foreach (var entry in Drain("performance"))
        {
            using var json = JsonDocument.Parse(entry.Message);
            var message = json.RootElement.GetProperty("message");
            if (message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            {
                yield return message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!;
            }
        }
    }

    public Uri Address => new(driver.Url);

    /// <summary>What has the focus: its id, or else its text.</summary>
    public string Focused => (string)driver.ExecuteScript("return document.activeElement.id || document.activeElement.innerText")!;

    /// <summary>Types with the keyboard into what has the focus.</summary>
    public void Type(string keys) => driver.SwitchTo().ActiveElement().SendKeys(keys);

    /// <summary>Presses Tab until the element of a selector has the focus, and says how often; it must come within a few dozen stops.</summary>
    public int TabTo(string selector)
    {
        for (var stops = 0; stops < 40; stops++)
        {
            if ((bool)driver.ExecuteScript("return document.activeElement.matches(arguments[0])", selector)!)
            {
                return stops;
            }

            Type(Keys.Tab);
        }

        throw new InvalidOperationException($"The keyboard does not reach {selector}.");
    }

    public void GoBack() => driver.Navigate().Back();

    /// <summary>Waits until the text of an element holds something, and gives the text.</summary>
    public string WaitFor(string selector, string text)
    {
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (true)
        {
            var found = string.Join('\n', Texts(selector));
            if (found.Contains(text, StringComparison.Ordinal))
            {
                return found;
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new InvalidOperationException($"{selector} has '{found}' and not '{text}'.");
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>Waits until a script gives a text that holds something, however often the page is loaded anew meanwhile.</summary>
    public void WaitUntil(string script, string text)
    {
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        string? found = null;
        while (found?.Contains(text, StringComparison.Ordinal) != true)
        {
            if (DateTime.UtcNow > deadline)
            {
                throw new InvalidOperationException($"'{script}' gives '{found}' and not '{text}'.");
            }

            Thread.Sleep(20);
            try
            {
                found = driver.ExecuteScript(script)?.ToString();
            }
            catch (WebDriverException)
            {
                // Between two pages there is none to ask.
            }
        }
    }

    /// <summary>The visible texts of the elements of a selector.</summary>
    public IReadOnlyList<string> Texts(string selector) =>
        [.. ((IEnumerable<object>)driver.ExecuteScript("return Array.from(document.querySelectorAll(arguments[0]), e => e.innerText)", selector)!).Cast<string>()];

    /// <summary>What a script of the test gives as a text.</summary>
    public string? Evaluate(string script, params object[] values) => (string?)driver.ExecuteScript(script, values);

    /// <summary>Presses Tab on a page just opened and says what is wrong with where that leads, or null: it should be a link into the page, seen.</summary>
    public string? FirstStopFault()
    {
        driver.SwitchTo().ActiveElement().SendKeys(Keys.Tab);
        return (string?)driver.ExecuteScript(
            """
            const link = document.activeElement, href = link.getAttribute('href') ?? '', box = link.getBoundingClientRect();
            if (!href.startsWith('#')) return `the first stop is ${link.outerHTML.slice(0, 160)}`;
            const target = document.getElementById(href.slice(1));
            if (!target) return `${href} leads nowhere`;
            if (!target.closest('main')) return `${href} does not lead to the main part`;
            if (box.width < 24 || box.height < 24 || box.left < 0 || box.top < 0 || box.right > innerWidth) return 'the focused link is not to be seen';
            return null;
            """);
    }

    public void Dispose()
    {
        driver.Quit();
        driver.Dispose();
        profile.Dispose();
    }

    private ReadOnlyCollection<LogEntry> Drain(string log) => driver.Manage().Logs.GetLog(log);
}
