using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing.Subscribers;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress subscribers</c>: who takes the newsletter.</summary>
internal static class SubscribersCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options) => new("subscribers", "Keeps the list of subscribers.")
    {
        SubscribersImportCommand.Create(terminal, options),
        List(terminal, options),
        Unsubscribe(terminal, options),
    };

    private static DeskCommand List(Terminal terminal, GlobalOptions options)
    {
        var stream = new Option<string?>("--stream") { Description = "Only those who take this stream.", HelpName = "ID" };
        var status = new Option<SubscriberStatus?>("--status")
        {
            Description = "Only those in this state: pending, active, unsubscribed, bounced, complained or erased.",
            HelpName = "STATUS",
            CustomParser = OptionParser.Of<SubscriberStatus?>(StatusNamed, "pending, active, unsubscribed, bounced, complained or erased"),
        };
        var command = new DeskCommand(
            "list",
            "Lists subscribers by address, one a line with tabs between: address, name, status, streams.",
            "secpress subscribers list",
            "secpress subscribers list --status unsubscribed") { stream, status };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            ListAsync(desk, new SubscriberFilter(arguments.GetValue(stream), arguments.GetValue(status)), cancellationToken));
        return command;
    }

    private static DeskCommand Unsubscribe(Terminal terminal, GlobalOptions options)
    {
        var address = new Argument<string>("address") { Description = "The address that is not to be mailed any more.", HelpName = "ADDRESS" };
        var command = new DeskCommand(
            "unsubscribe",
            "Never mails an address again: no import brings it back.",
            "secpress subscribers unsubscribe reader@example.org") { address };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
            UnsubscribeAsync(desk, arguments.GetRequiredValue(address), cancellationToken));
        return command;
    }

    private static async Task<int> UnsubscribeAsync(Desk desk, string given, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(given, out var address, out var reason))
        {
            return desk.Complain($"'{given}' is no address: {reason}", "Write it as name@example.org.", ExitCode.Usage);
        }

        if (SettingsReader.ReadOrReport(desk) is not { } settings)
        {
            return ExitCode.Content;
        }

        await using var store = StoreOpener.Open(desk, settings);
        await store.Subscribers.SuppressAsync(address, SuppressionReason.Unsubscribed, "asked the editor", cancellationToken);
        desk.Say($"{address} is not mailed any more");
        return ExitCode.Fine;
    }

    private static SubscriberStatus? StatusNamed(string name) =>
        Enum.GetValues<SubscriberStatus>().Cast<SubscriberStatus?>().FirstOrDefault(s => string.Equals(s.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static async Task<int> ListAsync(Desk desk, SubscriberFilter filter, CancellationToken cancellationToken)
    {
        if (SettingsReader.ReadOrReport(desk) is not { } settings)
        {
            return ExitCode.Content;
        }

        await using var store = StoreOpener.Open(desk, settings);
        var table = new TableWriter(desk, "address", "name", "status", "streams");
        await foreach (var subscriber in store.Subscribers.ListAsync(filter, cancellationToken))
        {
            table.Add(
                subscriber.Address.Value, subscriber.Name, subscriber.Status.ToString().ToLowerInvariant(), string.Join(",", subscriber.Streams));
        }

        table.End();
        return ExitCode.Fine;
    }
}
