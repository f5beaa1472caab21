using Microsoft.Data.Sqlite;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>The moves of one copy. Each changes the row only under its fence and in the state it leaves, and appends an event.</summary>
internal static class SqliteSteps
{
    public static StepResult Apply(SqliteStore.Writer writer, DeliveryStep step)
    {
        var result = step switch
        {
            DeliveryStep.Begin begin => Begin(writer, begin),
            DeliveryStep.Release release => Moved(Keyed(writer, "release", release.Claim)),
            DeliveryStep.Sent sent => Settle(writer, sent.Claim, DeliveryState.Sent, sent.Relay, "", sent.Reply, queueId: sent.QueueId),
            DeliveryStep.Defer defer => Settle(
                writer, defer.Claim, DeliveryState.Deferred, defer.Relay, "", defer.Reply, writer.Now + (long)defer.Delay.TotalMilliseconds),
            DeliveryStep.Fail fail => Settle(writer, fail.Claim, DeliveryState.Failed, fail.Relay, fail.Code, fail.Reply),
            DeliveryStep.Lose lose => Settle(writer, lose.Claim, DeliveryState.Unknown, lose.Relay, "", lose.Detail),
            _ => throw new ArgumentException($"There is no step {step.GetType().Name}.", nameof(step)),
        };
        var (kind, relay, detail) = Describe(step);
        var address = step.Claim.Recipient.Address;
        Note(writer, step.Claim.EditionId, address.Key, address.Value, result switch
        {
            StepResult.Fenced => "late-" + kind,
            StepResult.Suppressed => "suppressed",
            _ => kind,
        }, step.Claim.Attempt, relay, detail);
        if (result == StepResult.Applied)
        {
            Judge(writer, step);
        }

        return result;
    }

    public static void Note(SqliteStore.Writer writer, long edition, string key, string address, string kind, int attempt, string relay, string detail) =>
        writer.Command(NamedQueries.Ledger, "event").With("@edition", edition).With("@key", key).With("@address", address)
            .With("@now", writer.Now).With("@kind", kind).With("@attempt", attempt).With("@relay", relay).With("@detail", detail)
            .ExecuteNonQuery();

    private static StepResult Begin(SqliteStore.Writer writer, DeliveryStep.Begin step)
    {
        var mayBeMailed = writer.Command(NamedQueries.Ledger, "may-be-mailed")
            .With("@edition", step.Claim.EditionId).With("@key", step.Claim.Recipient.Address.Key).ExecuteScalar() is not null;
        if (mayBeMailed)
        {
            return Moved(Keyed(writer, "begin", step.Claim)
                .With("@attempt", step.Claim.Attempt).With("@lease_until", writer.Now + (long)Leases.Sending.TotalMilliseconds));
        }

        var moved = Moved(Keyed(writer, "suppress", step.Claim).With("@reply", "no longer to be mailed"));
        return moved == StepResult.Applied ? StepResult.Suppressed : moved;
    }

    private static StepResult Settle(
        SqliteStore.Writer writer, Claim claim, DeliveryState state, string relay, string code, string reply, long? nextAttempt = null, string? queueId = null) =>
        Moved(Keyed(writer, "settle", claim).With("@state", StateNames.Of(state)).With("@relay", relay).With("@code", code)
            .With("@reply", reply).With("@next_attempt_at", nextAttempt).With("@queue_id", queueId));

    private static SqliteCommand Keyed(SqliteStore.Writer writer, string statement, Claim claim) =>
        writer.Command(NamedQueries.Ledger, statement).With("@edition", claim.EditionId).With("@key", claim.Recipient.Address.Key)
            .With("@fence", claim.Fence).With("@now", writer.Now);

    private static StepResult Moved(SqliteCommand command) => command.ExecuteNonQuery() > 0 ? StepResult.Applied : StepResult.Fenced;

    /// <summary>What the answer says about the address, in the same transaction.</summary>
    private static void Judge(SqliteStore.Writer writer, DeliveryStep step)
    {
        var key = step.Claim.Recipient.Address.Key;
        if (step is DeliveryStep.Sent)
        {
            writer.Command(NamedQueries.Subscribers, "clear-score").With("@key", key).With("@now", writer.Now).ExecuteNonQuery();
        }

        if (step is not DeliveryStep.Fail { Consequence: not AddressConsequence.None } fail)
        {
            return;
        }

        var score = writer.Command(NamedQueries.Subscribers, "score").With("@key", key).With("@now", writer.Now).ExecuteScalar() as long? ?? 0;
        if (fail.Consequence == AddressConsequence.Suppress || (fail.Consequence == AddressConsequence.SuppressOnRepeat && score > 1))
        {
            SqliteSubscribers.Suppress(writer, step.Claim.Recipient.Address, SuppressionReason.Bounced, fail.Reply);
        }
    }

    private static (string Kind, string Relay, string Detail) Describe(DeliveryStep step) => step switch
    {
        DeliveryStep.Begin => ("sending", "", ""),
        DeliveryStep.Release release => ("released", "", release.Reason),
        DeliveryStep.Sent sent => ("sent", sent.Relay, sent.Reply),
        DeliveryStep.Defer defer => ("deferred", defer.Relay, defer.Reply),
        DeliveryStep.Fail fail => ("failed", fail.Relay, fail.Reply),
        DeliveryStep.Lose lose => ("unknown", lose.Relay, lose.Detail),
        _ => throw new ArgumentException($"There is no step {step.GetType().Name}.", nameof(step)),
    };
}
