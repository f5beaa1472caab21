using Microsoft.Data.Sqlite;
using NodaTime;

namespace SecPress.Mailing.Stores.Sqlite;

/// <summary>Short forms for setting parameters and reading columns.</summary>
internal static class SqliteCommands
{
    /// <summary>Sets a parameter, keeping the one a prepared command has.</summary>
    public static SqliteCommand With(this SqliteCommand command, string name, object? value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at < 0)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        else
        {
            command.Parameters[at].Value = value ?? DBNull.Value;
        }

        return command;
    }

    public static void Execute(this SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public static string? NullableString(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Instant Instant(this SqliteDataReader row, int column) => NodaTime.Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static Instant? NullableInstant(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
