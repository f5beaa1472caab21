using System.Net;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Browsing;

/// <summary>Serves a folder on a loopback port as a plain web host does: a folder is its index.html, what is missing is 404.html.</summary>
internal sealed class StaticServer : IDisposable
{
    private readonly string root;
    private readonly HttpListener listener = new();

    public StaticServer(string root)
    {
        this.root = root;
        Address = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The browser went away in the middle of an answer, or the server was disposed: the loop's condition tells which.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = Path.Combine(root, Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/'));
        var file = Directory.Exists(path) ? Path.Combine(path, "index.html") : path;
        using var response = context.Response;
        if (!File.Exists(file))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            file = Path.Combine(root, "404.html");
        }

        // What a careful host sends: nothing on a page may need more.
        if (Path.GetExtension(file) == ".html")
        {
            response.Headers["Content-Security-Policy"] = "script-src 'self'; connect-src 'self'";
        }

        response.ContentType = TypeOf(Path.GetExtension(file));
        if (File.Exists(file))
        {
            await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        }
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".woff2" => "font/woff2",
        ".json" or ".webmanifest" => "application/json",
        ".xml" => "application/xml",
        ".ics" => "text/calendar; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
