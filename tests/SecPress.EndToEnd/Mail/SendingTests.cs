using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MimeKit;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Mail;

public sealed partial class SendingTests : IDisposable
{
    private const string Named = "named@example.test";
    private const string Nameless = "nameless@example.test";
    private const string Unknown = "unknown@example.test";

    private readonly TemporaryFolder folder = new();

    private string Site => folder.Join("site");

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task An_edition_reaches_every_subscriber_whole_and_once()
    {
        await using var servers = await MailServers.StartAsync(Named, Nameless);
        await MakeSiteAsync(servers, "none");
        var import = await ImportAsync($"{Named},The Reader", $"{Nameless},", "not an address,Nobody");
        Assert.Equal(1, import.ExitCode);
        Assert.Contains("list.csv(4)", import.Errors, StringComparison.Ordinal);

        await SecPressProgram.SucceedAsync("send", SampleSite.Issue, "--site", Site);
        await servers.DeliverAllAsync();

        var named = Assert.Single(await servers.ReadAsync(Named, 1));
        var nameless = Assert.Single(await servers.ReadAsync(Nameless, 1));
        Assert.Contains("The Reader", named.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("The Reader", named.TextBody, StringComparison.Ordinal);
        await AssertWholeAsync(nameless);
        AssertHeaders(named, Named);
        AssertHeaders(nameless, Nameless);
        Assert.NotEqual(named.MessageId, nameless.MessageId);
        Assert.NotEqual(named.Headers[HeaderId.ListUnsubscribe], nameless.Headers[HeaderId.ListUnsubscribe]);

        var status = await SecPressProgram.SucceedAsync("status", SampleSite.Issue, "--site", Site);
        Assert.Matches(@"sent\s+2\b", status.Output);
        Assert.Contains("finished", status.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Named, status.Output, StringComparison.Ordinal);
        var everyone = await SecPressProgram.SucceedAsync("status", SampleSite.Issue, "--verbose", "--site", Site);
        Assert.Matches($@"{Regex.Escape(Named)}: sent as \w+ ", everyone.Output);
        Assert.Matches($@"{Regex.Escape(Nameless)}: sent as \w+ ", everyone.Output);

        await SecPressProgram.SucceedAsync("send", SampleSite.Issue, "--site", Site);
        await servers.DeliverAllAsync();
        await servers.ReadAsync(Named, 1);
        await servers.ReadAsync(Nameless, 1);
    }

    [SkippableFact]
    public async Task A_test_goes_to_the_address_given_and_counts_nobody_as_sent()
    {
        await using var servers = await MailServers.StartAsync(Named, Nameless);
        await MakeSiteAsync(servers, "none");
        await ImportAsync($"{Named},The Reader");

        await SecPressProgram.SucceedAsync("send", SampleSite.Issue, "--test", Nameless, "--site", Site);
        await servers.DeliverAllAsync();

        Assert.Single(await servers.ReadAsync(Nameless, 1));
        await servers.ReadAsync(Named, 0);
        var status = await SecPressProgram.SucceedAsync("status", SampleSite.Issue, "--site", Site);
        Assert.DoesNotMatch(@"sent\s+\d", status.Output);
    }

    [SkippableFact]
    public async Task An_address_that_the_server_does_not_know_is_shown_as_failed_with_its_words()
    {
        await using var servers = await MailServers.StartAsync(Named);
        await MakeSiteAsync(servers, "none");
        await ImportAsync($"{Named},The Reader", $"{Unknown},");

        await SecPressProgram.RunAsync("send", SampleSite.Issue, "--site", Site);
        await servers.DeliverAllAsync();

        await servers.ReadAsync(Named, 1);
        var status = await SecPressProgram.RunAsync("status", SampleSite.Issue, "--verbose", "--site", Site);
        Assert.Matches(@"sent\s+1\b", status.Output);
        Assert.Matches(@"failed\s+1\b", status.Output);
        Assert.Matches($@"{Unknown}: failed .*5\.1\.1", status.Output);
    }

    [SkippableFact]
    public async Task Nothing_is_sent_to_a_server_that_cannot_prove_who_it_is()
    {
        await using var servers = await MailServers.StartAsync(Named);
        await MakeSiteAsync(servers, "starttls");
        await ImportAsync($"{Named},The Reader");

        var send = await SecPressProgram.RunAsync("send", SampleSite.Issue, "--site", Site);
        await servers.DeliverAllAsync();

        Assert.NotEqual(0, send.ExitCode);
        Assert.Contains("certificate", send.Errors, StringComparison.OrdinalIgnoreCase);
        await servers.ReadAsync(Named, 0);
    }

    private async Task MakeSiteAsync(MailServers servers, string security)
    {
        SampleSite.CopyTo(Site);
        await GreetAsync(Path.Combine(Site, "content", "issues", $"{SampleSite.Issue}.md"));
        await File.AppendAllTextAsync(
            Path.Combine(Site, "site.yml"), $"\nrelays: [{{ host: 127.0.0.1, port: {servers.SmtpPort}, security: {security} }}]\n");
    }

    /// <summary>Begins the issue with a greeting that differs between its readers.</summary>
    private static async Task GreetAsync(string issue)
    {
        var text = await File.ReadAllTextAsync(issue);
        var body = text.IndexOf("\n---\n", StringComparison.Ordinal) + "\n---\n".Length;
        await File.WriteAllTextAsync(issue, text.Insert(body, "\n::: greeting\nDear [[name|Reader]],\n:::\n"));
    }

    private async Task<Outcome> ImportAsync(params string[] rows)
    {
        var list = folder.Join("list.csv");
        await File.WriteAllLinesAsync(list, ["email,name", .. rows]);
        return await SecPressProgram.RunAsync("subscribers", "import", list, "--site", Site);
    }

    /// <summary>What arrived says what the edition's files say, cell by cell: between them lie two encodings and two servers.</summary>
    private async Task AssertWholeAsync(MimeMessage message)
    {
        await SecPressProgram.SucceedAsync("email", SampleSite.Issue, "--site", Site, "--output", folder.Join("email"));
        var html = await File.ReadAllTextAsync(folder.Join("email", $"{SampleSite.Issue}.html"));
        var text = await File.ReadAllTextAsync(folder.Join("email", $"{SampleSite.Issue}.txt"));

        var (sent, received) = (await ReadPageAsync(html), await ReadPageAsync(message.HtmlBody!));
        Assert.Equal(sent.Text, received.Text);
        Assert.True(sent.Tables.Count >= 3, "The issue has tables of seats, parties and meetings.");
        Assert.Equal(sent.Tables, received.Tables);
        Assert.Equal(Unaddressed(text), Unaddressed(message.TextBody!));
    }

    private static async Task<(string Text, List<string> Tables)> ReadPageAsync(string html)
    {
        using var page = await new HtmlParser().ParseDocumentAsync(html);
        var tables = page.QuerySelectorAll("table")
            .Where(table => table.QuerySelector(":scope > caption") is not null)
            .Select(table => string.Join('\n', table.QuerySelectorAll("tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim())))));
        return (page.Body!.Text().Trim(), [.. tables]);
    }

    /// <summary>A text without what is each recipient's own, and with one kind of line end.</summary>
    private static string Unaddressed(string text) =>
        UnsubscribeAddress().Replace(text.ReplaceLineEndings("\n").TrimEnd(), "");

    [GeneratedRegex(@"(https://[^\s<>]*/unsubscribe/|mailto:)[^\s<>]*")]
    private static partial Regex UnsubscribeAddress();

    private static void AssertHeaders(MimeMessage message, string address)
    {
        Assert.Equal(address, Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal("news@example.org", Assert.Single(message.From.Mailboxes).Address);
        Assert.False(string.IsNullOrWhiteSpace(message.Subject));
        Assert.Contains("newsletter.example.org", message.Headers[HeaderId.ListId], StringComparison.Ordinal);
        Assert.Contains("https://newsletter.example.org/unsubscribe/", message.Headers[HeaderId.ListUnsubscribe], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        var parts = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
    }
}
