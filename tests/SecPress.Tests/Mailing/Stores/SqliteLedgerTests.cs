using SecPress.Mailing.Stores;
using SecPress.Mailing.Stores.Sqlite;

namespace SecPress.Tests.Mailing.Stores;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("secpress-ledger-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<IMailStore> OpenAsync() => Task.FromResult<IMailStore>(SqliteStore.Open(Path.Combine(folder, "store.db"), Clock));
}
