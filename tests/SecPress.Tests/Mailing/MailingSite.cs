using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SecPress.Mailing;
using SecPress.Mailing.Smtp;
using SecPress.Mailing.Stores;
using SecPress.Mailing.Stores.Sqlite;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Tests.Mailing;

/// <summary>A site with a store of its own in a folder that goes away, and an edition to send.</summary>
internal sealed class MailingSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2017, 6, 30, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("secpress-mailing-").FullName;

    public MailingSite()
    {
        StorePath = Path.Combine(folder, "subscribers.db");
        Store = SqliteStore.Open(StorePath, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string Folder => folder;

    public string StorePath { get; }

    public IMailStore Store { get; private set; }

    public static SiteSettings Settings { get; } = new()
    {
        Source = new SourceFile("site.yml", ""),
        Title = "Energy Code News",
        BaseUrl = new Uri("https://news.example.org/"),
        TimeZone = DateTimeZoneProviders.Tzdb["Europe/London"],
        Email = new EmailSettings
        {
            From = new Mailbox("Energy Code News", "news@example.org"),
            ReplyTo = new Mailbox("", "desk@example.org"),
            ListId = "news.example.org",
            UnsubscribeUrl = "https://news.example.org/unsubscribe/{token}",
        },
    };

    public static Edition Edition(string words = "The Panel met.", string slug = "2017-06") => new(
        new Issue
        {
            Source = new SourceFile($"content/issues/{slug}.md", ""),
            Slug = slug,
            Title = "June 2017",
            Sent = new LocalDate(2017, 6, 30),
        },
        "June 2017",
        MergeText.Parse(
            $"<p>Dear {MergeText.Field("name", "Reader")},</p>\n<p>{words}</p>\n<p><a href=\"{MergeText.Field(MergeText.UnsubscribeUrl, "https://news.example.org/subscribe/")}\">Unsubscribe</a></p>\n"),
        MergeText.Parse(
            $"Dear {MergeText.Field("name", "Reader")},\n\n{words}\n\nUnsubscribe: {MergeText.Field(MergeText.UnsubscribeUrl, "https://news.example.org/subscribe/")}\n"));

    public static SiteSettings WithRelay(params int[] ports) => Settings with
    {
        Relays = [.. ports.Select(port => new Relay("127.0.0.1", port, RelaySecurity.None, null, null))],
    };

    /// <summary>Adds active subscribers of the newsletter.</summary>
    public Task SubscribeAsync(params string[] addresses) => ImportAsync(string.Join("\n", addresses));

    public async Task<ImportReport> ImportAsync(string csv, bool dryRun = false, ImmutableArray<string>? knownStreams = null)
    {
        using var list = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await new SubscriberImporter(Store.Subscribers).ImportAsync(
            list, new ImportOptions { Source = "list.csv", KnownStreams = knownStreams ?? ["newsletter"], DryRun = dryRun });
    }

    public Mailer Mailer(SiteSettings settings, int workers = 2) => new(settings, Store, new MailerOptions
    {
        Clock = Clock,
        Workers = workers,
        Environment = _ => null,
        Timeouts = new SmtpTimeouts(),
    });

    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    /// <summary>What became of every copy, one a line.</summary>
    public async Task<string> DeliveriesAsync(string issue = "2017-06")
    {
        var status = (await Store.Ledger.StatusAsync(issue))!;
        var all = await ToListAsync(Store.Ledger.ListAsync(status.Edition.Id, []));
        return string.Join("\n", all.Select(d => $"{d.Address} {d.State}".ToLowerInvariant()));
    }

    /// <summary>Leaves the store as a killed program does and opens it again.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = SqliteStore.Open(StorePath, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
