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
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var issue = IssueArgument.Create();
        var command = new DeskCommand(
            "status",
            "Shows how far the sending of an issue is; with --verbose, also what happened to each address that has not got it. Exits 2 while it is not finished.",
            "secpress status 2017-06",
            "secpress status 2017-06 --verbose") { issue };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            RunAsync(desk, arguments.GetRequiredValue(issue), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string given, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (new BuildPipeline(PipelineRequest.Now(desk), diagnostics).Read(cancellationToken) is not { } site)
        {
            return desk.Report(diagnostics);
        }

        await using var store = StoreOpener.Open(desk, site.Settings);

        // What was sent is known by its slug, though the issue may be gone or unreadable now.
        var status = await store.Ledger.StatusAsync(given, cancellationToken);
        if (status is null)
        {
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

        StatusPrinter.Print(desk, status, site.Settings.TimeZone);
        await SayUnsentAsync(desk, store.Ledger, status.Edition.Id, cancellationToken);
        return status.IsFinished ? ExitCode.Fine : ExitCode.DeliveryIncomplete;
    }

    private static async Task SayUnsentAsync(Desk desk, ILedger ledger, long edition, CancellationToken cancellationToken)
    {
        if (desk.IsVerbose)
        {
            var unsent = ledger.ListAsync(edition, [.. Enum.GetValues<DeliveryState>().Where(s => s != DeliveryState.Sent)], cancellationToken);
            await foreach (var delivery in unsent)
            {
                desk.Say($"  {delivery.Address}: {delivery.State.ToString().ToLowerInvariant()}{(delivery.Reply.Length > 0 ? ": " + delivery.Reply : "")}");
            }
        }
    }
}
