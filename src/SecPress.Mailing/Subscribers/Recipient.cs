using System.Collections.Immutable;

namespace SecPress.Mailing.Subscribers;

/// <summary>A person as a message needs them.</summary>
public sealed record Recipient(EmailAddress Address, string Name, string Token)
{
    public string? Language { get; init; }

    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
