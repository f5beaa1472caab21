using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing.Ledger;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress status</c>: who got an edition.</summary>
internal static class StatusCommand
{
    // More than these fill a screen, and a server that is down gives thousands.
    private const int MostShown = 20;

    private static readonly ImmutableArray<DeliveryState> Unsettled =
        [DeliveryState.Deferred, DeliveryState.Failed, DeliveryState.Suppressed, DeliveryState.Unknown];

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var issue = IssueArgument.Create(terminal, options);
        var command = new DeskCommand(
            "status",
            "Shows how far the sending of an issue is, and who has not got it and why; with --verbose, what happened to each address. Exits 2 while it is not finished.",
            "secpress status 2017-06",
            "secpress status 2017-06 --verbose") { issue };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            RunAsync(desk, arguments.GetRequiredValue(issue), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string given, CancellationToken cancellationToken)
    {
        if (SettingsReader.ReadOrReport(desk) is not { } settings)
        {
            return ExitCode.Content;
        }

        await using var store = StoreOpener.Open(desk, settings);

        // What was sent is known by its slug, though the issue may be gone or unreadable now.
        var status = await store.Ledger.StatusAsync(given, cancellationToken);
        if (status is null)
        {
            var diagnostics = new DiagnosticBag();
            if (new BuildPipeline(PipelineRequest.Now(desk), diagnostics).Read(cancellationToken) is not { } site)
            {
                return desk.Report(diagnostics);
            }

            if (IssueArgument.Find(desk, site, given) is not { } issue)
            {
                return ExitCode.Usage;
            }

            status = await store.Ledger.StatusAsync(issue.Slug, cancellationToken);
            if (status is null)
            {
                desk.Say($"{issue.Slug}: nothing has been sent");
                return ExitCode.Fine;
            }
        }

        StatusPrinter.Print(desk, status, settings.TimeZone);
        await SayDeliveriesAsync(desk, store.Ledger, status, settings.TimeZone, cancellationToken);
        return status.IsFinished ? ExitCode.Fine : ExitCode.DeliveryIncomplete;
    }

    private static async Task SayDeliveriesAsync(
        Desk desk, ILedger ledger, EditionStatus status, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var shown = 0;
        await foreach (var delivery in ledger.ListAsync(status.Edition.Id, desk.IsVerbose ? [] : Unsettled, cancellationToken))
        {
            if (shown == MostShown && !desk.IsVerbose)
            {
                desk.Say($"  … and {Plural.Of(Unsettled.Sum(status.Count) - shown, "more address", "more addresses")}; --verbose lists everyone");
                break;
            }

            StatusPrinter.Print(desk, delivery, zone);
            shown++;
        }
    }
}
