using MailKit;

namespace SecPress.Mailing.Smtp;

/// <summary>
/// Watches what passes between the client and the server, to know at any moment whether the final dot has been written: until then
/// no server can have taken the message, from then on only its answer tells (RFC 1047). It keeps nothing of what it sees.
/// </summary>
internal sealed class BodyWatcher : IProtocolLogger
{
    private const int DotLength = 5;
    private readonly Action<WireEvent> heard;
    private bool inBody;
    private int matched;

    public BodyWatcher(Action<WireEvent> heard) => this.heard = heard;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The furthest command sent since <see cref="Restart"/>.</summary>
    public SmtpStage Stage { get; private set; }

    /// <summary>Whether the whole body, final dot included, was handed to the network.</summary>
    public bool IsBodyComplete { get; private set; }

    private static ReadOnlySpan<byte> FinalDot => "\r\n.\r\n"u8;

    /// <summary>Before a message.</summary>
    public void Restart() => (Stage, inBody, IsBodyComplete, matched) = (SmtpStage.MailFrom, false, false, 0);

    public void LogConnect(Uri uri) => Stage = SmtpStage.Greeting;

    public void LogClient(byte[] buffer, int offset, int count)
    {
        var written = buffer.AsSpan(offset, count);
        if (inBody && !IsBodyComplete)
        {
            FindFinalDot(written);
        }
        else if (!inBody)
        {
            Stage = StageOf(written);
        }

        heard(IsBodyComplete ? WireEvent.BodyComplete : WireEvent.Spoke);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (Stage == SmtpStage.Data && buffer.AsSpan(offset, count).StartsWith("354"u8))
        {
            // The line break before the body counts: an empty body ends with its first line.
            (Stage, inBody, matched) = (SmtpStage.Body, true, 2);
        }

        heard(WireEvent.Heard);
    }

    public void Dispose()
    {
    }

    // What is sent before a message may hold secrets in any form, so it is told apart by the stage it comes at.
    private SmtpStage StageOf(ReadOnlySpan<byte> command) => Stage >= SmtpStage.MailFrom
        ? command.StartsWith("DATA\r\n"u8) ? SmtpStage.Data : command.StartsWith("RCPT "u8) ? SmtpStage.RecipientTo : Stage
        : command.StartsWith("EHLO "u8) || command.StartsWith("HELO "u8) ? SmtpStage.Hello
        : command.StartsWith("STARTTLS"u8) ? SmtpStage.StartTls
        : command.StartsWith("AUTH "u8) ? SmtpStage.Authenticate
        : Stage;

    private void FindFinalDot(ReadOnlySpan<byte> written)
    {
        foreach (var b in written)
        {
            matched = b == FinalDot[matched] ? matched + 1 : b == '\r' ? 1 : 0;
            if (matched == DotLength)
            {
                IsBodyComplete = true;
                return;
            }
        }
    }
}

internal enum WireEvent
{
    Spoke,
    BodyComplete,
    Heard,
}
