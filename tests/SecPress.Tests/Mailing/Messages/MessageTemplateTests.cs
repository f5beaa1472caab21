using System.Text;
using CsCheck;
using MimeKit;
using NodaTime;
using SecPress.Mailing.Messages;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Editions;
using SecPress.Model.Settings;
using SecPress.Tests.Support;

namespace SecPress.Tests.Mailing.Messages;

public sealed class MessageTemplateTests
{
    private static readonly Instant Date = Instant.FromUtc(2017, 6, 30, 9, 0);
    private static readonly Recipient Ann = new(EmailAddress.Parse("ann@example.com"), "Ann Lee", "tOkEn-123");

    [Fact]
    public void A_message_to_a_subscriber() => Golden.Verify(Text(MessageTemplate.Create(MailingSite.Settings, Rich(), Date).For(Ann)), "eml");

    [Fact]
    public void A_message_to_nobody_in_particular() => Golden.Verify(Text(MessageTemplate.Create(MailingSite.Settings, Rich(), Date).ForNobody()), "eml");

    [Fact]
    public void A_message_without_an_unsubscribe_address()
    {
        var settings = MailingSite.Settings with { Email = MailingSite.Settings.Email with { UnsubscribeUrl = null } };
        var parsed = Parse(MessageTemplate.Create(settings, MailingSite.Edition(), Date).For(Ann));
        Assert.False(parsed.Headers.Contains(HeaderId.ListUnsubscribe));
        Assert.False(parsed.Headers.Contains(HeaderId.ListUnsubscribePost));
        Assert.Contains("https://news.example.org/subscribe/", parsed.HtmlBody);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = MessageTemplate.Create(MailingSite.Settings, Rich(), Date).For(Ann);
        Assert.Equal(first, MessageTemplate.Create(MailingSite.Settings, Rich(), Date).For(Ann));
    }

    [Fact]
    public void A_message_id_differs_by_recipient_and_by_edition_only()
    {
        string Id(Edition edition, string to, Instant date) =>
            Parse(MessageTemplate.Create(MailingSite.Settings, edition, date).For(Ann with { Address = EmailAddress.Parse(to) })).MessageId!;

        var id = Id(MailingSite.Edition(), "ann@example.com", Date);
        Assert.Equal(id, Id(MailingSite.Edition(), "ANN@example.com", Date + Duration.FromDays(1)));
        Assert.NotEqual(id, Id(MailingSite.Edition(), "bob@example.com", Date));
        Assert.NotEqual(id, Id(MailingSite.Edition("Other."), "ann@example.com", Date));
        Assert.DoesNotContain("ann", id);
    }

    [Fact]
    public void A_name_cannot_start_a_header_of_its_own()
    {
        var evil = Ann with { Name = "Ann\r\nBcc: all@example.com\r\n\r\n<script>\u202E\u0007" };

        var parsed = Parse(MessageTemplate.Create(MailingSite.Settings, MailingSite.Edition(), Date).For(evil));

        Assert.False(parsed.Headers.Contains(HeaderId.Bcc));
        Assert.Equal("Ann Bcc: all@example.com <script>", parsed.To.Mailboxes.Single().Name);
        Assert.Contains("Dear Ann Bcc: all@example.com &lt;script&gt;,", parsed.HtmlBody);
        Assert.Contains("Dear Ann Bcc: all@example.com <script>,", parsed.TextBody);
    }

    [Fact]
    public void A_value_cannot_leave_its_attribute()
    {
        var settings = MailingSite.Settings with { Email = MailingSite.Settings.Email with { UnsubscribeUrl = "https://news.example.org/u?a=1&t={token}" } };
        var parsed = Parse(MessageTemplate.Create(settings, MailingSite.Edition(), Date).For(Ann with { Token = "\"><img" }));
        Assert.Contains("href=\"https://news.example.org/u?a=1&amp;t=&quot;&gt;&lt;img\"", parsed.HtmlBody);
    }

    [Fact]
    public void Words_beyond_ascii_arrive_in_every_header()
    {
        var settings = MailingSite.Settings with
        {
            Title = "Zeitung für Ämter, „Süd“",
            Email = MailingSite.Settings.Email with { From = new Mailbox("Zoë O'Neil, Editor", "news@bücher.example") },
        };
        var edition = MailingSite.Edition() with { Subject = "Ünï 日本語 " + string.Concat(Enumerable.Repeat("🎉 Modifikation ", 12)) };

        var bytes = MessageTemplate.Create(settings, edition, Date).For(Ann with { Name = "Åse \"Q\" Ø" });

        var parsed = Parse(bytes);
        Assert.Equal(edition.Subject.Trim(), parsed.Subject);
        Assert.Equal(("Zoë O'Neil, Editor", "news@xn--bcher-kva.example"), (parsed.From.Mailboxes.Single().Name, parsed.From.Mailboxes.Single().GetAddress(idnEncode: true)));
        Assert.Equal("Åse \"Q\" Ø", parsed.To.Mailboxes.Single().Name);
        AssertMailSafe(bytes);
    }

    [Fact]
    public void Whatever_is_written_arrives_as_it_was_written()
    {
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((words, subject, name) =>
        {
            var clean = Whole(words).Replace("\0", "");
            var edition = MailingSite.Edition() with
            {
                Subject = Whole(subject),
                Html = MergeText.Parse(WithoutMarks(clean)),
                Text = MergeText.Parse(WithoutMarks(clean) + MergeText.Field("name", "Reader") + WithoutMarks(clean)),
            };

            var bytes = MessageTemplate.Create(MailingSite.Settings, edition, Date).For(Ann with { Name = Whole(name) });

            AssertMailSafe(bytes);
            var parsed = Parse(bytes);
            Assert.Equal(Lines(WithoutMarks(clean)), Lines(parsed.HtmlBody));
        });
    }

    [Fact]
    public void Long_lines_and_spaces_at_their_ends_survive()
    {
        var text = string.Join('\n', Enumerable.Range(60, 40).Select(n => new string('x', n) + " ")) + "\n" + new string('=', 3000) + "\t\n.\n";
        var edition = MailingSite.Edition() with { Text = MergeText.Parse(text) };
        var bytes = MessageTemplate.Create(MailingSite.Settings, edition, Date).For(Ann);
        AssertMailSafe(bytes);
        Assert.Equal(Lines(text), Lines(Parse(bytes).TextBody));
    }

    private static Edition Rich() => MailingSite.Edition(
        "The Panel met on 9 June. SECMP0036 – “Single User ID” – closes on 14 July; a fee of £10 or 12 € = nothing.") with
    {
        Subject = "SECAS June 2017 Newsletter – Updated",
    };

    private static void AssertMailSafe(byte[] bytes)
    {
        Assert.DoesNotContain(bytes, b => b > 126 || (b < 32 && b is not (13 or 10 or 9)));
        var text = Text(bytes);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "").ToCharArray());
        Assert.DoesNotContain('\r', text.Replace("\r\n", "").ToCharArray());
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString())).Replace("\uFFFD", "");

    private static string WithoutMarks(string text) =>
        string.Concat(text.Where(c => c is not (MergeText.Open or MergeText.Separator or MergeText.Close)));

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static MimeMessage Parse(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));
}
