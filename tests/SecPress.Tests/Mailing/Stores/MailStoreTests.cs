using SecPress.Mailing;
using SecPress.Mailing.Stores;

namespace SecPress.Tests.Mailing.Stores;

public sealed class MailStoreTests
{
    [Fact]
    public async Task A_path_is_relative_to_the_site_and_its_folders_are_made()
    {
        await using var site = new MailingSite();
        await using (MailStore.Open("sqlite:data/mail.db", site.Folder, _ => null, TimeProvider.System))
        {
        }

        Assert.True(File.Exists(Path.Combine(site.Folder, "data", "mail.db")));
    }

    [Fact]
    public async Task The_environment_may_name_the_store()
    {
        await using var site = new MailingSite();
        await using (MailStore.Open("env:STORE", site.Folder, name => name == "STORE" ? "sqlite:other.db" : null, TimeProvider.System))
        {
        }

        Assert.True(File.Exists(Path.Combine(site.Folder, "other.db")));
    }

    [Theory]
    [InlineData("postgres:host=db", "SP511")]
    [InlineData("env:MISSING", "SP514")]
    [InlineData("mysql:x", "SP514")]
    [InlineData("sqlite:", "SP514")]
    [InlineData("sqlite:.", "SP512")]
    [InlineData("sqlite:text.db", "SP512")]
    public async Task A_store_that_cannot_be_used_says_why(string setting, string code)
    {
        await using var site = new MailingSite();
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "text.db"), new string('x', 5000));

        var failure = Assert.Throws<StoreUnavailableException>(() => MailStore.Open(setting, site.Folder, _ => null, TimeProvider.System));

        Assert.Equal(code, failure.Diagnostic.Rule.Code);
    }

    [Fact]
    public async Task A_store_newer_than_the_program_is_left_alone()
    {
        await using var site = new MailingSite();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.StorePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma user_version = 99";
            command.ExecuteNonQuery();
        }

        var failure = Assert.Throws<StoreUnavailableException>(() => MailStore.Open("sqlite:subscribers.db", site.Folder, _ => null, TimeProvider.System));

        Assert.Equal(DeliveryRules.StoreNewer, failure.Diagnostic.Rule);
    }

    [Fact]
    public async Task What_was_kept_is_there_after_reopening()
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await site.ReopenAsync();
        Assert.Single(await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SecPress.Mailing.Subscribers.SubscriberFilter())));
    }

    [Fact]
    public async Task Nobody_can_rewrite_what_happened()
    {
        await using var site = new MailingSite();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.StorePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            insert into edition (issue, revision, sha256, subject, html, plain, message_id_domain, audience, sealed_at) values ('x', 0, '', '', '', '', '', 1, 0);
            insert into delivery_event (edition_id, key, address, at, kind, attempt) values (1, 'a@b.c', 'a@b.c', 0, 'sent', 1);
            """;
        command.ExecuteNonQuery();
        foreach (var attack in new[] { "update delivery_event set kind = 'failed'", "delete from delivery_event" })
        {
            command.CommandText = attack;
            Assert.Contains("append-only", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery()).Message);
        }
    }
}
