using Microsoft.Data.Sqlite;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>
/// A store in one file. Writes go through one connection, one transaction at a time, each durable when it returns; reading lists
/// has a connection of its own, so that a slow reader holds nobody up.
/// </summary>
public sealed class SqliteStore : IMailStore
{
    private readonly TimeProvider clock;
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteStore(string path, SqliteConnection connection, TimeProvider clock)
    {
        (Path, this.connection, this.clock) = (path, connection, clock);
        Subscribers = new SqliteSubscribers(this);
        Ledger = new SqliteLedger(this);
    }

    public ISubscriberStore Subscribers { get; }

    public ILedger Ledger { get; }

    /// <summary>The file, as a full path.</summary>
    public string Path { get; }

    internal long Now => Instant.FromDateTimeOffset(clock.GetUtcNow()).ToUnixTimeMilliseconds();

    /// <summary>Opens or makes the file and brings it to the newest version.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be used, or is newer than the program.</exception>
    public static SqliteStore Open(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            connection = Connect(path);
            SqliteSchema.Migrate(connection, path);
            return new SqliteStore(path, connection, clock);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new StoreUnavailableException(
                new Diagnostic(DeliveryRules.StoreUnavailable, null, $"the store cannot be opened: {e.Message.TrimEnd('.')}",
                    "Check that the path is right, that you may write there, and that no other program holds the file.")
                { Path = path },
                e);
        }
        catch (StoreUnavailableException)
        {
            connection?.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
        writing.Dispose();
    }

    /// <summary>A connection of its own, for reading while others write.</summary>
    internal SqliteConnection OpenReader() => Connect(Path);

    /// <summary>Runs <paramref name="work"/> in the one transaction at a time; durable on return, undone when it throws or is not to be kept.</summary>
    internal async Task<T> WriteAsync<T>(Func<Writer, T> work, CancellationToken cancellationToken, bool keep = true)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var writer = new Writer(this, transaction) { Keep = keep };
            var result = work(writer);
            if (writer.Keep)
            {
                transaction.Commit();
            }

            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();

        // 48 MB of cache hold the indexes of a million subscribers' tokens and keys, whose order is random; checkpoints of 64 MB
        // write a page of theirs once instead of once a batch.
        connection.Execute(
            "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; pragma cache_size = -48000; pragma wal_autocheckpoint = 16000;");
        return connection;
    }

    /// <summary>Runs named statements, prepared once, inside a transaction.</summary>
    internal sealed class Writer(SqliteStore store, SqliteTransaction transaction)
    {
        public long Now { get; } = store.Now;

        /// <summary>Whether what was written is kept at the end.</summary>
        public bool Keep { get; set; }

        public SqliteCommand Command(NamedQueries queries, string name)
        {
            var text = queries[name];
            if (!store.prepared.TryGetValue(text, out var command))
            {
                command = store.connection.CreateCommand();
                command.CommandText = text;
                store.prepared.Add(text, command);
            }

            command.Transaction = transaction;
            return command;
        }
    }
}
