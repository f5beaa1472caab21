using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace SecPress.Mailing.Smtp;

/// <summary>MailKit's client, sending messages as the bytes they are: nothing is re-encoded or measured again on the way.</summary>
internal sealed class RelayClient : SmtpClient
{
    public RelayClient(IProtocolLogger watcher)
        : base(watcher)
    {
        // Revocation lists are fetched over plain HTTP from third parties; a relay must not fail when they are down.
        CheckCertificateRevocation = false;

        // The watching time-out of the connection is the one that counts; this one only must not be shorter.
        Timeout = (int)TimeSpan.FromHours(1).TotalMilliseconds;
    }

    /// <summary>Octets of the message about to be sent, for the SIZE extension.</summary>
    public long MessageSize { get; set; }

    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }

    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(MessageSize);
}
