using System.Net;
using SecPress.Model.Links;

namespace SecPress.Web.OutsideLinks;

/// <summary>
/// Asks for one page: HEAD first, GET where a server does not know HEAD, and redirects followed by hand, to see whether they are for
/// good. A site may not lead it into the network it runs in: only an address that the editor wrote may be there.
/// </summary>
internal sealed class LinkProbe(HttpMessageInvoker client, LinkProberOptions options)
{
    private const int MostRedirects = 10;
    private const int UnavailableForLegalReasons = 451;
    private const int RequestDenied = 999;

    public async Task<LinkAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        var at = url;
        var movedTo = (Uri?)null;
        var isForGood = true;
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var response = await FetchAsync(at, isOwn: at.Host == url.Host, cancellationToken);
            if (Target(response, at) is not { } next)
            {
                return Judge(response) is { State: LinkState.Answers } && movedTo is not null
                    ? new LinkAnswer(LinkState.Moved, MovedTo: movedTo.AbsoluteUri)
                    : Judge(response);
            }

            if (next.Scheme is not ("http" or "https"))
            {
                return new LinkAnswer(LinkState.Broken, $"it leads on to {next.Scheme}:");
            }

            isForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            movedTo = isForGood ? next : movedTo;
            at = next;
            await Task.Delay(options.Pause, options.Clock, cancellationToken);
        }

        return new LinkAnswer(LinkState.Broken, $"it leads on more than {MostRedirects} times");
    }

    private async Task<HttpResponseMessage> FetchAsync(Uri url, bool isOwn, CancellationToken cancellationToken)
    {
        var response = await SendAsync(HttpMethod.Head, url, isOwn, cancellationToken);
        if ((int)response.StatusCode >= 400 && response.StatusCode is not (HttpStatusCode.Gone or HttpStatusCode.TooManyRequests))
        {
            response.Dispose();
            await Task.Delay(options.Pause, options.Clock, cancellationToken);
            response = await SendAsync(HttpMethod.Get, url, isOwn, cancellationToken);
        }

        if (WaitOf(response) is { } wait && wait <= options.Patience)
        {
            response.Dispose();
            await Task.Delay(wait, options.Clock, cancellationToken);
            response = await SendAsync(HttpMethod.Get, url, isOwn, cancellationToken);
        }

        return response;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, bool isOwn, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Options.Set(PublicNetwork.IsRequired, !isOwn);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        return await client.SendAsync(request, limit.Token);
    }

    private static Uri? Target(HttpResponseMessage response, Uri at) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location && Uri.TryCreate(at, location, out var next)
            ? next
            : null;

    // RFC 9110, 10.2.3: seconds, or a date.
    private TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is { } after
            ? after.Delta ?? (after.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - options.Clock.GetUtcNow()).Ticks)) : null)
            : null;

    private static LinkAnswer Judge(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        < 300 => new LinkAnswer(LinkState.Answers),
        401 or 403 or 407 or 429 or UnavailableForLegalReasons or RequestDenied => new LinkAnswer(LinkState.Refused, Words(response)),
        _ => new LinkAnswer(LinkState.Broken, Words(response)),
    };

    private static string Words(HttpResponseMessage response) => $"it answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
}
