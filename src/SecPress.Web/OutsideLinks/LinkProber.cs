using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Authentication;
using SecPress.Model.Links;

namespace SecPress.Web.OutsideLinks;

/// <summary>Asks other sites whether their pages are there: one request at a time a host, with a pause in between.</summary>
public sealed class LinkProber(LinkProberOptions options) : IDisposable
{
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = HasProxy() ? null : PublicNetwork.ConnectAsync,
        MaxConnectionsPerServer = 1,
    });

    /// <param name="urls">Absolute, http or https.</param>
    /// <param name="asked">Is told how many have been answered.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<IReadOnlyDictionary<string, LinkAnswer>> AskAsync(
        IEnumerable<string> urls, IProgress<int>? asked = null, CancellationToken cancellationToken = default)
    {
        var answers = new ConcurrentDictionary<string, LinkAnswer>(StringComparer.Ordinal);
        var byHost = urls.Distinct(StringComparer.Ordinal).GroupBy(u => new Uri(u).Authority, StringComparer.OrdinalIgnoreCase).ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Hosts, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(byHost, parallel, async (host, stop) =>
        {
            var isFirst = true;
            foreach (var url in host)
            {
                if (!isFirst)
                {
                    await Task.Delay(options.Pause, options.Clock, stop);
                }

                isFirst = false;
                answers[url] = await AskAsync(new Uri(url), stop);
                asked?.Report(answers.Count);
            }
        });
        return answers;
    }

    public void Dispose() => client.Dispose();

    private async Task<LinkAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await new LinkProbe(client, options).AskAsync(url, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LinkAnswer(LinkState.Unreachable, $"it said nothing for {options.Timeout.TotalSeconds:0} seconds");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new LinkAnswer(LinkState.Unreachable, Words(e));
        }
    }

    private static string Words(Exception exception) => exception switch
    {
        _ when exception.GetBaseException() is AuthenticationException => "its certificate is not trusted",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "there is no such host",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => "there is no such host",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "nothing listens there",
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: null } or HttpRequestException { InnerException: HttpRequestException } =>
            exception.GetBaseException().Message,
        _ => "the connection failed",
    };

    // Behind a proxy it is the proxy that is connected to, and the proxy that says what may be reached.
    private static bool HasProxy() => HttpClient.DefaultProxy.GetProxy(new Uri("https://example.org/")) is { Host: not "example.org" };
}
