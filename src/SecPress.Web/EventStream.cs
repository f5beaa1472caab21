using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SecPress.Web;

/// <summary>Tells browsers of each new snapshot, as server-sent events (HTML Living Standard, 9.2).</summary>
internal sealed class EventStream(IPreview preview, CancellationToken stopping)
{
    // A browser that is gone is noticed when something is sent to it.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A page that outlived the server it came from learns from this that it speaks with another.
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var version = preview.Current.Version;
            await WriteAsync(context, "retry: 500\n" + Data(version), ended.Token);
            while (true)
            {
                if (await NextAsync(version, ended.Token) is { } next)
                {
                    version = next;
                    await WriteAsync(context, Data(version), ended.Token);
                }
                else
                {
                    await WriteAsync(context, ":\n\n", ended.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The browser went away, or the server stops: there is nobody to tell.
        }
    }

    /// <summary>Null when nothing has happened for the time of a heartbeat.</summary>
    private async Task<long?> NextAsync(long version, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Heartbeat);
        try
        {
            return (await preview.AfterAsync(version, waiting.Token)).Version;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private string Data(long version) => $"data: {JsonSerializer.Serialize(new Change(version, run), WireFormat.Default.Change)}\n\n";

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(text, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
