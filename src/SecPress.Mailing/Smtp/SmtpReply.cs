namespace SecPress.Mailing.Smtp;

/// <summary>A server's answer: three digits and its text, lines joined by a space.</summary>
public sealed record SmtpReply(int Code, string Text)
{
    /// <summary>The enhanced status code of RFC 3463 that the text starts with; null when it has none.</summary>
    public EnhancedStatus? Enhanced => EnhancedStatus.Find(Text);

    /// <summary>The name the server gave the message, when it says so in a way we know.</summary>
    public string? QueueId => After("queued as ") ?? After("queued-as ") ?? After(" id=");

    public override string ToString() => $"{Code} {Text}".TrimEnd();

    private string? After(string marker)
    {
        var at = Text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var id = Text[(at + marker.Length)..].Split(' ', 2)[0].Trim('<', '>', '.', ',', ';', ')');
        return id.Length > 0 ? id : null;
    }
}

/// <summary>An enhanced status code: class, subject and detail (RFC 3463 §2).</summary>
public readonly record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    public static EnhancedStatus? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(' ', 2)[0].Split('.');
        return parts.Length == 3 && parts[0].Length == 1 && Number(parts[0]) is { } first and (2 or 4 or 5)
            && Number(parts[1]) is { } second && Number(parts[2]) is { } third
            ? new EnhancedStatus(first, second, third)
            : null;
    }

    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static int? Number(string digits) =>
        digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit) ? int.Parse(digits) : null;
}

/// <summary>How far an exchange with a server was when it answered or was lost.</summary>
public enum SmtpStage
{
    Connect,
    Greeting,
    Hello,
    StartTls,
    Authenticate,
    MailFrom,
    RecipientTo,

    /// <summary>The command DATA, before its 354.</summary>
    Data,

    /// <summary>After the 354.</summary>
    Body,
}
