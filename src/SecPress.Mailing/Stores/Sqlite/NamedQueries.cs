using System.Collections.Frozen;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>The statements of one embedded <c>.sql</c> file, each below a line <c>-- name: …</c>.</summary>
internal sealed class NamedQueries
{
    private const string Marker = "-- name: ";

    public static readonly NamedQueries Subscribers = new("Queries/subscribers.sql");
    public static readonly NamedQueries Ledger = new("Queries/ledger.sql");

    private readonly FrozenDictionary<string, string> statements;

    private NamedQueries(string file)
    {
        statements = EmbeddedSql.Read(file)
            .Split(Marker, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', 2))
            .ToFrozenDictionary(part => part[0].Trim(), part => part[1].Trim(), StringComparer.Ordinal);
    }

    public string this[string name] => statements[name];
}
