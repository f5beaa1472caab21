using NodaTime;
using SecPress.Cli.Pipeline;

namespace SecPress.Cli.Preview;

/// <summary>Which site to show, as of when, and how.</summary>
/// <param name="SiteFolder">The folder of <c>site.yml</c>.</param>
/// <param name="Clock">The time the site is made at; null for the time of each making.</param>
/// <param name="Time">Tells that time.</param>
/// <param name="Jobs">How many threads may work at once.</param>
public sealed record PreviewRequest(string SiteFolder, ClockTime? Clock, TimeProvider Time, int Jobs)
{
    public Instant Now(DateTimeZone zone) => Clock?.In(zone) ?? Instant.FromDateTimeOffset(Time.GetUtcNow());
}
