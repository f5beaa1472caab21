
namespace SecPress.Model.Settings;

public enum PublishedEditions
{
    /// <summary>The site carries the email edition of the latest issue.</summary>
    Latest,
    All,
    None,
}

/// <summary>A mailbox as in RFC 5322: an address, and a name that may be empty.</summary>
public sealed record Mailbox(string Name, string Address)
{
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}

public sealed record EmailSettings
{
    public PublishedEditions Editions { get; init; } = PublishedEditions.Latest;

    public Mailbox? From { get; init; }

    public Mailbox? ReplyTo { get; init; }

    /// <summary>The identifier of RFC 2919, without brackets.</summary>
    public string? ListId { get; init; }

    public string PostalAddress { get; init; } = "";

    /// <summary>An https address with <c>{token}</c> in it; null while unsubscribing by web is not set up.</summary>
    public string? UnsubscribeUrl { get; init; }
}

public enum StreamKind
{
    /// <summary>Sent on consent, unsubscribed with one click.</summary>
    Consent,

    /// <summary>Service mail under an obligation.</summary>
    Service,
}

public enum OnUnknown
{
    /// <summary>A message whose fate is unknown waits for a person.</summary>
    Hold,
    Resend,
}

public sealed record Stream(string Id, StreamKind Kind, OnUnknown OnUnknown)
{
    public static readonly Stream Newsletter = new("newsletter", StreamKind.Consent, OnUnknown.Hold);
}

public enum RelaySecurity
{
    StartTls,
    Tls,
    None,
}

/// <summary>A mail server to hand messages to. The password is in the named environment variable.</summary>
public sealed record Relay(string Host, int Port, RelaySecurity Security, string? User, string? PasswordEnvironmentVariable);

/// <summary>So many in each period.</summary>
public sealed record Rate(int Count, TimeSpan Period);

public sealed record Dkim(string Domain, string Selector, string KeyFile);

public sealed record BounceMailbox(string Kind, string Host, int? Port, string User, string? PasswordEnvironmentVariable);
