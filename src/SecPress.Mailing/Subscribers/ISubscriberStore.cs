using System.Collections.Immutable;

namespace SecPress.Mailing.Subscribers;

/// <summary>Somebody as a list names them: what is empty or null leaves what is known as it is.</summary>
public sealed record SubscriberRecord(
    EmailAddress Address,
    string Name,
    string? Language,
    ImmutableArray<string> Streams,
    ImmutableSortedDictionary<string, string> Fields,
    Consent Consent);

public enum ImportOutcome
{
    Added,
    Updated,
    Unchanged,

    /// <summary>Opted out, bounced or complained before: an import never revives such an address.</summary>
    KeptOut,
}

public enum SuppressionReason
{
    Unsubscribed,
    Bounced,
    Complained,
}

/// <summary>The list of subscribers, as importing, listing and sending need it.</summary>
public interface ISubscriberStore
{
    /// <summary>
    /// Takes a batch in one transaction, each address once or more, and says what became of each. An address that is new becomes
    /// active; streams are added, never taken away; a stream somebody left is not joined again.
    /// </summary>
    /// <param name="dryRun">Answers the same and keeps nothing.</param>
    Task<ImmutableArray<ImportOutcome>> ImportAsync(IReadOnlyList<SubscriberRecord> batch, bool dryRun, CancellationToken cancellationToken = default);

    /// <summary>By address. The list may change while it is read; each entry is whole.</summary>
    IAsyncEnumerable<Subscriber> ListAsync(SubscriberFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Never mail this address again, known or not. The first reason stays.</summary>
    /// <param name="detail">Where the wish or the verdict came from, such as a server's reply.</param>
    Task SuppressAsync(EmailAddress address, SuppressionReason reason, string detail, CancellationToken cancellationToken = default);
}
