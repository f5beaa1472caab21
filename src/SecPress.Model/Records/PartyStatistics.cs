using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>The party table of one issue.</summary>
public sealed record PartyPoint(Issue Issue, PartyCount Count)
{
    public LocalDate Date => Issue.Sent;
}

/// <summary>What came and went in one month; null where no issue of it gave a number.</summary>
public sealed record PartyMonth(int Year, int Month, int? Acceded, int? Withdrawn, int? Expelled);

/// <summary>How many parties there are and were.</summary>
public sealed class PartyStatistics
{
    internal PartyStatistics(ImmutableArray<PartyPoint> points)
    {
        Points = points;
        Months =
        [
            .. points.GroupBy(p => (p.Date.Year, p.Date.Month)).Select(m => new PartyMonth(
                m.Key.Year, m.Key.Month, Sum(m, c => c.Acceded), Sum(m, c => c.Withdrawn), Sum(m, c => c.Expelled))),
        ];
    }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<PartyPoint> Points { get; }

    /// <summary>Oldest first; months without an issue are left out.</summary>
    public ImmutableArray<PartyMonth> Months { get; }

    public bool IsEmpty => Points.IsEmpty;

    private static int? Sum(IEnumerable<PartyPoint> points, Func<PartyCount, int?> number) =>
        points.Select(p => number(p.Count)).Aggregate((int?)null, (sum, n) => n is null ? sum : (sum ?? 0) + n);
}
