using System.Collections.Immutable;
using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing;
using SecPress.Mailing.Preflight;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress doctor</c>: whether what the program needs around it is there.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var offline = new Option<bool>("--offline") { Description = "Leave the network out: no look-ups, no mail server." };
        var command = new DeskCommand(
            "doctor",
            "Looks at what publishing and sending need, from settings to DNS records and mail servers, and says how to mend what does not work. "
            + "It changes and sends nothing, and exits 3 when something does not work.",
            "secpress doctor",
            "secpress doctor --offline") { offline };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(desk, arguments.GetValue(offline), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, bool offline, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var settings = SettingsReader.Read(desk, diagnostics);
        var findings = new List<Finding> { ConfigurationOf(diagnostics) };
        if (settings is not null)
        {
            findings.AddRange(ComputerExaminer.Examine(settings, desk.SiteFolder));
            findings.AddRange(await ExamineMailAsync(desk, settings, offline, cancellationToken));
        }

        var printer = new FindingPrinter(desk);
        findings.ForEach(printer.Print);
        printer.PrintCount(findings);
        return findings.Any(f => f.Health == Health.Failed) ? ExitCode.Environment : ExitCode.Fine;
    }

    private static async Task<ImmutableArray<Finding>> ExamineMailAsync(
        Desk desk, SiteSettings settings, bool offline, CancellationToken cancellationToken)
    {
        var mail = new MailExaminer(
            settings, desk.SiteFolder, new MailerOptions { Clock = desk.Terminal.Clock, Environment = desk.Terminal.Environment });
        var here = await mail.ExamineHereAsync();
        return offline
            ? [.. here, Finding.Skipped("network", "left out: the sender's DNS records and the mail servers were not looked at")]
            : [.. here, .. await mail.ExamineNetworkAsync(desk.Terminal.TextRecords(), cancellationToken)];
    }

    private static Finding ConfigurationOf(DiagnosticBag diagnostics)
    {
        var found = diagnostics.ToSorted();
        var errors = found.Count(d => d.Severity == Severity.Error);
        return errors > 0
            ? Finding.Failed("settings", found.First(d => d.Severity == Severity.Error).Rule, $"site.yml has {Plural.Of(errors, "error")}", "Run 'secpress check', which shows each with its line.")
            : Finding.Fine("settings", "site.yml is in order");
    }
}
