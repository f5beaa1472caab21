using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SecPress.Web;

/// <summary>Serves a preview to browsers on this machine, and to nobody else.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const int MostHeaderBytes = 16 * 1024;
    private const int MostBodyBytes = 4 * 1024;

    private readonly WebApplication application;

    private PreviewServer(WebApplication application, int port) => (this.application, Address) = (application, new Uri($"http://127.0.0.1:{port}/"));

    /// <summary>Ends in a slash.</summary>
    public Uri Address { get; }

    /// <summary>Where the desk is.</summary>
    public Uri Desk => new(Address, Routes.Desk);

    /// <summary>Starts to serve.</summary>
    /// <param name="preview">What is shown.</param>
    /// <param name="port">The port of the loopback address.</param>
    /// <param name="cancellationToken">Ends the start, not the service.</param>
    /// <returns>Null when the port is taken, by a program or by the system.</returns>
    public static async Task<PreviewServer?> StartAsync(IPreview preview, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(preview);
        // The empty builder reads no settings file and no variable: neither may open the server to others, and nothing is logged.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
            options.Limits.MaxRequestBodySize = MostBodyBytes;
            options.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        var answers = new Answers(preview, new RequestGuard(port), application.Lifetime.ApplicationStopping);
        application.Run(answers.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken);
            return new PreviewServer(application, port);
        }
        // A system may keep a port for itself (below 1024, or a range of its own) as well as another program.
        catch (Exception e) when (e is IOException { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            await application.DisposeAsync();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Open event streams end when the application stops; nobody waits for a browser.
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }
}
