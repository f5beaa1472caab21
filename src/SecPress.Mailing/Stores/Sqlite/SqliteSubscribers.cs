using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SecPress.Mailing.Subscribers;

namespace SecPress.Mailing.Stores.Sqlite;

internal sealed class SqliteSubscribers(SqliteStore store) : ISubscriberStore
{
    public Task<ImmutableArray<ImportOutcome>> ImportAsync(
        IReadOnlyList<SubscriberRecord> batch, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return store.WriteAsync(writer => batch.Select(record => Import(writer, record)).ToImmutableArray(), cancellationToken, keep: !dryRun);
    }

    public async IAsyncEnumerable<Subscriber> ListAsync(SubscriberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var connection = store.OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = NamedQueries.Subscribers["list"];
        command.With("@stream", filter.Stream).With("@status", filter.Status is { } status ? StateNames.Of(status) : null);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new Subscriber
            {
                Address = EmailAddress.Parse(row.GetString(0)),
                Name = row.GetString(1),
                Status = StateNames.Subscriber(row.GetString(2)),
                Language = row.NullableString(3),
                Fields = FieldJson.Read(row.GetString(4)),
                Token = row.GetString(5),
                Consent = new Consent(row.NullableInstant(6), row.GetString(7), row.GetString(8), row.GetString(9)),
                Streams = row.NullableString(10)?.Split('\n').ToImmutableArray() ?? [],
            };
        }
    }

    public Task SuppressAsync(EmailAddress address, SuppressionReason reason, string detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return store.WriteAsync(
            writer =>
            {
                Suppress(writer, address, reason, detail);
                return true;
            },
            cancellationToken);
    }

    internal static void Suppress(SqliteStore.Writer writer, EmailAddress address, SuppressionReason reason, string detail)
    {
        foreach (var statement in new[] { "suppress", "suppress-subscriber" })
        {
            var command = writer.Command(NamedQueries.Subscribers, statement).With("@key", address.Key)
                .With("@reason", reason.ToString().ToLowerInvariant()).With("@now", writer.Now);
            if (statement == "suppress")
            {
                command.With("@detail", detail);
            }

            command.ExecuteNonQuery();
        }
    }

    private static ImportOutcome Import(SqliteStore.Writer writer, SubscriberRecord record)
    {
        var (known, suppressed) = Find(writer, record.Address);
        if (suppressed || known is { Status: not ("active" or "pending") })
        {
            return ImportOutcome.KeptOut;
        }

        var id = known?.Id ?? Add(writer, record);
        var outcome = known is null ? ImportOutcome.Added : Change(writer, known, known.With(record));
        foreach (var stream in record.Streams)
        {
            var joined = writer.Command(NamedQueries.Subscribers, "join").With("@id", id).With("@stream", stream).With("@now", writer.Now).ExecuteNonQuery();
            if (joined > 0 && outcome == ImportOutcome.Unchanged)
            {
                outcome = ImportOutcome.Updated;
            }
        }

        return outcome;
    }

    private static ImportOutcome Change(SqliteStore.Writer writer, Known known, Known wanted)
    {
        if (wanted == known)
        {
            return ImportOutcome.Unchanged;
        }

        writer.Command(NamedQueries.Subscribers, "change").With("@id", known.Id).With("@name", wanted.Name)
            .With("@language", wanted.Language).With("@fields", wanted.Fields).With("@now", writer.Now).ExecuteNonQuery();
        return ImportOutcome.Updated;
    }

    private static (Known? Known, bool Suppressed) Find(SqliteStore.Writer writer, EmailAddress address)
    {
        using var row = writer.Command(NamedQueries.Subscribers, "find").With("@key", address.Key).ExecuteReader();
        row.Read();
        var known = row.IsDBNull(0) ? null : new Known(row.GetInt64(0), row.GetString(1), row.GetString(2), row.NullableString(3), row.GetString(4));
        return (known, row.GetBoolean(5));
    }

    private static long Add(SqliteStore.Writer writer, SubscriberRecord record) =>
        (long)writer.Command(NamedQueries.Subscribers, "add")
            .With("@key", record.Address.Key)
            .With("@address", record.Address.Value)
            .With("@name", record.Name)
            .With("@language", record.Language)
            .With("@fields", FieldJson.Write(record.Fields))
            .With("@token", SubscriberToken.Create())
            .With("@consent_at", record.Consent.At?.ToUnixTimeMilliseconds())
            .With("@consent_how", record.Consent.How)
            .With("@consent_text", record.Consent.Text)
            .With("@consent_source", record.Consent.Source)
            .With("@now", writer.Now)
            .ExecuteScalar()!;

    private sealed record Known(long Id, string Name, string Status, string? Language, string Fields)
    {
        public Known With(SubscriberRecord record) => this with
        {
            Name = record.Name.Length > 0 ? record.Name : Name,
            Language = record.Language ?? Language,
            Fields = record.Fields.IsEmpty ? Fields : FieldJson.Write(FieldJson.Read(Fields).SetItems(record.Fields)),
        };
    }
}
