using NodaTime;
using NodaTime.Text;

namespace SecPress.Cli.Pipeline;

/// <summary>The time a publication is made at: an instant, or a local time that the site's zone makes one.</summary>
public sealed record ClockTime
{
    private readonly Instant? instant;
    private readonly LocalDateTime local;

    public ClockTime(Instant instant) => this.instant = instant;

    private ClockTime(LocalDateTime local) => this.local = local;

    /// <summary>ISO 8601: a date (its midnight), a local date and time, or one with Z. Null when it is neither.</summary>
    public static ClockTime? TryParse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return new ClockTime(date.Value.AtMidnight());
        }

        if (LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-ddTHH:mm").Parse(text) is { Success: true } minute)
        {
            return new ClockTime(minute.Value);
        }

        if (LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } second)
        {
            return new ClockTime(second.Value);
        }

        if (text.EndsWith('Z') && TryParse(text[..^1]) is { instant: null } utc && text.Contains('T', StringComparison.Ordinal))
        {
            return new ClockTime(utc.local.InUtc().ToInstant());
        }

        return null;
    }

    public Instant In(DateTimeZone zone) => instant ?? local.InZoneLeniently(zone).ToInstant();
}
