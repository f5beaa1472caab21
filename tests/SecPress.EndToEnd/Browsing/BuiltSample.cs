using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Browsing;

/// <summary>The sample publication, built, served and open in a browser; made when a test first asks, so that a test can still be skipped.</summary>
public sealed class BuiltSample : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private StaticServer? server;
    private Browser? browser;

    internal Browser Browser => browser ??= new Browser();

    internal string Output => folder.Join("output");

    internal Uri Address => (server ?? throw new InvalidOperationException("The site is not built yet.")).Address;

    /// <summary>Addresses of the pages that readers see; the email editions that the site carries are looked at as emails.</summary>
    internal IReadOnlyList<Uri> Pages { get; private set; } = [];

    internal IReadOnlyList<Uri> Emails { get; private set; } = [];

    internal async Task BuildAsync()
    {
        if (server is not null)
        {
            return;
        }

        var (site, output) = (folder.Join("site"), Output);
        SampleSite.CopyTo(site);
        await SecPressProgram.SucceedAsync("build", "--site", site, "--output", output, "--clock", SampleSite.Clock);
        server = new StaticServer(output);
        var all = Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToLookup(path => path.Split('/').SkipLast(1).Contains("email"), path => new Uri(server.Address, path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path));
        Pages = [.. all[false]];
        Emails = [.. all[true]];
        Assert.NotEmpty(Pages);
        Assert.NotEmpty(Emails);
    }

    public void Dispose()
    {
        browser?.Dispose();
        server?.Dispose();
        folder.Dispose();
    }
}
