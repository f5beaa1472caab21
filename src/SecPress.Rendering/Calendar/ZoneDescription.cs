using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace SecPress.Rendering.Calendar;

/// <summary>
/// A <c>VTIMEZONE</c> (RFC 5545, 3.6.5) that is complete for a span of years: what clocks were set to before the first of them and every
/// change in them. Changes that come on the same kind of day year after year are one rule, since some readers know nothing else.
/// </summary>
public static class ZoneDescription
{
    // Two changes in two years may be chance; from three on it is a rule.
    private const int ShortestRule = 3;

    // So that what still holds at the end is seen to be a rule.
    private const int YearsAfter = ShortestRule;

    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>One change of the clocks: when, by the clocks before it, and what they show after it.</summary>
    private sealed record Onset(LocalDateTime At, Instant Instant, Offset From, Offset To, string Name, bool Summer)
    {
        /// <summary>Changes that could be of one rule. The last week of a month is told from the others: its days are "the last".</summary>
        public object Kind => (From, To, Name, Summer, At.Month, At.DayOfWeek, At.TimeOfDay, Ordinal);

        public int Ordinal => At.Day + 7 > CalendarSystem.Iso.GetDaysInMonth(At.Year, At.Month) ? -1 : ((At.Day - 1) / 7) + 1;
    }

    /// <summary>Whether the zone's clocks always show UTC, so that no description is needed.</summary>
    public static bool IsUtc(DateTimeZone zone) => zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero;

    public static void Write(ContentLines lines, DateTimeZone zone, int firstYear, int lastYear)
    {
        lines.Begin("VTIMEZONE").Raw("TZID", zone.Id);
        var start = Instant.FromUtc(firstYear - 1, 12, 1, 0, 0);
        var intervals = zone.GetZoneIntervals(start, Instant.FromUtc(lastYear + YearsAfter, 12, 31, 0, 0)).ToList();
        WriteFirst(lines, intervals[0]);
        var onsets = intervals.Zip(intervals.Skip(1), Change).ToList();
        foreach (var run in onsets.GroupBy(o => o.Kind).SelectMany(Runs).OrderBy(r => r[0].Instant))
        {
            // A rule that reaches the end of the span goes on: what comes after is the same guess as the zone's own.
            Write(lines, run, goesOn: run[^1].At.Year == lastYear + YearsAfter);
        }

        lines.End("VTIMEZONE");
    }

    private static Onset Change(ZoneInterval before, ZoneInterval after) => new(
        after.Start.WithOffset(before.WallOffset).LocalDateTime,
        after.Start,
        before.WallOffset,
        after.WallOffset,
        after.Name,
        after.Savings > Offset.Zero);

    // Its own start may lie in a century that no reader needs.
    private static void WriteFirst(ContentLines lines, ZoneInterval first)
    {
        var name = first.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD";
        var at = first.HasStart && first.Start > NodaConstants.UnixEpoch
            ? first.Start.WithOffset(first.WallOffset).LocalDateTime
            : new LocalDateTime(1970, 1, 1, 0, 0);
        lines.Begin(name).Time("DTSTART", at).Raw("TZOFFSETFROM", Format(first.WallOffset)).Raw("TZOFFSETTO", Format(first.WallOffset));
        lines.Text("TZNAME", first.Name).End(name);
    }

    private static IEnumerable<ImmutableArray<Onset>> Runs(IEnumerable<Onset> alike)
    {
        var run = ImmutableArray.CreateBuilder<Onset>();
        foreach (var onset in alike)
        {
            if (run.Count > 0 && onset.At.Year != run[^1].At.Year + 1)
            {
                foreach (var piece in Pieces(run))
                {
                    yield return piece;
                }

                run.Clear();
            }

            run.Add(onset);
        }

        foreach (var piece in Pieces(run))
        {
            yield return piece;
        }
    }

    private static IEnumerable<ImmutableArray<Onset>> Pieces(ImmutableArray<Onset>.Builder run) =>
        run.Count >= ShortestRule ? [run.ToImmutable()] : run.ToImmutable().Select(o => ImmutableArray.Create(o));

    private static void Write(ContentLines lines, ImmutableArray<Onset> run, bool goesOn)
    {
        var first = run[0];
        var name = first.Summer ? "DAYLIGHT" : "STANDARD";
        lines.Begin(name).Time("DTSTART", first.At);
        if (run.Length > 1)
        {
            var until = goesOn ? "" : $";UNTIL={ContentLines.Format(run[^1].Instant.InUtc().LocalDateTime)}Z";
            lines.Raw("RRULE", string.Create(
                CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.At.Month};BYDAY={first.Ordinal}{Days[(int)first.At.DayOfWeek - 1]}{until}"));
        }

        lines.Raw("TZOFFSETFROM", Format(first.From)).Raw("TZOFFSETTO", Format(first.To)).Text("TZNAME", first.Name).End(name);
    }

    // UTC-OFFSET (3.3.14); seconds only where there are some.
    private static string Format(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var sign = offset.Seconds < 0 ? '-' : '+';
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + (seconds % 60).ToString("00", CultureInfo.InvariantCulture);
    }
}
