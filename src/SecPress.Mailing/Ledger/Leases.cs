using NodaTime;

namespace SecPress.Mailing.Ledger;

/// <summary>How long a sender's word is good for when nothing more is heard of it.</summary>
public static class Leases
{
    public static readonly Duration Claimed = Duration.FromMinutes(10);

    /// <summary>Longer than the longest exchange with a server: ten minutes after the final dot alone (RFC 5321 §4.5.3.2.6).</summary>
    public static readonly Duration Sending = Duration.FromMinutes(30);
}
