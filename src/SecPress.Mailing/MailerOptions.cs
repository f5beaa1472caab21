using SecPress.Mailing.Smtp;

namespace SecPress.Mailing;

/// <summary>How a <see cref="Mailer"/> works; what it sends and to whom is not here.</summary>
public sealed record MailerOptions
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks an environment variable up: passwords come from there alone.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Connections at the same time.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Messages over one connection before a new one is made.</summary>
    public int MessagesPerConnection { get; init; } = 100;

    public SmtpTimeouts Timeouts { get; init; } = new();

    /// <summary>How long messages already begun may take to end after sending was cancelled.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);
}
