using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Editions;

namespace SecPress.Mailing.Stores.Sqlite;

internal sealed class SqliteLedger(SqliteStore store) : ILedger
{
    public async Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        FileStream turn;
        try
        {
            // The system gives the lock back when its holder dies, however it dies. The file stays: deleting it would let two in.
            turn = new FileStream(store.Path + ".sending", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }

        try
        {
            // Whoever held a lease is gone, so it has run out whatever its time says.
            await store.WriteAsync(writer => Settle(writer, edition: null, expired: long.MaxValue), cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public Task<SealResult> SealAsync(SealRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.WriteAsync(
            writer => FindEdition(writer, request.Issue) is { } begun
                ? new SealResult(begun.Sha256 == request.Edition.Sha256 && begun.Revision == request.Revision ? SealOutcome.Resumed : SealOutcome.Changed, begun)
                : Seal(writer, request),
            cancellationToken);
    }

    public Task<ImmutableArray<Claim>> ClaimAsync(long editionId, string owner, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return store.WriteAsync(
            writer =>
            {
                Settle(writer, editionId, writer.Now);
                return Claim(writer, editionId, owner, count);
            },
            cancellationToken);
    }

    public Task<ImmutableArray<StepResult>> ApplyAsync(IReadOnlyList<DeliveryStep> steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return store.WriteAsync(writer => steps.Select(step => SqliteSteps.Apply(writer, step)).ToImmutableArray(), cancellationToken);
    }

    public Task<EditionStatus?> StatusAsync(string issue, CancellationToken cancellationToken) => store.WriteAsync(
        writer =>
        {
            if (FindEdition(writer, issue) is not { } found)
            {
                return null;
            }

            writer.Command(NamedQueries.Ledger, "finish").With("@edition", found.Id).With("@now", writer.Now).ExecuteNonQuery();
            var next = writer.Command(NamedQueries.Ledger, "next-attempt").With("@edition", found.Id).ExecuteScalar() as long?;
            return new EditionStatus(
                FindEdition(writer, issue)!, Counts(writer, found.Id), next is { } at ? Instant.FromUnixTimeMilliseconds(at) : null);
        },
        cancellationToken);

    public async IAsyncEnumerable<Delivery> ListAsync(
        long editionId, ImmutableArray<DeliveryState> states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = store.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = NamedQueries.Ledger["list"];
        command.With("@edition", editionId)
            .With("@states", states.IsDefaultOrEmpty ? "" : $"|{string.Join('|', states.Select(StateNames.Of))}|");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new Delivery(
                EmailAddress.Parse(row.GetString(0)), StateNames.Delivery(row.GetString(1)), row.GetInt32(2), row.NullableInstant(3),
                row.GetString(4), row.GetString(5), row.NullableString(6), row.Instant(7));
        }
    }

    public async IAsyncEnumerable<DeliveryEvent> EventsAsync(long editionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = store.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = NamedQueries.Ledger["events"];
        command.With("@edition", editionId);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new DeliveryEvent(
                EmailAddress.Parse(row.GetString(0)), row.Instant(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetString(5));
        }
    }

    private static SealResult Seal(SqliteStore.Writer writer, SealRequest request)
    {
        var edition = request.Edition;
        var id = (long)writer.Command(NamedQueries.Ledger, "seal")
            .With("@issue", request.Issue)
            .With("@revision", request.Revision)
            .With("@sha256", edition.Sha256)
            .With("@subject", edition.Subject)
            .With("@html", edition.Html.Flat)
            .With("@plain", edition.Text.Flat)
            .With("@message_id_domain", request.MessageIdDomain)
            .With("@now", writer.Now)
            .ExecuteScalar()!;
        foreach (var stream in request.Streams)
        {
            writer.Command(NamedQueries.Ledger, "seal-stream").With("@edition", id).With("@stream", stream).ExecuteNonQuery();
        }

        writer.Command(NamedQueries.Ledger, "freeze-audience").With("@edition", id).With("@now", writer.Now).ExecuteNonQuery();
        var audience = (long)writer.Command(NamedQueries.Ledger, "count-audience").With("@edition", id).ExecuteScalar()!;
        if (audience == 0)
        {
            writer.Keep = false;
            return new SealResult(SealOutcome.Nobody, null);
        }

        return new SealResult(SealOutcome.Sealed, FindEdition(writer, request.Issue));
    }

    private static SealedEdition? FindEdition(SqliteStore.Writer writer, string issue)
    {
        using var row = writer.Command(NamedQueries.Ledger, "find-edition").With("@issue", issue).ExecuteReader();
        return !row.Read() ? null : new SealedEdition
        {
            Id = row.GetInt64(0),
            Issue = row.GetString(1),
            Revision = row.GetInt32(2),
            Sha256 = row.GetString(3),
            Subject = row.GetString(4),
            Html = MergeText.Parse(row.GetString(5)),
            Text = MergeText.Parse(row.GetString(6)),
            MessageIdDomain = row.GetString(7),
            SealedAt = row.Instant(8),
            FinishedAt = row.NullableInstant(9),
            Audience = row.GetInt32(10),
            Streams = row.NullableString(11)?.Split('\n').ToImmutableArray() ?? [],
        };
    }

    private static bool Settle(SqliteStore.Writer writer, long? edition, long expired)
    {
        writer.Command(NamedQueries.Ledger, "settle-claimed").With("@edition", edition).With("@expired", expired).With("@now", writer.Now).ExecuteNonQuery();
        var lost = new List<(long Edition, string Key, string Address, int Attempt)>();
        using (var row = writer.Command(NamedQueries.Ledger, "settle-sending")
            .With("@edition", edition).With("@expired", expired).With("@now", writer.Now).ExecuteReader())
        {
            while (row.Read())
            {
                lost.Add((row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)));
            }
        }

        foreach (var copy in lost)
        {
            SqliteSteps.Note(writer, copy.Edition, copy.Key, copy.Address, "unknown", copy.Attempt, "", "the sender stopped before it noted an answer");
        }

        return lost.Count > 0;
    }

    private static ImmutableArray<Claim> Claim(SqliteStore.Writer writer, long editionId, string owner, int count)
    {
        var taken = new List<(string Key, EmailAddress Address, int Attempts, Instant? First, long Fence)>();
        using (var row = writer.Command(NamedQueries.Ledger, "claim")
            .With("@edition", editionId).With("@owner", owner).With("@count", count)
            .With("@lease_until", writer.Now + (long)Leases.Claimed.TotalMilliseconds).With("@now", writer.Now).ExecuteReader())
        {
            while (row.Read())
            {
                taken.Add((row.GetString(0), EmailAddress.Parse(row.GetString(1)), row.GetInt32(2), row.NullableInstant(3), row.GetInt64(4)));
            }
        }

        return [.. taken.Select(copy => new Claim(editionId, RecipientOf(writer, copy.Key, copy.Address), copy.Attempts + 1, copy.First, copy.Fence))];
    }

    private static Recipient RecipientOf(SqliteStore.Writer writer, string key, EmailAddress address)
    {
        using var row = writer.Command(NamedQueries.Ledger, "recipient").With("@key", key).ExecuteReader();

        // Somebody deleted since the audience was frozen is found out when the copy is begun.
        return row.Read()
            ? new Recipient(address, row.GetString(0), row.GetString(1)) { Language = row.NullableString(2), Fields = FieldJson.Read(row.GetString(3)) }
            : new Recipient(address, "", "");
    }

    private static ImmutableSortedDictionary<DeliveryState, int> Counts(SqliteStore.Writer writer, long editionId)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<DeliveryState, int>();
        using var row = writer.Command(NamedQueries.Ledger, "counts").With("@edition", editionId).ExecuteReader();
        while (row.Read())
        {
            counts.Add(StateNames.Delivery(row.GetString(0)), row.GetInt32(1));
        }

        return counts.ToImmutable();
    }
}
