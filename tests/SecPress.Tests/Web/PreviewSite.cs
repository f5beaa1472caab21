using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Preview;
using SecPress.Content;
using SecPress.Content.Watching;
using SecPress.Tests.Support;
using SecPress.Web;

namespace SecPress.Tests.Web;

/// <summary>A small site that is previewed in this process; a test writes a file, tells of it, and asks what a browser would.</summary>
internal sealed class PreviewSite : IAsyncDisposable
{
    public const string June = "---\ntitle: June\nsent: 2017-06-29\nsummary: What happened in June, in one sentence of a fair length.\n---\n\n## News\n\nThe Panel met.\n";

    private readonly TemporaryFolder folder = new();
    private readonly ChangeBatch changes = new(TimeProvider.System);
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false });
    private SitePreview? preview;
    private PreviewServer? server;
    private Task running = Task.CompletedTask;

    public List<string> Started { get; } = [];

    public TemporaryFolder Folder => folder;

    public Uri Address => server!.Address;

    public static async Task<PreviewSite> StartAsync(string settings = "", string editor = "edit {file}:{line}", TimeProvider? time = null)
    {
        var site = new PreviewSite();
        site.folder.Write("site.yml", $"title: The Meter Post\nbase-url: https://post.example.org/\nemail: {{ from: \"Post <post@example.org>\" }}\n{settings}");
        site.folder.Write("content/issues/2017-06.md", June);
        site.folder.Write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n");
        var request = new PreviewRequest(site.folder.Path, time is null ? ClockTime.TryParse("2017-07-01") : null, time ?? TimeProvider.System, 2);
        var opener = new EditorOpener(
            site.folder.Path,
            EditorCommand.Choose(editor, _ => null),
            (program, arguments) => site.Started.Add($"{program} {string.Join(' ', arguments)}".Replace(site.folder.Path, "/site", StringComparison.Ordinal)));
        site.preview = new SitePreview(request, opener);
        for (var tries = 0; site.server is null && tries < 10; tries++)
        {
            site.server = await PreviewServer.StartAsync(site.preview, FreePort(), CancellationToken.None);
        }

        site.running = site.preview.RunAsync(site.changes, site.stop.Token);
        await site.preview.AfterAsync(0, CancellationToken.None);
        return site;
    }

    /// <summary>Writes a file, and waits until the state with it is shown whole.</summary>
    public Task WriteAsync(string path, string text)
    {
        folder.Write(path, text);
        return ChangedAsync(path);
    }

    public Task ChangedAsync(params string[] paths) => FollowAsync(() => changes.Add(new SourceChanges(false, [.. paths])));

    /// <summary>Does something that changes the site, and waits until the state after it is shown whole.</summary>
    public async Task FollowAsync(Action change)
    {
        var version = preview!.Current.Version;
        change();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do
        {
            var next = preview.AfterAsync(version, patience.Token);
            await await Task.WhenAny(next, running);
            version = (await next).Version;
        }
        while (!preview.IsWhole);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        change?.Invoke(request);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<string> TextAsync(string path) => await (await SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();

    public async Task<JsonNode> StateAsync(string page) => JsonNode.Parse(await TextAsync("/_secpress/state?page=" + Uri.EscapeDataString(page)))!;

    /// <summary>The codes of what is wrong with a page, in the order they are shown.</summary>
    public async Task<string> CodesAsync(string page) =>
        string.Join(' ', (await StateAsync(page))["findings"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()));

    public Task<HttpResponseMessage> OpenAsync(string body, string token, string? origin) => SendAsync(HttpMethod.Post, "/_secpress/open", request =>
    {
        request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        request.Headers.Add("X-SecPress-Token", token);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await server!.DisposeAsync();
        client.Dispose();
        stop.Dispose();
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
