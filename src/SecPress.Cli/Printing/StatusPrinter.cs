using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SecPress.Mailing.Ledger;

namespace SecPress.Cli.Printing;

/// <summary>How far the sending of an edition is, as a person reads it: every state that holds anybody, and the sum.</summary>
internal static class StatusPrinter
{
    private static readonly ZonedDateTimePattern Moment =
        ZonedDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm '('z')'", null);

    public static void Print(Desk desk, EditionStatus status, DateTimeZone zone)
    {
        string At(Instant instant) => StatusPrinter.At(instant, zone);

        var edition = status.Edition;
        var revision = edition.Revision > 0 ? $", revision {edition.Revision}" : "";
        desk.Say($"{edition.Issue}{revision}: \"{edition.Subject}\", begun {At(edition.SealedAt)}");
        foreach (var state in Enum.GetValues<DeliveryState>().Where(s => status.Count(s) > 0))
        {
            desk.Say(Line(state.ToString().ToLowerInvariant(), status.Count(state)));
        }

        desk.Say(Line("in all", edition.Audience));
        desk.Say(
            status.IsFinished ? "finished" + (edition.FinishedAt is { } finished ? " " + At(finished) : "")
            : status.NextAttempt is { } next ? $"not finished: 'secpress send {edition.Issue}' goes on, at the earliest {At(next)}"
            : status.Waiting > 0 ? $"not finished: 'secpress send {edition.Issue}' goes on"
            : "not finished: nobody can tell whether the unknown ones arrived");
    }

    /// <summary>What happened to one recipient's copy: address, state, when, and the server's words.</summary>
    public static void Print(Desk desk, Delivery delivery, DateTimeZone zone)
    {
        var queue = delivery.QueueId is { } id ? $" as {id}" : "";
        var reply = delivery.Reply.Length > 0 ? ": " + delivery.Reply : "";
        var next = delivery.NextAttempt is { } at ? $", again at {At(at, zone)}" : "";
        desk.Say($"  {delivery.Address}: {delivery.State.ToString().ToLowerInvariant()}{queue} {At(delivery.ChangedAt, zone)}{next}{reply}");
    }

    private static string At(Instant instant, DateTimeZone zone) => Moment.Format(instant.InZone(zone));

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"  {name,-12}{count,9:N0}");
}
