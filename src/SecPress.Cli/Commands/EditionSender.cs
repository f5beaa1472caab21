using System.Collections.Immutable;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing;
using SecPress.Mailing.Stores;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary>The ways an edition goes out, and what a person is told of each.</summary>
internal sealed class EditionSender(Desk desk, MadeEdition made, IMailStore store)
{
    private readonly Mailer mailer = new(
        made.Publication.Settings, store, new MailerOptions { Clock = desk.Terminal.Clock, Environment = desk.Terminal.Environment });

    private string Slug => made.Edition.Issue.Slug;

    private string Outbox => Path.Combine(desk.SiteFolder, "outbox", Slug);

    public async Task<int> SendAsync(bool finish, CancellationToken cancellationToken)
    {
        var meter = new Meter();
        var report = await ProgressBar.WatchAsync(
            desk, "Sending", meter, () => mailer.SendAsync(made.Edition, finish, new SendMeter(meter), cancellationToken));
        desk.Report(report.Diagnostics);
        if (report.Status is { } status)
        {
            StatusPrinter.Print(desk, status, made.Publication.Settings.TimeZone);
        }

        return report.Outcome switch
        {
            SendOutcome.Complete => ExitCode.Fine,
            SendOutcome.Incomplete => ExitCode.DeliveryIncomplete,
            _ => CodeOf(report.Diagnostics),
        };
    }

    public async Task<int> RehearseAsync(CancellationToken cancellationToken)
    {
        var meter = new Meter();
        var report = await ProgressBar.WatchAsync(
            desk, "Writing", meter, () => mailer.RehearseAsync(made.Edition, Outbox, new SendMeter(meter), cancellationToken));
        return Rehearsed(report);
    }

    public async Task<int> TestAsync(ImmutableArray<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        if (made.Publication.Settings.Relays.IsEmpty)
        {
            return Rehearsed(await mailer.RehearseTestAsync(made.Edition, addresses, Outbox, cancellationToken));
        }

        var report = await mailer.TestAsync(made.Edition, addresses, cancellationToken);
        desk.Report(report.Diagnostics);
        foreach (var delivery in report.Deliveries)
        {
            desk.Say($"{delivery.Address}: {(delivery.Accepted ? "taken" : "not taken")}: {delivery.Reply}");
        }

        return report.Deliveries.IsEmpty ? CodeOf(report.Diagnostics)
            : report.Deliveries.All(d => d.Accepted) ? ExitCode.Fine
            : ExitCode.DeliveryIncomplete;
    }

    private int Rehearsed(RehearsalReport report)
    {
        if (desk.Report(report.Diagnostics) is not ExitCode.Fine and var wrong)
        {
            return wrong;
        }

        if (report.Messages == 0)
        {
            return desk.Complain(
                $"no active subscriber takes {string.Join(", ", made.Edition.Issue.EmailStreams)}",
                "Import a list with 'secpress subscribers import'.",
                ExitCode.Content);
        }

        desk.Say("Nothing was sent, and nobody is marked as sent: site.yml names no relay.");
        desk.Say($"{Plural.Of(report.Messages, "message")} written to {desk.ShortPath(report.Folder)} as a rehearsal.");
        return ExitCode.Fine;
    }

    // What stands in the way of sending at all: the machine around us, or what the editor wrote.
    private static int CodeOf(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Any(
        d => d.Rule == DeliveryRules.RelayRefused || d.Rule == DeliveryRules.AnotherSender || d.Rule == DeliveryRules.StoreUnavailable)
        ? ExitCode.Environment
        : ExitCode.Content;

    private sealed class SendMeter(Meter meter) : IProgress<SendProgress>
    {
        public void Report(SendProgress value)
        {
            meter.Expect(value.Total);
            meter.Report(value.Done);
        }
    }
}
