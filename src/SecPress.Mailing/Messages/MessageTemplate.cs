using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SecPress.Mailing.Ledger;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Editions;
using SecPress.Model.Settings;

namespace SecPress.Mailing.Messages;

/// <summary>
/// The MIME message of an edition, encoded once; a recipient's copy is made by setting the recipient's values between the encoded
/// stretches. The same edition, settings and recipient give the same bytes.
/// </summary>
/// <remarks>RFC 5322 and 2045 for the form, 2369, 2919 and 8058 for the list headers, 3834 for Auto-Submitted.</remarks>
public sealed class MessageTemplate
{
    private readonly EmailSettings email;
    private readonly Mailbox from;
    private readonly string subject;
    private readonly string sha256;
    private readonly string messageIdDomain;
    private readonly string boundary;
    private readonly string date;
    private readonly byte[] sharedHeaders;
    private readonly ImmutableArray<Stretch> body;

    private MessageTemplate(SiteSettings site, MessageSource source, string subject)
    {
        email = site.Email;
        from = Normalised(email.From ?? throw new ArgumentException("The site has no From address.", nameof(site)));
        this.subject = subject;
        sha256 = source.Sha256;
        messageIdDomain = source.MessageIdDomain;

        // Quoted-printable never holds "=_", so no content can be taken for a boundary.
        boundary = $"=_{source.Sha256[..32]}";
        date = Rfc5322Date(source.Date, site.TimeZone);
        sharedHeaders = Encoding.ASCII.GetBytes(SharedHeaders(site, source));
        body = [.. BodyStretches(source)];
    }

    /// <summary>The message of a sealed edition.</summary>
    public static MessageTemplate Create(SiteSettings site, SealedEdition edition)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(edition);
        return new MessageTemplate(
            site,
            new MessageSource(edition.Issue, edition.Sha256, edition.Html, edition.Text, edition.Streams, edition.MessageIdDomain, edition.SealedAt),
            edition.Subject);
    }

    /// <summary>The message of an edition that is not sealed: for a test, a rehearsal or an <c>.eml</c> file.</summary>
    /// <param name="site">Who sends, and how one unsubscribes.</param>
    /// <param name="edition">What is sent.</param>
    /// <param name="date">The message's date.</param>
    /// <param name="subjectPrefix">Stands before the subject, as for a test.</param>
    public static MessageTemplate Create(SiteSettings site, Edition edition, Instant date, string subjectPrefix = "")
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(edition);
        return new MessageTemplate(
            site,
            new MessageSource(
                edition.Issue.Slug, edition.Sha256, edition.Html, edition.Text, edition.Issue.EmailStreams, DefaultMessageIdDomain(site), date),
            subjectPrefix + edition.Subject);
    }

    /// <summary>The domain of the From address.</summary>
    public static string DefaultMessageIdDomain(SiteSettings site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return Normalised(site.Email.From ?? throw new ArgumentException("The site has no From address.", nameof(site))).Domain;
    }

    /// <summary>One recipient's copy: ASCII but for a recipient whose local part is not, lines below 998 octets, CRLF.</summary>
    public byte[] For(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        var unsubscribe = recipient.Token.Length > 0 ? UnsubscribeAddress(recipient.Token) : null;
        var to = new Mailbox(recipient.Name, recipient.Address.Value);
        return Assemble(
            header => header.Mailbox("To", to, utf8: recipient.Address.NeedsSmtpUtf8),
            messageIdOf: recipient.Address.Key,
            unsubscribe,
            mailtoToken: recipient.Token,
            field => field switch
            {
                MergeText.UnsubscribeUrl => unsubscribe,
                "name" => HeaderText.Clean(recipient.Name),
                "address" => recipient.Address.Value,
                "language" => recipient.Language,
                _ => recipient.Fields.TryGetValue(field, out var value) ? HeaderText.Clean(value) : null,
            });
    }

    /// <summary>The message for nobody in particular, every merge field with its fallback.</summary>
    public byte[] ForNobody() => Assemble(
        header => header.Tokens("To", "undisclosed-recipients:;"),
        messageIdOf: "",
        UnsubscribeAddress(SampleToken),
        SampleToken,
        _ => null);

    // Opens the page of no subscriber.
    internal const string SampleToken = "sample";

    private string? UnsubscribeAddress(string token) => email.UnsubscribeUrl?.Replace("{token}", token, StringComparison.Ordinal);

    private byte[] Assemble(Action<HeaderText> to, string messageIdOf, string? unsubscribe, string mailtoToken, Func<string, string?> value)
    {
        var header = new HeaderText();
        header.Mailbox("From", from);
        if (email.ReplyTo is { } replyTo)
        {
            header.Mailbox("Reply-To", Normalised(replyTo));
        }

        to(header);
        header.Unstructured("Subject", subject).Tokens("Date", date);
        header.Tokens("Message-ID", $"<{MessageIdOf(messageIdOf)}@{messageIdDomain}>");
        if (unsubscribe is not null)
        {
            var mailto = $"mailto:{(email.ReplyTo is { } reply ? Normalised(reply) : from).Address}?subject=unsubscribe%20{mailtoToken}";
            header.Tokens("List-Unsubscribe", $"<{unsubscribe}>,", $"<{mailto}>").Tokens("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        using var message = new MemoryStream();
        message.Write(Encoding.UTF8.GetBytes(header.ToString()));
        message.Write(sharedHeaders);
        foreach (var stretch in body)
        {
            stretch.Write(message, value);
        }

        return message.ToArray();
    }

    // The address's hash and not the address: a Message-ID is quoted in public archives.
    private string MessageIdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256}\n{key}")))[..32];

    private string SharedHeaders(SiteSettings site, MessageSource source)
    {
        var stream = source.Streams.IsEmpty ? Model.Settings.Stream.Newsletter.Id : source.Streams[0];
        var listId = site.Email.ListId ?? $"{stream}.{from.Domain}";
        var header = new HeaderText();
        header.Identified("List-Id", site.Title, listId);
        header.Tokens("List-Archive", $"<{site.BaseUrl.AbsoluteUri}>");
        header.Tokens("Feedback-ID", $"{source.Issue}:{stream}:newsletter:{SenderId(listId)}");
        header.Tokens("Auto-Submitted", "auto-generated");
        header.Tokens("Precedence", "bulk");
        header.Tokens("MIME-Version", "1.0");
        header.Tokens("Content-Type", "multipart/alternative;", $"boundary=\"{boundary}\"");
        return header.ToString();
    }

    /// <summary>Gmail wants 5 to 15 characters that stay the same.</summary>
    private static string SenderId(string listId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listId)))[..12];

    private IEnumerable<Stretch> BodyStretches(MessageSource source)
    {
        yield return Literal($"\r\n--{boundary}\r\n{PartHeaders("plain")}\r\n");
        foreach (var stretch in Encoded(source.Text, html: false))
        {
            yield return stretch;
        }

        yield return Literal($"\r\n--{boundary}\r\n{PartHeaders("html")}\r\n");
        foreach (var stretch in Encoded(source.Html, html: true))
        {
            yield return stretch;
        }

        yield return Literal($"\r\n--{boundary}--\r\n");
    }

    private static string PartHeaders(string subtype) =>
        $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n";

    private static IEnumerable<Stretch> Encoded(MergeText text, bool html)
    {
        foreach (var segment in text.Segments)
        {
            using var fixedBytes = new MemoryStream();
            QuotedPrintable.Append(segment.Text, fixedBytes);
            yield return new Stretch(fixedBytes.ToArray(), segment.Field, html);
        }
    }

    private static Stretch Literal(string text) => new(Encoding.ASCII.GetBytes(text), null, Html: false);

    private static Mailbox Normalised(Mailbox mailbox) => mailbox with { Address = EmailAddress.Parse(mailbox.Address).Value };

    private static string Rfc5322Date(Instant instant, DateTimeZone zone)
    {
        var at = instant.InZone(zone).ToDateTimeOffset();
        var offset = at.Offset;
        return at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
    }

    private sealed record MessageSource(
        string Issue, string Sha256, MergeText Html, MergeText Text, ImmutableArray<string> Streams, string MessageIdDomain, Instant Date);

    /// <summary>Bytes as they are sent; when <c>Field</c> names a merge field, they are its fallback.</summary>
    private readonly record struct Stretch(byte[] Bytes, string? Field, bool Html)
    {
        public void Write(MemoryStream message, Func<string, string?> value)
        {
            if (Field is not null && value(Field) is { Length: > 0 } given)
            {
                QuotedPrintable.Append(Html ? WebUtility.HtmlEncode(given) : given, message);
            }
            else
            {
                message.Write(Bytes);
            }
        }
    }
}
