using SecPress.Mailing.Stores.Sqlite;
using SecPress.Model.Diagnostics;

namespace SecPress.Mailing.Stores;

/// <summary>Opens the store that <c>site.yml</c> names.</summary>
public static class MailStore
{
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";
    private const string Environment = "env:";

    /// <param name="setting"><c>sqlite:</c> and a path, or <c>env:</c> and a variable that holds such a text.</param>
    /// <param name="siteFolder">The folder that relative paths start from.</param>
    /// <param name="environment">Looks a variable up; null when it is not set.</param>
    /// <param name="clock">The store's clock.</param>
    /// <exception cref="StoreUnavailableException">The store is misnamed, unsupported, unreadable or newer than the program.</exception>
    public static IMailStore Open(string setting, string siteFolder, Func<string, string?> environment, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return SqliteStore.Open(PathOf(setting, siteFolder, environment), clock);
    }

    /// <summary>The full path of the file that <see cref="Open"/> opens, or makes when there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store is misnamed or unsupported.</exception>
    public static string PathOf(string setting, string siteFolder, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentException.ThrowIfNullOrEmpty(siteFolder);
        ArgumentNullException.ThrowIfNull(environment);
        if (setting.StartsWith(Environment, StringComparison.Ordinal))
        {
            var variable = setting[Environment.Length..];
            setting = environment(variable) ?? throw Unavailable(
                DeliveryRules.BadStoreSetting,
                $"the store is named by the environment variable {variable}, which is not set",
                $"Set {variable} to sqlite: and a path.");
        }

        if (setting.StartsWith(Postgres, StringComparison.Ordinal))
        {
            throw Unavailable(
                DeliveryRules.StoreUnsupported,
                "PostgreSQL is not supported yet in this version",
                "Use sqlite: and a path as the store in site.yml.");
        }

        if (!setting.StartsWith(Sqlite, StringComparison.Ordinal) || setting.Length == Sqlite.Length)
        {
            throw Unavailable(
                DeliveryRules.BadStoreSetting,
                "the store is named neither as sqlite: and a path nor as env: and a variable",
                "Write for example: store: \"sqlite:subscribers.db\".");
        }

        return Path.GetFullPath(setting[Sqlite.Length..], Path.GetFullPath(siteFolder));
    }

    private static StoreUnavailableException Unavailable(Rule rule, string message, string mend) => new(new Diagnostic(rule, null, message, mend));
}
