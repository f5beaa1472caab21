using Microsoft.Data.Sqlite;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>Brings a file to the program's version, which SQLite keeps in <c>user_version</c>.</summary>
internal static class SqliteSchema
{
    public static void Migrate(SqliteConnection connection, string path)
    {
        var newest = EmbeddedSql.Migrations().Last().Version;
        if (VersionOf(connection) == newest)
        {
            return;
        }

        // Two programs may start at once: the version is read again under the write lock.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = VersionOf(connection);
        if (version > newest)
        {
            throw new StoreUnavailableException(new Diagnostic(
                DeliveryRules.StoreNewer, null, $"the store has version {version}, this program knows {newest}",
                "Use the version of SecPress that last wrote it, or a newer one.")
            { Path = path });
        }

        foreach (var (number, file) in EmbeddedSql.Migrations().Where(m => m.Version > version))
        {
            connection.Execute(EmbeddedSql.Read(file));
            connection.Execute($"pragma user_version = {number}");
        }

        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        return Convert.ToInt32(command.ExecuteScalar());
    }
}
