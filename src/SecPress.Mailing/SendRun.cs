using System.Threading.Channels;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Messages;
using SecPress.Mailing.Smtp;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing;

/// <summary>
/// One run over an edition: takes copies in batches and hands them to as many workers as there are connections. Every step is
/// durable in the ledger before the next thing is said to a server.
/// </summary>
internal sealed class SendRun : IDisposable
{
    private const int BatchSize = 100;

    // One odd server must not stop an edition.
    private const int DomainsToBlameMessage = 3;

    private readonly SealedEdition edition;
    private readonly MessageTemplate template;
    private readonly string sender;
    private readonly ILedger ledger;
    private readonly Journal journal;
    private readonly RelayPool relays;
    private readonly MailerOptions options;
    private readonly IProgress<SendProgress>? progress;
    private readonly DiagnosticBag diagnostics;
    private readonly int total;
    private readonly string owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource abort;
    private readonly HashSet<string> domainsRefusingMessage = new(StringComparer.Ordinal);
    private int done;

    public SendRun(
        SealedEdition edition, int total, MessageTemplate template, string sender, ILedger ledger, RelayPool relays,
        MailerOptions options, IProgress<SendProgress>? progress, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        (this.edition, this.total, this.template, this.sender, this.ledger) = (edition, total, template, sender, ledger);
        (this.relays, this.options, this.progress, this.diagnostics) = (relays, options, progress, diagnostics);
        journal = new Journal(ledger);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        abort = new CancellationTokenSource();

        // What was begun may end by itself for a while: cutting a message off makes its fate unknown.
        stop.Token.Register(() => abort.CancelAfter(options.Grace));
    }

    public async Task RunAsync()
    {
        var claims = Channel.CreateBounded<Claim>(options.Workers);
        var workers = Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(claims.Reader))).ToList();
        try
        {
            await FeedAsync(claims.Writer);
        }
        finally
        {
            claims.Writer.Complete();
            try
            {
                await Task.WhenAll(workers);
            }
            finally
            {
                await journal.CloseAsync();
            }
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }

    private async Task FeedAsync(ChannelWriter<Claim> claims)
    {
        while (!stop.IsCancellationRequested)
        {
            var batch = await ledger.ClaimAsync(edition.Id, owner, BatchSize);
            if (batch.IsEmpty)
            {
                return;
            }

            // Never cancelled: a claim that is not handed to a worker would not be given back.
            foreach (var claim in batch)
            {
                await claims.WriteAsync(claim);
            }
        }
    }

    private async Task WorkAsync(ChannelReader<Claim> claims)
    {
        RelayConnection? connection = null;
        try
        {
            await foreach (var claim in claims.ReadAllAsync())
            {
                if (stop.IsCancellationRequested || !await WorkAsync(claim))
                {
                    await journal.NoteAsync(new DeliveryStep.Release(claim, "sending was stopped"));
                }
            }
        }
        catch
        {
            // The store failed: without it nothing may be sent. The others must not wait for this worker's share.
            await stop.CancelAsync();
            await foreach (var _ in claims.ReadAllAsync())
            {
            }

            throw;
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }

        async Task<bool> WorkAsync(Claim claim)
        {
            connection = await ReadyAsync(connection);
            if (connection is null)
            {
                return false;
            }

            if (await journal.NoteAsync(new DeliveryStep.Begin(claim)) != StepResult.Applied)
            {
                Advance();
                return true;
            }

            var message = template.For(claim.Recipient);
            var result = await SendAsync(connection, claim, message);
            if (result is Transmission.Lost { BodyWasComplete: false } && !stop.IsCancellationRequested)
            {
                // Servers close idle connections at will, and nothing was taken: once more over a new one, at once.
                connection = await ReadyAsync(connection);
                result = connection is null ? result : await SendAsync(connection, claim, message);
            }

            await SettleAsync(claim, connection?.Name ?? "", result);
            return true;
        }
    }

    private Task<Transmission> SendAsync(RelayConnection connection, Claim claim, byte[] message) =>
        connection.SendAsync(sender, claim.Recipient.Address, message, abort.Token);

    /// <summary>An open connection with room for a message; null when no relay takes us, which stops the run.</summary>
    private async Task<RelayConnection?> ReadyAsync(RelayConnection? connection)
    {
        if (connection is { IsOpen: true } && connection.Messages < options.MessagesPerConnection)
        {
            return connection;
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }

        try
        {
            var opening = await relays.OpenAsync(stop.Token);
            if (opening.Connection is null)
            {
                Stop(
                    DeliveryRules.RelayRefused,
                    $"no relay takes our mail: {opening.Failure}",
                    opening.IsRefusal
                        ? "Check host, port, security, user and password of the relay in site.yml, then send again: it goes on where it stopped."
                        : "Check the network and the relay's address, then send again: it goes on where it stopped.");
            }

            return opening.Connection;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task SettleAsync(Claim claim, string relay, Transmission result)
    {
        var step = result switch
        {
            Transmission.Lost { BodyWasComplete: true } lost => new DeliveryStep.Lose(claim, relay, lost.Detail),
            Transmission.Lost lost when stop.IsCancellationRequested => new DeliveryStep.Release(claim, lost.Detail),
            Transmission.Lost lost => Later(claim, relay, lost.Detail),
            Transmission.Unfit unfit => new DeliveryStep.Fail(claim, relay, unfit.Detail, "5.6.7", AddressConsequence.None),
            Transmission.Answered answered => Judge(claim, relay, answered),
            _ => throw new InvalidOperationException($"There is no transmission {result.GetType().Name}."),
        };
        await journal.NoteAsync(step);
        if (step is not DeliveryStep.Release)
        {
            Advance();
        }
    }

    private DeliveryStep Judge(Claim claim, string relay, Transmission.Answered answered)
    {
        var reply = answered.Reply;
        switch (ReplyClassifier.Classify(answered.Stage, reply))
        {
            case Verdict.Accepted:
                return new DeliveryStep.Sent(claim, relay, reply.ToString(), reply.QueueId);
            case Verdict.Defer:
                return Later(claim, relay, reply.ToString());
            case Verdict.WeAreAtFault:
                Stop(
                    DeliveryRules.RelayRefused, $"{relay} refuses our mail: {reply}",
                    "Ask who runs the relay whether the From address may send over it, then send again: it goes on where it stopped.");
                return new DeliveryStep.Release(claim, reply.ToString());
            case Verdict.MessageAtFault:
                BlameMessage(claim, relay, reply);
                return Refused(claim, relay, reply, AddressConsequence.None);
            case Verdict.FailAndSuppress:
                return Refused(claim, relay, reply, AddressConsequence.Suppress);
            case Verdict.FailAndSuppressOnRepeat:
                return Refused(claim, relay, reply, AddressConsequence.SuppressOnRepeat);
            case Verdict.FailAndScore:
                return Refused(claim, relay, reply, AddressConsequence.Score);
            default:
                return Refused(claim, relay, reply, AddressConsequence.None);
        }
    }

    private static DeliveryStep.Fail Refused(Claim claim, string relay, SmtpReply reply, AddressConsequence consequence) =>
        new(claim, relay, reply.ToString(), reply.Enhanced?.ToString() ?? reply.Code.ToString(), consequence);

    private DeliveryStep Later(Claim claim, string relay, string reason) =>
        RetrySchedule.IsOver(claim.FirstAttemptAt, Instant.FromDateTimeOffset(options.Clock.GetUtcNow()))
            ? new DeliveryStep.Fail(claim, relay, $"given up after {RetrySchedule.GiveUpAfter.TotalHours} hours: {reason}", "4.4.7", AddressConsequence.None)
            : new DeliveryStep.Defer(claim, relay, reason, RetrySchedule.DelayAfter(claim.Attempt, Random.Shared.NextDouble()));

    private void BlameMessage(Claim claim, string relay, SmtpReply reply)
    {
        lock (domainsRefusingMessage)
        {
            domainsRefusingMessage.Add(claim.Recipient.Address.Domain);
            if (domainsRefusingMessage.Count < DomainsToBlameMessage)
            {
                return;
            }
        }

        Stop(
            DeliveryRules.MessageRefused, $"{DomainsToBlameMessage} domains refuse the message itself, the last through {relay}: {reply}",
            "Look at the message with `secpress email`; nobody else was sent it.");
    }

    private void Stop(Rule rule, string message, string mend)
    {
        diagnostics.Add(new Diagnostic(rule, null, message, mend));
        stop.Cancel();
    }

    private void Advance() => progress?.Report(new SendProgress(Interlocked.Increment(ref done), total));
}
