using System.Collections.Immutable;
using System.Data.Common;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Messages;
using SecPress.Mailing.Smtp;
using SecPress.Mailing.Stores;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Settings;

namespace SecPress.Mailing;

/// <summary>One edition to many people: nobody skipped, nobody mailed twice, and for every address an answer to what happened.</summary>
public sealed class Mailer
{
    private readonly SiteSettings site;
    private readonly IMailStore store;
    private readonly MailerOptions options;

    public Mailer(SiteSettings site, IMailStore store, MailerOptions options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        (this.site, this.store, this.options) = (site, store, options);
    }

    private Instant Now => Instant.FromDateTimeOffset(options.Clock.GetUtcNow());

    /// <summary>
    /// Sends an edition, or goes on with one begun before, until nothing is due. What was begun stays as it was sealed: when the
    /// issue has changed since, nothing is sent unless <paramref name="continueSealed"/> finishes the sealed one.
    /// </summary>
    /// <exception cref="InvalidOperationException">The site has no relay; see <see cref="RehearseAsync"/>.</exception>
    public async Task<SendReport> SendAsync(
        Edition edition, bool continueSealed = false, IProgress<SendProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var diagnostics = new DiagnosticBag();
        DeliveryChecks.CheckIssue(edition.Issue, site.TimeZone, Now, diagnostics);
        var relays = CheckedRelays(diagnostics);
        if (diagnostics.HasErrors)
        {
            return Refused(diagnostics);
        }

        await using var turn = await store.Ledger.TakeTurnAsync(cancellationToken);
        if (turn is null)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.AnotherSender, null, "another secpress is sending from this store", "Wait until it has ended, or stop it."));
            return Refused(diagnostics);
        }

        var begun = await store.Ledger.SealAsync(new SealRequest(edition, MessageTemplate.DefaultMessageIdDomain(site)), cancellationToken);
        if (begun.Outcome == SealOutcome.Nobody)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.NoSubscribers, null, $"no active subscriber takes {string.Join(", ", edition.Issue.EmailStreams)}",
                "Import a list with `secpress subscribers import`, or check email.streams of the issue.")
            { Path = edition.Issue.Source.Path });
            return Refused(diagnostics);
        }

        if (begun.Outcome == SealOutcome.Changed && !continueSealed)
        {
            diagnostics.Add(Changed(edition, begun.Edition!));
            return Refused(diagnostics, await store.Ledger.StatusAsync(edition.Issue.Slug, cancellationToken));
        }

        var before = (await store.Ledger.StatusAsync(edition.Issue.Slug, cancellationToken))!;
        if (before.Waiting > 0)
        {
            using var run = new SendRun(
                before.Edition, before.Waiting, MessageTemplate.Create(site, before.Edition), SenderAddress, store.Ledger, relays,
                options, progress, diagnostics, cancellationToken);
            try
            {
                await run.RunAsync();
            }
            catch (Exception e) when (e is DbException or IOException)
            {
                return StoreFailed(before, e, diagnostics);
            }
        }

        var after = (await store.Ledger.StatusAsync(edition.Issue.Slug, CancellationToken.None))!;
        return new SendReport(after.IsFinished ? SendOutcome.Complete : SendOutcome.Incomplete, after, diagnostics.ToSorted());
    }

    /// <summary>Sends an edition to a few addresses, subscribed or not, outside the ledger and marked as a test.</summary>
    public async Task<TestReport> TestAsync(Edition edition, ImmutableArray<EmailAddress> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var diagnostics = new DiagnosticBag();
        var relays = CheckedRelays(diagnostics);
        if (diagnostics.HasErrors)
        {
            return new TestReport([], diagnostics.ToSorted());
        }

        var opening = await relays.OpenAsync(cancellationToken);
        if (opening.Connection is null)
        {
            diagnostics.Add(new Diagnostic(
                DeliveryRules.RelayRefused, null, $"no relay takes our mail: {opening.Failure}", "Check the relays in site.yml and the network."));
            return new TestReport([], diagnostics.ToSorted());
        }

        var template = MessageTemplate.Create(site, edition, Now, "[Test] ");
        var deliveries = ImmutableArray.CreateBuilder<TestDelivery>();
        await using var connection = opening.Connection;
        foreach (var recipient in recipients)
        {
            var result = connection.IsOpen
                ? await connection.SendAsync(SenderAddress, recipient, template.For(new Recipient(recipient, "", MessageTemplate.SampleToken)), cancellationToken)
                : new Transmission.Lost(BodyWasComplete: false, "the connection was closed before it was this address's turn");
            deliveries.Add(result switch
            {
                Transmission.Answered answered => new TestDelivery(
                    recipient, ReplyClassifier.Classify(answered.Stage, answered.Reply) == Verdict.Accepted, answered.Reply.ToString()),
                Transmission.Lost lost => new TestDelivery(recipient, false, lost.Detail),
                Transmission.Unfit unfit => new TestDelivery(recipient, false, unfit.Detail),
                _ => throw new InvalidOperationException($"There is no transmission {result.GetType().Name}."),
            });
        }

        return new TestReport(deliveries.ToImmutable(), diagnostics.ToSorted());
    }

    /// <summary>Writes the message of everyone who would be mailed into a folder. Marks nobody as sent, and nothing leaves the machine.</summary>
    public async Task<RehearsalReport> RehearseAsync(
        Edition edition, string folder, IProgress<SendProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var diagnostics = new DiagnosticBag();
        DeliveryChecks.CheckIssue(edition.Issue, site.TimeZone, Now, diagnostics);
        DeliveryChecks.CheckMessage(site, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new RehearsalReport(0, folder, diagnostics.ToSorted());
        }

        var template = MessageTemplate.Create(site, edition, Now);
        var messages = new MessageFolder(folder);
        var written = 0;
        await foreach (var subscriber in store.Subscribers.ListAsync(new SubscriberFilter(Status: SubscriberStatus.Active), cancellationToken))
        {
            if (subscriber.Streams.Intersect(edition.Issue.EmailStreams, StringComparer.Ordinal).Any())
            {
                await messages.WriteAsync(subscriber.Address, template.For(subscriber.ToRecipient()), cancellationToken);
                written++;
                progress?.Report(new SendProgress(written, 0));
            }
        }

        return new RehearsalReport(written, folder, diagnostics.ToSorted());
    }

    /// <summary>Writes the test message of a few addresses into a folder: what <see cref="TestAsync"/> sends, where there is no relay.</summary>
    public async Task<RehearsalReport> RehearseTestAsync(
        Edition edition, ImmutableArray<EmailAddress> recipients, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var diagnostics = new DiagnosticBag();
        DeliveryChecks.CheckMessage(site, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new RehearsalReport(0, folder, diagnostics.ToSorted());
        }

        var template = MessageTemplate.Create(site, edition, Now, "[Test] ");
        var messages = new MessageFolder(folder);
        foreach (var recipient in recipients)
        {
            await messages.WriteAsync(recipient, template.For(new Recipient(recipient, "", MessageTemplate.SampleToken)), cancellationToken);
        }

        return new RehearsalReport(recipients.Length, folder, diagnostics.ToSorted());
    }

    private static SendReport StoreFailed(EditionStatus before, Exception cause, DiagnosticBag diagnostics)
    {
        diagnostics.Add(new Diagnostic(
            DeliveryRules.StoreUnavailable, null, $"the store failed while sending: {cause.Message.TrimEnd('.')}",
            "Make room or mend the store, then send again: it goes on where it stopped, and what was under way is shown as unknown."));
        return new SendReport(SendOutcome.Incomplete, before, diagnostics.ToSorted());
    }

    private string SenderAddress => EmailAddress.Parse(site.Email.From!.Address).Value;

    private RelayPool CheckedRelays(DiagnosticBag diagnostics)
    {
        if (site.Relays.IsEmpty)
        {
            throw new InvalidOperationException("The site has no relay.");
        }

        DeliveryChecks.CheckMessage(site, diagnostics);
        DeliveryChecks.CheckRelays(site, options.Environment, diagnostics);
        return new RelayPool(
            [.. site.Relays.Select(r => (r, r.PasswordEnvironmentVariable is { } name ? options.Environment(name) : null))],
            options.Timeouts, options.Clock);
    }

    private static Diagnostic Changed(Edition edition, SealedEdition begun)
    {
        var (message, mend) = begun.FinishedAt is null
            ? ("it changed since sending began, and some people have the earlier edition",
                "Finish the edition that was begun with `secpress send --continue`, or bring the issue back to what it was.")
            : ("it changed since it was sent", "What was sent cannot be sent again: everyone would be mailed twice.");
        return new Diagnostic(DeliveryRules.EditionChanged, null, message, mend) { Path = edition.Issue.Source.Path };
    }

    private static SendReport Refused(DiagnosticBag diagnostics, EditionStatus? status = null) =>
        new(SendOutcome.Refused, status, diagnostics.ToSorted());
}
