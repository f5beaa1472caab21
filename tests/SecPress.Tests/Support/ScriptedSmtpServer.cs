using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecPress.Tests.Support;

/// <summary>When the server may do something else than a good server does.</summary>
internal enum SmtpMoment
{
    Greeting,
    Hello,
    Authenticate,
    MailFrom,
    RecipientTo,
    Data,

    /// <summary>When the first line of the body has arrived.</summary>
    MidBody,

    /// <summary>When the final dot has arrived.</summary>
    FinalDot,
}

/// <param name="Connection">Counted from 1.</param>
/// <param name="Recipient">Of the message under way; empty before RCPT.</param>
internal sealed record SmtpTurn(SmtpMoment Moment, int Connection, string Recipient);

internal sealed record ReceivedMail(string From, string To, byte[] Bytes, int Connection)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>A mail server on the loopback that follows a script: any answer at any moment, or a lost connection.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>Closes the connection instead of answering.</summary>
    public const string Drop = "drop";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;
    private int connections;

    public ScriptedSmtpServer(Func<SmtpTurn, string?>? script = null)
    {
        Script = script ?? (_ => null);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Answers a turn, or null to be a good server.</summary>
    public Func<SmtpTurn, string?> Script { get; set; }

    public string[] Extensions { get; init; } = ["PIPELINING", "SIZE 10000000", "8BITMIME", "ENHANCEDSTATUSCODES", "AUTH PLAIN"];

    /// <summary>Messages whose final dot was answered with 250, in order.</summary>
    public ConcurrentQueue<ReceivedMail> Accepted { get; } = new();

    /// <summary>Messages whose final dot arrived, whatever the answer.</summary>
    public ConcurrentQueue<ReceivedMail> Complete { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    public int Connections => connections;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                sessions.Add(ServeAsync(client, Interlocked.Increment(ref connections)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await new Session(this, client.GetStream(), number).RunAsync(stopping.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
            }
        }
    }

    private sealed class Session(ScriptedSmtpServer server, NetworkStream stream, int number)
    {
        private readonly StreamReader lines = new(stream, Encoding.Latin1);
        private string from = "";
        private string to = "";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            if (!await AnswerAsync(SmtpMoment.Greeting, "220 test ready"))
            {
                return;
            }

            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                server.Commands.Enqueue(line);
                var goOn = line.Split(' ', 2)[0].ToUpperInvariant() switch
                {
                    "EHLO" or "HELO" => await AnswerAsync(SmtpMoment.Hello, Hello()),
                    "AUTH" => await AnswerAsync(SmtpMoment.Authenticate, "235 2.7.0 welcome"),
                    "MAIL" => await BeginAsync(line),
                    "RCPT" => await AddressAsync(line),
                    "DATA" => await TakeBodyAsync(cancellationToken),
                    "RSET" or "NOOP" => await SayAsync("250 2.0.0 ok"),
                    "QUIT" => await SayAsync("221 2.0.0 bye") && false,
                    _ => await SayAsync("500 5.5.1 what?"),
                };
                if (!goOn)
                {
                    return;
                }
            }
        }

        private string Hello()
        {
            string[] all = ["test", .. server.Extensions];
            return string.Join("\r\n", all.Select((e, i) => (i < all.Length - 1 ? "250-" : "250 ") + e));
        }

        private Task<bool> BeginAsync(string line)
        {
            (from, to) = (PathOf(line), "");
            return AnswerAsync(SmtpMoment.MailFrom, "250 2.1.0 ok");
        }

        private Task<bool> AddressAsync(string line)
        {
            to = PathOf(line);
            return AnswerAsync(SmtpMoment.RecipientTo, "250 2.1.5 ok");
        }

        private async Task<bool> TakeBodyAsync(CancellationToken cancellationToken)
        {
            var answer = server.Script(Turn(SmtpMoment.Data)) ?? "354 go ahead";
            if (answer == Drop || !await SayAsync(answer) || !answer.StartsWith("354", StringComparison.Ordinal))
            {
                return answer != Drop;
            }

            var body = new StringBuilder();
            for (var first = true; await lines.ReadLineAsync(cancellationToken) is { } line; first = false)
            {
                if (first && server.Script(Turn(SmtpMoment.MidBody)) == Drop)
                {
                    return false;
                }

                if (line == ".")
                {
                    return await FinishAsync(body.ToString());
                }

                body.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            return false;
        }

        private async Task<bool> FinishAsync(string body)
        {
            var mail = new ReceivedMail(from, to, Encoding.Latin1.GetBytes(body), number);
            server.Complete.Enqueue(mail);
            var answer = server.Script(Turn(SmtpMoment.FinalDot)) ?? $"250 2.0.0 Ok: queued as Q{server.Complete.Count}";
            if (answer == Drop)
            {
                return false;
            }

            if (answer.StartsWith("250", StringComparison.Ordinal))
            {
                server.Accepted.Enqueue(mail);
            }

            return await SayAsync(answer);
        }

        private async Task<bool> AnswerAsync(SmtpMoment moment, string good)
        {
            var answer = server.Script(Turn(moment)) ?? good;
            return answer != Drop && await SayAsync(answer) && !answer.StartsWith("421", StringComparison.Ordinal);
        }

        private async Task<bool> SayAsync(string answer)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"));
            return true;
        }

        private SmtpTurn Turn(SmtpMoment moment) => new(moment, number, to);

        private static string PathOf(string line) =>
            Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line[(line.IndexOf('<') + 1)..line.IndexOf('>')]));
    }
}
