using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SecPress.Rendering.Calendar;

namespace SecPress.Tests.Rendering.Calendar;

public sealed class ZoneDescriptionTests
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>Every zone there is, in spans with the oddest changes of the last decades.</summary>
    [Theory]
    [InlineData(1994, 1996)]
    [InlineData(2005, 2012)]
    [InlineData(2017, 2017)]
    [InlineData(2024, 2040)]
    public void Gives_the_offset_of_the_zone_at_any_time(int firstYear, int lastYear)
    {
        foreach (var zone in NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.GetIds().Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            var onsets = Read(zone, firstYear, lastYear);
            var from = Instant.FromUtc(firstYear, 1, 1, 0, 0);
            var to = Instant.FromUtc(lastYear + 1, 1, 1, 0, 0);
            foreach (var interval in zone.GetZoneIntervals(from, to))
            {
                // Just after and just before a change, as well as in the middle of the span.
                Instant[] probes = [interval.HasStart ? Instant.Max(from, interval.Start) : from, (interval.HasEnd ? Instant.Min(to, interval.End) : to) - Duration.Epsilon];
                Assert.All(probes, p => Assert.Equal(interval.WallOffset, OffsetAt(onsets, p)));
            }
        }
    }

    [Fact]
    public void Says_a_rule_once()
    {
        var lines = new ContentLines();
        ZoneDescription.Write(lines, DateTimeZoneProviders.Tzdb["Europe/London"], 2017, 2036);
        var text = lines.ToString();
        Assert.Contains("DTSTART:20170326T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 300, 600);
    }

    [Fact]
    public void No_zone_needs_much_room()
    {
        foreach (var zone in NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.GetIds().Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            var lines = new ContentLines();
            ZoneDescription.Write(lines, zone, 2005, 2026);
            Assert.InRange(lines.ToString().Length, 100, 9000);
        }
    }

    private static Offset OffsetAt(List<(Instant At, Offset To)> onsets, Instant time) => onsets.Last(o => o.At <= time).To;

    // Each observance with its rule spelled out, in order of time, as a program that reads the file would.
    private static List<(Instant At, Offset To)> Read(DateTimeZone zone, int firstYear, int lastYear)
    {
        var writer = new ContentLines();
        ZoneDescription.Write(writer, zone, firstYear, lastYear);
        var onsets = new List<(Instant, Offset)>();
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in CalendarReader.Lines(writer.ToString()))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (name == "BEGIN")
            {
                properties.Clear();
            }
            else if (name == "END" && value != "VTIMEZONE")
            {
                var from = ParseOffset(properties["TZOFFSETFROM"]);
                onsets.AddRange(Onsets(properties, lastYear).Select(at => (at.WithOffset(from).ToInstant(), ParseOffset(properties["TZOFFSETTO"]))));
            }
            else
            {
                properties[name] = value;
            }
        }

        return [.. onsets.OrderBy(o => o.Item1)];
    }

    private static IEnumerable<LocalDateTime> Onsets(Dictionary<string, string> properties, int lastYear)
    {
        var start = Moment.Parse(properties["DTSTART"]).Value;
        if (!properties.TryGetValue("RRULE", out var text))
        {
            return [start];
        }

        var rule = text.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var from = ParseOffset(properties["TZOFFSETFROM"]);
        var until = rule.TryGetValue("UNTIL", out var end) ? Moment.Parse(end[..^1]).Value.InUtc().ToInstant() : Instant.MaxValue;
        return Enumerable.Range(start.Year, lastYear + 2 - start.Year)
            .Select(year => Day(year, int.Parse(rule["BYMONTH"], CultureInfo.InvariantCulture), rule["BYDAY"]).At(start.TimeOfDay))
            .Where(at => at >= start && at.WithOffset(from).ToInstant() <= until);
    }

    private static LocalDate Day(int year, int month, string byDay)
    {
        var ordinal = int.Parse(byDay[..^2], CultureInfo.InvariantCulture);
        var weekday = (IsoDayOfWeek)(Array.IndexOf(["MO", "TU", "WE", "TH", "FR", "SA", "SU"], byDay[^2..]) + 1);
        var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)).Select(d => new LocalDate(year, month, d)).Where(d => d.DayOfWeek == weekday).ToList();
        return ordinal < 0 ? days[^-ordinal] : days[ordinal - 1];
    }

    private static Offset ParseOffset(string text)
    {
        var seconds = (int.Parse(text[1..3], CultureInfo.InvariantCulture) * 3600)
            + (int.Parse(text[3..5], CultureInfo.InvariantCulture) * 60)
            + (text.Length > 5 ? int.Parse(text[5..7], CultureInfo.InvariantCulture) : 0);
        return Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }
}
