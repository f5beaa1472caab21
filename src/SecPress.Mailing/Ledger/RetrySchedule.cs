using NodaTime;

namespace SecPress.Mailing.Ledger;

/// <summary>When a deferred copy is tried again: 5 minutes, doubling to 4 hours, spread so that a crowd does not return as one.</summary>
public static class RetrySchedule
{
    /// <summary>Long enough for a mail server that was down over a weekend.</summary>
    public static readonly Duration GiveUpAfter = Duration.FromHours(72);

    private static readonly Duration Shortest = Duration.FromMinutes(5);
    private static readonly Duration Longest = Duration.FromHours(4);

    /// <param name="attempt">How often it was tried, 1 or more.</param>
    /// <param name="chance">From 0 to 1: where in the spread of ±20 % the delay falls.</param>
    public static Duration DelayAfter(int attempt, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var plain = Duration.Min(Longest, Shortest * Math.Pow(2, Math.Min(attempt - 1, 10)));
        return Duration.Max(Shortest, Duration.Min(Longest, plain * (0.8 + (0.4 * chance))));
    }

    /// <summary>Whether a copy first tried at <paramref name="first"/> has been tried long enough.</summary>
    public static bool IsOver(Instant? first, Instant now) => first is { } at && now - at >= GiveUpAfter;
}
