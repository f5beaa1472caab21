using System.Text;
using SecPress.Mailing.Subscribers;

namespace SecPress.Tests.Mailing.Subscribers;

public sealed class SubscriberImporterTests
{
    [Theory]
    [InlineData("email,name,town\nann@example.com,\"Lee, Ann\",Leeds\n")]
    [InlineData("town;name;email\r\nLeeds;Lee, Ann;ann@example.com\r\n")]
    [InlineData("Name\tE-mail address\tTown\rLee, Ann\tann@example.com\tLeeds")]
    [InlineData("\uFEFFEmail,NAME,Town\n\n ann@example.com , \"Lee, Ann\" ,Leeds")]
    public async Task A_list_is_read_whatever_its_separator_and_order(string csv)
    {
        await using var site = new MailingSite();

        var report = await site.ImportAsync(csv);

        Assert.Equal((1, 1, 0), (report.Rows, report.Added, report.Refused));
        var ann = (await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter()))).Single();
        Assert.Equal(("ann@example.com", "Lee, Ann", "Leeds"), (ann.Address.Value, ann.Name.Trim('"', ' '), ann.Fields["town"]));
        Assert.Equal((SubscriberStatus.Active, "import", "list.csv"), (ann.Status, ann.Consent.How, ann.Consent.Source));
        Assert.Equal("newsletter", string.Join(' ', ann.Streams));
        Assert.True(ann.Token.Length >= 22);
    }

    [Fact]
    public async Task A_list_of_addresses_alone_needs_no_header()
    {
        await using var site = new MailingSite();
        var report = await site.ImportAsync("ann@example.com\nbob@example.net\n");
        Assert.Equal((2, 2), (report.Rows, report.Added));
    }

    [Fact]
    public async Task Bad_rows_are_reported_with_their_lines_and_the_good_ones_taken()
    {
        await using var site = new MailingSite();

        var report = await site.ImportAsync(
            "email,name,streams\n\"ann@example.com\",\"Ann\nLee\",\nbob,Bob,\ncat@example.org,Cat,nothing\ndan@example.org,Dan, Esq.,newsletter\n,Nobody,\n\"eve@example.org");

        Assert.Equal((6, 1, 5), (report.Rows, report.Added, report.Refused));
        Assert.Equal(
            [
                "4 bob: the address is refused: it has no @",
                "5 cat@example.org: there is no stream nothing in site.yml, which has newsletter",
                "6 dan@example.org Dan  Esq. newsletter: the row has 4 fields, the header 3: a field that holds a separator needs quotes",
                "7 : the address is refused: it is empty",
                "8 : a quote is opened and never closed: nothing from this line on was read",
            ],
            report.Errors.Select(e => $"{e.Line} {e.Value}: {e.Reason}"));
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_repeats_in_a_list_are_merged()
    {
        await using var site = new MailingSite();
        const string csv = "email,name,streams,town\nann@example.com,,newsletter,\nANN@example.com,Ann,notices,Leeds\nbob@example.net,Bob,,\n";

        var first = await site.ImportAsync(csv, knownStreams: ["newsletter", "notices"]);
        var before = await ListAsync(site);
        var second = await site.ImportAsync(csv, knownStreams: ["newsletter", "notices"]);

        Assert.Equal((3, 2, 1), (first.Rows, first.Added, first.Repeated));
        Assert.Equal((0, 0, 2, 1), (second.Added, second.Updated, second.Unchanged, second.Repeated));
        Assert.Equal("ann@example.com Ann active newsletter+notices town=Leeds\nbob@example.net Bob active newsletter ", before);
        Assert.Equal(before, await ListAsync(site));
    }

    [Fact]
    public async Task A_dry_run_answers_the_same_and_keeps_nothing()
    {
        await using var site = new MailingSite();
        var dry = await site.ImportAsync("ann@example.com\nbad\n", dryRun: true);
        Assert.Equal((1, 1), (dry.Added, dry.Refused));
        Assert.Equal("", await ListAsync(site));
    }

    [Theory]
    [InlineData(SuppressionReason.Unsubscribed)]
    [InlineData(SuppressionReason.Bounced)]
    [InlineData(SuppressionReason.Complained)]
    public async Task An_import_never_revives_who_is_suppressed(SuppressionReason reason)
    {
        await using var site = new MailingSite();
        await site.SubscribeAsync("ann@example.com");
        await site.Store.Subscribers.SuppressAsync(EmailAddress.Parse("Ann@example.com"), reason, "");
        await site.Store.Subscribers.SuppressAsync(EmailAddress.Parse("never@example.com"), reason, "");

        var report = await site.ImportAsync("email,name\nann@example.com,Ann\nNEVER@example.com,Never\n");

        Assert.Equal((0, 2), (report.Added, report.KeptOut));
        Assert.Equal($"ann@example.com  {reason.ToString().ToLowerInvariant()} newsletter ", await ListAsync(site));
    }

    [Fact]
    public async Task A_list_in_another_encoding_is_refused_by_name()
    {
        await using var site = new MailingSite();
        using var list = new MemoryStream([.. "email,name\nann@example.com,O"u8, 0x92, .. "Neil\n"u8]);

        var report = await new SubscriberImporter(site.Store.Subscribers).ImportAsync(
            list, new ImportOptions { Source = "list.csv", KnownStreams = ["newsletter"] });

        Assert.Equal("it is not UTF-8: line 2 holds the byte 0x92, which is ’ in Windows-1252; save it as CSV in UTF-8", report.Refusal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("name,town\nAnn,Leeds\n", "no column has the name email; the first line has name, town")]
    [InlineData("email,name,Name\n", "two columns have the name name")]
    [InlineData("email\n\0", "it holds null bytes and is no text: save it as CSV in UTF-8")]
    public async Task A_list_that_cannot_be_understood_is_refused_whole(string csv, string reason)
    {
        await using var site = new MailingSite();
        Assert.Equal(reason, (await site.ImportAsync(csv)).Refusal);
    }

    [Fact]
    public async Task Characters_across_the_blocks_of_reading_are_whole()
    {
        await using var site = new MailingSite();
        var csv = new StringBuilder("email,name\n");
        for (var i = 0; i < 9_000; i++)
        {
            csv.Append($"p{i}@example.com,{new string('é', i % 7)}{(i % 3 == 0 ? "😀" : "€")}\n");
        }

        var report = await site.ImportAsync(csv.ToString());

        Assert.Null(report.Refusal);
        Assert.Equal((9_000, 9_000), (report.Rows, report.Added));
        var people = await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter()));
        Assert.DoesNotContain(people, p => p.Name.Contains('\uFFFD'));
    }

    [Fact]
    public async Task Listing_filters_by_stream_and_status()
    {
        await using var site = new MailingSite();
        await site.ImportAsync("email,streams\nann@example.com,newsletter\nbob@example.net,notices\ncat@example.org,newsletter|notices\n", knownStreams: ["newsletter", "notices"]);
        await site.Store.Subscribers.SuppressAsync(EmailAddress.Parse("cat@example.org"), SuppressionReason.Complained, "");

        async Task<string> Who(SubscriberFilter filter) =>
            string.Join(' ', (await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(filter))).Select(s => s.Address.LocalPart));

        Assert.Equal("ann cat", await Who(new SubscriberFilter(Stream: "newsletter")));
        Assert.Equal("ann", await Who(new SubscriberFilter("newsletter", SubscriberStatus.Active)));
        Assert.Equal("cat", await Who(new SubscriberFilter(Status: SubscriberStatus.Complained)));
    }

    private static async Task<string> ListAsync(MailingSite site) => string.Join('\n',
        (await MailingSite.ToListAsync(site.Store.Subscribers.ListAsync(new SubscriberFilter())))
            .Select(s => $"{s.Address} {s.Name} {s.Status.ToString().ToLowerInvariant()} {string.Join('+', s.Streams)} {string.Join(' ', s.Fields.Select(f => $"{f.Key}={f.Value}"))}"));
}
