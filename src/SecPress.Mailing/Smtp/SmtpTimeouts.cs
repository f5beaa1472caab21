namespace SecPress.Mailing.Smtp;

/// <summary>How long to wait for a server (RFC 5321 §4.5.3.2).</summary>
public sealed record SmtpTimeouts
{
    /// <summary>Until the network connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Until the next sign of life at any stage but the last.</summary>
    public TimeSpan Exchange { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the answer to the final dot: giving up sooner makes doubles.</summary>
    public TimeSpan AfterBody { get; init; } = TimeSpan.FromMinutes(10);
}
