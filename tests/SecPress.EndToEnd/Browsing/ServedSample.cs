using System.Diagnostics;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Browsing;

/// <summary>A copy of the sample publication under <c>secpress serve</c>, run as an editor runs it, and a browser to look at it with.</summary>
public sealed class ServedSample : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private Process? server;
    private Browser? browser;

    internal Browser Browser => browser ??= new Browser();

    internal Uri Address { get; private set; } = new("about:blank");

    internal Process Server => server ?? throw new InvalidOperationException("The site is not served yet.");

    /// <summary>The command line that stands in for an editor writes here what it was asked to open.</summary>
    private string Opened => folder.Join("opened.txt");

    internal async Task ServeAsync()
    {
        if (server is not null)
        {
            return;
        }

        SampleSite.CopyTo(folder.Join("site"));
        var port = LoopbackPort.Free();
        server = SecPressProgram.Start(
            "serve", "--site", folder.Join("site"), "--clock", SampleSite.Clock, "--port", $"{port}",
            "--editor", $"sh -c 'echo \"$1\" >> \"$0\"' {Opened} {{file}}:{{line}}");
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Every change", StringComparison.Ordinal))
        {
            // The addresses: the port is known.
        }

        Assert.False(server.HasExited, "secpress serve ended: " + (server.HasExited ? await server.StandardError.ReadToEndAsync() : ""));
        // Nobody reads on, and a full pipe would stop it.
        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    internal string Read(string path) => File.ReadAllText(folder.Join("site", path));

    internal void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Join("site", path))!);
        File.WriteAllText(folder.Join("site", path), text);
    }

    internal void Move(string from, string to) => File.Move(folder.Join("site", from), folder.Join("site", to));

    internal void Delete(string path) => File.Delete(folder.Join("site", path));

    /// <summary>Waits until a file is opened in the editor, and gives its path below the site, and the line.</summary>
    internal async Task<string> OpenedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!File.Exists(Opened) || !File.ReadAllText(Opened).EndsWith('\n'))
        {
            await Task.Delay(20, patience.Token);
        }

        var opened = Path.GetRelativePath(folder.Join("site"), File.ReadAllLines(Opened)[^1]);
        File.Delete(Opened);
        return opened;
    }

    public void Dispose()
    {
        browser?.Dispose();
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }

        server?.Dispose();
        folder.Dispose();
    }
}
