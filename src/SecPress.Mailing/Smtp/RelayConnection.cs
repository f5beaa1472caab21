using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Smtp;

/// <summary>One connection to one relay.</summary>
internal sealed class RelayConnection : IAsyncDisposable
{
    private readonly RelayClient client;
    private readonly BodyWatcher watcher;
    private readonly SmtpTimeouts timeouts;
    private readonly TimeProvider clock;
    private Deadline? deadline;

    private RelayConnection(Relay relay, SmtpTimeouts timeouts, TimeProvider clock)
    {
        (Relay, this.timeouts, this.clock) = (relay, timeouts, clock);
        watcher = new BodyWatcher(Extend);
        client = new RelayClient(watcher);
    }

    public Relay Relay { get; }

    public string Name => $"{Relay.Host}:{Relay.Port}";

    public bool IsOpen => client.IsConnected;

    public bool IsSecure => client.IsSecure;

    /// <summary>The largest message the relay takes (RFC 1870), in octets; null when it does not say.</summary>
    public uint? MostOctets => client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : null;

    /// <summary>Messages handed over since it was opened.</summary>
    public int Messages { get; private set; }

    /// <summary>Connects, greets, secures and authenticates; what goes wrong is certainly before any message.</summary>
    public static async Task<RelayOpening> OpenAsync(
        Relay relay, string? password, SmtpTimeouts timeouts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connection = new RelayConnection(relay, timeouts, clock);
        try
        {
            await connection.GreetAsync(password, cancellationToken);
            return new RelayOpening(connection, null, IsRefusal: false);
        }
        catch (Exception e) when (IsOfTheWorld(e) && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            await connection.DisposeAsync();
            return new RelayOpening(null, $"{connection.Name}: {Explain(e)}", IsRefusal(e));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands one message over. Being stopped by <paramref name="cancellationToken"/> is one more way to lose the connection.</summary>
    public async Task<Transmission> SendAsync(
        string sender, EmailAddress recipient, byte[] message, CancellationToken cancellationToken)
    {
        if (recipient.NeedsSmtpUtf8 && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            return new Transmission.Unfit($"{Name} does not offer SMTPUTF8, which the address needs");
        }

        using var bytes = new MemoryStream(message, writable: false);
        using var parsed = await MimeMessage.LoadAsync(bytes, persistent: true, CancellationToken.None);
        client.MessageSize = message.Length;
        watcher.Restart();
        Messages++;
        using var limit = LimitTo(timeouts.Exchange, cancellationToken);
        try
        {
            var reply = await client.SendAsync(
                parsed, new MailboxAddress("", sender), [new MailboxAddress("", recipient.Value)], limit.Token);
            return new Transmission.Answered(SmtpStage.Body, new SmtpReply(250, OneLine(reply)));
        }
        catch (SmtpCommandException e)
        {
            return new Transmission.Answered(StageOf(e), new SmtpReply((int)e.StatusCode, OneLine(e.Message)));
        }
        catch (ServiceNotAuthenticatedException e)
        {
            return new Transmission.Answered(SmtpStage.MailFrom, new SmtpReply(530, OneLine(e.Message)));
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            return new Transmission.Lost(watcher.IsBodyComplete, $"{Name}: {Explain(e)}");
        }
        finally
        {
            deadline = null;
        }
    }

    /// <summary>Says goodbye when it can, without waiting long for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            try
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
                await client.DisconnectAsync(quit: true, soon.Token);
            }
            catch (Exception e) when (IsOfTheWorld(e))
            {
                // A server that is gone needs no goodbye.
            }
        }

        client.Dispose();
    }

    private async Task GreetAsync(string? password, CancellationToken cancellationToken)
    {
        var socket = await ConnectAsync(cancellationToken);
        using var limit = LimitTo(timeouts.Exchange, cancellationToken);
        try
        {
            await client.ConnectAsync(socket, Relay.Host, Relay.Port, Security(Relay.Security), limit.Token);
            if (Relay.User is { } user)
            {
                await client.AuthenticateAsync(user, password ?? "", limit.Token);
            }
        }
        finally
        {
            deadline = null;
        }
    }

    /// <summary>A socket without Nagle's delay, which would hold every message up for the other side's delayed acknowledgement.</summary>
    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = new Deadline(timeouts.Connect, clock, cancellationToken);
            await socket.ConnectAsync(Relay.Host, Relay.Port, limit.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Deadline LimitTo(TimeSpan limit, CancellationToken cancellationToken) => deadline = new Deadline(limit, clock, cancellationToken);

    private void Extend(WireEvent wire) => deadline?.Extend(wire == WireEvent.BodyComplete ? timeouts.AfterBody : timeouts.Exchange);

    private static string Explain(Exception e) => OneLine(e switch
    {
        OperationCanceledException => "no answer in time",
        SslHandshakeException => $"no secure connection: {e.InnerException?.Message ?? e.Message}",
        AuthenticationException => $"the user name or password was refused: {e.Message}",
        _ => e.Message,
    });

    private static SecureSocketOptions Security(RelaySecurity security) => security switch
    {
        RelaySecurity.StartTls => SecureSocketOptions.StartTls,
        RelaySecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private SmtpStage StageOf(SmtpCommandException e) => e.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => SmtpStage.MailFrom,
        SmtpErrorCode.RecipientNotAccepted => SmtpStage.RecipientTo,
        _ => watcher.Stage,
    };

    // A server that speaks and says no (5yz) will not change its mind; everything else may be mended by waiting.
    private static bool IsRefusal(Exception e) => e is AuthenticationException or NotSupportedException or SslHandshakeException
        or SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 };

    private static bool IsOfTheWorld(Exception e) => e is IOException or SocketException or ProtocolException or CommandException
        or AuthenticationException or SslHandshakeException or NotSupportedException or OperationCanceledException or ServiceNotConnectedException;

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

/// <param name="Connection">The open connection; null when the relay did not take us.</param>
/// <param name="Failure">Why not.</param>
/// <param name="IsRefusal">Whether the relay said no to us, rather than being out of reach.</param>
internal sealed record RelayOpening(RelayConnection? Connection, string? Failure, bool IsRefusal);
