using System.Security.Cryptography;
using SecPress.Mailing.Preflight;
using SecPress.Tests.Support;

namespace SecPress.Tests.Cli;

public sealed class DoctorCommandTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly CommandLineRunner runner = SampleSite.WriteTo(new CommandLineRunner());
    private readonly RSA key = RSA.Create(2048);

    public DoctorCommandTests()
    {
        runner.Environment["SECPRESS_SECRET"] = Secret;
        runner.Environment["MAIL_PASSWORD"] = "letmein";
    }

    public void Dispose()
    {
        runner.Dispose();
        key.Dispose();
    }

    [Fact]
    public async Task Finds_nothing_where_all_is_well()
    {
        await using var server = new ScriptedSmtpServer();
        WriteSettings(server.Port, "user: news, password-env: MAIL_PASSWORD", dkim: true);
        runner.TextRecords = WellPublished();
        await runner.RunAsync("subscribers", "import", WriteList());
        var ran = await runner.RunAsync("doctor");
        Golden.Verify(Told(ran, server.Port));
        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(server.Complete);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_of_each_thing_that_does_not_work_how_to_mend_it()
    {
        await using var server = new ScriptedSmtpServer(t => t.Moment == SmtpMoment.Authenticate ? "535 5.7.8 bad credentials" : null);
        WriteSettings(server.Port, "user: news, password-env: MAIL_PASSWORD", dkim: true);
        runner.Environment.Remove("SECPRESS_SECRET");
        runner.TextRecords = new FakeRecords
        {
            ["example.org"] = ["v=spf1 include:a.example ~all", "v=spf1 -all", "unrelated"],
            ["_dmarc.example.org"] = ["v=DMARC1; rua=mailto:x@example.org"],
            ["s1._domainkey.example.org"] = ["v=DKIM1; p=" + Convert.ToBase64String(Other())],
        };
        var ran = await runner.RunAsync("doctor");
        Golden.Verify(Told(ran, server.Port).Replace(PublicKey(), "(the key)", StringComparison.Ordinal));
        Assert.Equal(3, ran.ExitCode);
    }

    [Fact]
    public async Task Leaves_the_network_out_when_told_so()
    {
        WriteSettings(1, "user: news, password-env: MAIL_PASSWORD", dkim: false);
        var ran = await runner.RunAsync("doctor", "--offline");
        Assert.Contains("skipped  network", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("relay", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_relay_that_nobody_answers_at_or_whose_password_is_not_set_fails()
    {
        WriteSettings(1, "user: news, password-env: NO_SUCH", dkim: false);
        runner.TextRecords = WellPublished();
        var unset = await runner.RunAsync("doctor");
        Assert.Contains("the password is not set: NO_SUCH is empty (SP502)", unset.Output, StringComparison.Ordinal);
        WriteSettings(1, "", dkim: false);
        var nobody = await runner.RunAsync("doctor");
        Assert.Contains("(SP507)", nobody.Output, StringComparison.Ordinal);
        Assert.Contains("many networks close port 25", nobody.Output, StringComparison.Ordinal);
        Assert.Equal(3, nobody.ExitCode);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_said_first_and_nothing_else_is_looked_at()
    {
        runner.Folder.Write("site.yml", "titel: x\n");
        var ran = await runner.RunAsync("doctor");
        Golden.Verify(ran.ToString());
        Assert.Equal(3, ran.ExitCode);
    }

    [Theory]
    [InlineData("v=spf1 a mx -all", "ok ", "2 of 10 look-ups")]
    [InlineData("v=spf1 include:deep.example -all", "failed", "more than 10 look-ups")]
    [InlineData("v=spf1 include:loop.example -all", "ok ", "2 of 10 look-ups")]
    [InlineData("v=spf1 +all", "warning", "whoever sends in its name passes")]
    [InlineData("v=spf1 ip4:192.0.2.1 ipv6:x -all", "failed", "'ipv6:x'")]
    [InlineData("v=spf1 future=x redirect=mail.example", "ok ", "1 of 10 look-ups")]
    [InlineData("v=spf10 -all", "warning", "no SPF record")]
    public async Task Reads_an_SPF_record_as_receivers_do(string record, string health, string seen)
    {
        WriteSettings(null, "", dkim: false);
        var records = WellPublished();
        records["example.org"] = [record];
        records["deep.example"] = ["v=spf1 a mx ptr exists:a.example include:deeper.example -all"];
        records["deeper.example"] = ["v=spf1 a mx a:b.example mx:c.example a:d.example mx:e.example -all"];
        records["loop.example"] = ["v=spf1 include:loop.example -all"];
        runner.TextRecords = records;
        var line = (await runner.RunAsync("doctor")).Output.Split('\n').Single(l => l.Contains(" SPF ", StringComparison.Ordinal));
        Assert.StartsWith(health, line, StringComparison.Ordinal);
        Assert.Contains(seen, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=DKIM1; k=rsa; p=", "failed", "it was withdrawn")]
    [InlineData("v=DKIM1; k=rsa; p=!!!", "failed", "cannot be read")]
    [InlineData(null, "failed", "there is no record s1._domainkey.example.org")]
    public async Task Reads_a_DKIM_record_as_receivers_do(string? record, string health, string seen)
    {
        WriteSettings(null, "", dkim: true);
        var records = WellPublished();
        records["s1._domainkey.example.org"] = record is null ? [] : [record];
        runner.TextRecords = records;
        var line = (await runner.RunAsync("doctor")).Output.Split('\n').Single(l => l.Contains(" DKIM record ", StringComparison.Ordinal));
        Assert.StartsWith(health, line, StringComparison.Ordinal);
        Assert.Contains(seen, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_public_key_in_either_of_its_forms()
    {
        WriteSettings(null, "", dkim: true);
        var records = WellPublished();
        records["s1._domainkey.example.org"] = ["k=rsa; p=" + Convert.ToBase64String(key.ExportRSAPublicKey())];
        runner.TextRecords = records;
        Assert.Contains("holds the other half of dkim.pem", (await runner.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DKIM_key_that_is_not_there_or_none_or_open_to_others_is_told()
    {
        WriteSettings(null, "", dkim: true);
        File.Delete(runner.Folder["dkim.pem"]);
        Assert.Contains("dkim.pem: there is no such file (SP522)", (await runner.RunAsync("doctor", "--offline")).Output, StringComparison.Ordinal);
        runner.Folder.Write("dkim.pem", "-----BEGIN NOTHING-----");
        Assert.Contains("dkim.pem: it holds no private RSA key in PEM", (await runner.RunAsync("doctor", "--offline")).Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            WriteSettings(null, "", dkim: true);
            File.SetUnixFileMode(runner.Folder["dkim.pem"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Contains("others on this computer may read it", (await runner.RunAsync("doctor", "--offline")).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_network_that_does_not_answer_is_a_warning()
    {
        WriteSettings(null, "", dkim: true);
        runner.TextRecords = new FakeRecords { Failure = "the query timed out" };
        var ran = await runner.RunAsync("doctor");
        Assert.Equal(3, ran.Output.Split('\n').Count(l => l.StartsWith("warning", StringComparison.Ordinal) && l.Contains("the query timed out (SP527)", StringComparison.Ordinal)));
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task Looks_for_the_DMARC_record_above_the_domain_and_minds_who_signs()
    {
        WriteSettings(null, "", dkim: true, from: "news@lists.example.org", dkimDomain: "mail.example.net");
        runner.TextRecords = WellPublished();
        var output = (await runner.RunAsync("doctor")).Output;
        Assert.Contains("messages from lists.example.org are signed by mail.example.net", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_or_foreign_store_is_told()
    {
        WriteSettings(null, "", dkim: false);
        runner.Folder.Write("subscribers.db", "This is no database, but a text long enough to be taken for the head of one.".PadRight(4096));
        var ran = await runner.RunAsync("doctor", "--offline");
        Assert.Contains("failed   store", ran.Output, StringComparison.Ordinal);
        Assert.Equal(3, ran.ExitCode);
    }

    private void WriteSettings(int? port, string relay, bool dkim, string from = "post@example.org", string dkimDomain = "example.org")
    {
        var relays = port is { } p ? $"relays: [{{ host: 127.0.0.1, port: {p}, security: none{(relay.Length > 0 ? ", " + relay : "")} }}]\n" : "";
        var signing = dkim ? $"dkim: {{ domain: {dkimDomain}, selector: s1, key-file: dkim.pem }}\n" : "";
        runner.Folder.Write(
            "site.yml",
            "title: The Meter Post\nbase-url: https://post.example.org/\n"
            + $"email: {{ from: \"{from}\", unsubscribe-url: \"https://post.example.org/u/{{token}}\" }}\n{relays}{signing}");
        if (dkim)
        {
            File.Delete(runner.Folder["dkim.pem"]);
            runner.Folder.Write("dkim.pem", key.ExportPkcs8PrivateKeyPem());
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(runner.Folder["dkim.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    private string WriteList()
    {
        runner.Folder.Write("list.csv", "email\nzoe@example.org\n");
        return "list.csv";
    }

    private FakeRecords WellPublished() => new()
    {
        ["example.org"] = ["v=spf1 include:_spf.mail.example -all"],
        ["_spf.mail.example"] = ["v=spf1 ip4:192.0.2.0/24 -all"],
        ["_dmarc.example.org"] = ["v=DMARC1; p=reject"],
        ["s1._domainkey.example.org"] = ["v=DKIM1; k=rsa; p=" + PublicKey()],
    };

    private string PublicKey() => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static byte[] Other()
    {
        using var other = RSA.Create(2048);
        return other.ExportSubjectPublicKeyInfo();
    }

    // What depends on the machine is not for a golden.
    private static string Told(CommandLineRunner.Ran ran, int port) => string.Join('\n', ran.ToString()
        .Replace(port.ToString(), "PORT", StringComparison.Ordinal)
        .Split('\n')
        .Where(l => !l.Contains(" disk ", StringComparison.Ordinal) && !l.Contains(" images ", StringComparison.Ordinal) && !l.Contains(" time zones ", StringComparison.Ordinal)));

    private sealed class FakeRecords : Dictionary<string, string[]>, ITextRecords
    {
        public string? Failure { get; init; }

        public Task<TextAnswer> FindAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(new TextAnswer([.. this.GetValueOrDefault(name, [])], Failure));
    }
}
