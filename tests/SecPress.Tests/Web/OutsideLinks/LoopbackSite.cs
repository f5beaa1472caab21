using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecPress.Tests.Web.OutsideLinks;

/// <summary>Another site, on this machine: answers each address as a test tells it to, and remembers what it was asked.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private int busy;

    public LoopbackSite()
    {
        listener.Start();
        _ = ListenAsync();
    }

    /// <summary>Such as <c>HEAD /page</c>, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public ConcurrentBag<string> UserAgents { get; } = [];

    /// <summary>The most requests that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <param name="request">A path, or a method and a path: <c>HEAD /page</c>.</param>
    /// <param name="answer">The status line and headers, such as <c>301 Moved\r\nLocation: /new</c>; empty to hang up.</param>
    public LoopbackSite Answer(string request, string answer)
    {
        answers[request] = answer;
        return this;
    }

    public void Dispose()
    {
        if (!stop.IsCancellationRequested)
        {
            stop.Cancel();
            listener.Dispose();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
            var request = (await reader.ReadLineAsync(stop.Token) ?? "").Split(' ');
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref busy));
            for (var line = await reader.ReadLineAsync(stop.Token); !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync(stop.Token))
            {
                if (line.StartsWith("User-Agent: ", StringComparison.Ordinal))
                {
                    UserAgents.Add(line["User-Agent: ".Length..]);
                }
            }

            var (method, path) = (request[0], request[1]);
            Requests.Enqueue($"{method} {path}");
            var answer = answers.GetValueOrDefault($"{method} {path}") ?? answers.GetValueOrDefault(path) ?? "404 Not Found";
            Interlocked.Decrement(ref busy);
            if (answer == "silence")
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            if (answer.Length > 0)
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Whoever asked has gone, or the test is over.
        }
    }
}
