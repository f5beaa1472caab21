using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Mailing.Subscribers;

public enum SubscriberStatus
{
    /// <summary>Asked for the newsletter and has not yet confirmed.</summary>
    Pending,
    Active,
    Unsubscribed,

    /// <summary>The mailbox does not exist or no longer takes mail.</summary>
    Bounced,

    /// <summary>Reported a message as unwanted.</summary>
    Complained,
    Erased,
}

/// <summary>How a person came to be on the list: what a publisher must be able to show (GDPR article 7).</summary>
/// <param name="At">When consent was given; null when the source does not say.</param>
/// <param name="How">The way it was given, such as <c>import</c>.</param>
/// <param name="Text">The words the person agreed to; empty when not known.</param>
/// <param name="Source">The file or network address it came from.</param>
public sealed record Consent(Instant? At, string How, string Text, string Source);

/// <summary>Somebody on the list.</summary>
public sealed record Subscriber
{
    public required EmailAddress Address { get; init; }

    /// <summary>Empty when not known.</summary>
    public string Name { get; init; } = "";

    public required SubscriberStatus Status { get; init; }

    /// <summary>A BCP 47 tag; null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>Ids of the streams the person takes, sorted.</summary>
    public ImmutableArray<string> Streams { get; init; } = [];

    /// <summary>Custom fields by name.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public required Consent Consent { get; init; }

    /// <summary>Names the person in links without showing the address; see <see cref="SubscriberToken"/>.</summary>
    public required string Token { get; init; }

    public Recipient ToRecipient() => new(Address, Name, Token) { Language = Language, Fields = Fields };
}

/// <summary>Which subscribers to list; null takes all.</summary>
public sealed record SubscriberFilter(string? Stream = null, SubscriberStatus? Status = null);
