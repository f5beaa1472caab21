using System.Collections.Immutable;
using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing;
using SecPress.Mailing.Subscribers;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress send</c>: an edition to its subscribers, each exactly once.</summary>
internal static class SendCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var issue = IssueArgument.Create(terminal, options);
        var test = new Option<string[]>("--test")
        {
            Description = "Send to these addresses alone, marked as a test; nobody is counted as sent.",
            HelpName = "ADDRESS",
            AllowMultipleArgumentsPerToken = true,
        };
        var finish = new Option<bool>("--continue") { Description = "Finish sending the edition as it was when sending began, though the issue has changed." };
        var command = new DeskCommand(
            "send",
            "Sends an issue's email edition to everyone who takes it and has not had it. While site.yml names no relay, it writes the messages to outbox/ instead.",
            "secpress send 2017-06 --test editor@example.org",
            "secpress send 2017-06") { issue, test, finish };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk, arguments.GetRequiredValue(issue), arguments.GetValue(test) ?? [], arguments.GetValue(finish), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string given, string[] test, bool finish, CancellationToken cancellationToken)
    {
        if (RefuseAddresses(desk, test))
        {
            return ExitCode.Usage;
        }

        var (made, exitCode) = new EditionPipeline(desk).Make(given, cancellationToken);
        if (made is null)
        {
            return exitCode;
        }

        await using var store = StoreOpener.Open(desk, made.Publication.Settings);
        var sender = new EditionSender(desk, made, store);
        return test.Length > 0 ? await sender.TestAsync([.. test.Select(EmailAddress.Parse)], cancellationToken)
            : made.Publication.Settings.Relays.IsEmpty ? await sender.RehearseAsync(cancellationToken)
            : await sender.SendAsync(finish, cancellationToken);
    }

    private static bool RefuseAddresses(Desk desk, string[] addresses)
    {
        foreach (var address in addresses)
        {
            if (!EmailAddress.TryParse(address, out _, out var reason))
            {
                desk.Complain($"'{address}' is no address to send to: {reason}", "Write it as name@example.org.", ExitCode.Usage);
                return true;
            }
        }

        return false;
    }
}
