using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>The party table of one issue.</summary>
public sealed record PartyPoint(Issue Issue, PartyCount Count)
{
    public LocalDate Date => Issue.Sent;
}

/// <summary>What came and went in some time; null where no issue of it gave a number.</summary>
public sealed record PartyChange(int? Acceded, int? Withdrawn, int? Expelled)
{
    /// <summary>Those who withdrew or were expelled.</summary>
    public int? Left => Withdrawn is null && Expelled is null ? null : (Withdrawn ?? 0) + (Expelled ?? 0);

    public bool IsEmpty => Acceded is null && Left is null;

    internal static PartyChange Of(IEnumerable<PartyPoint> points)
    {
        var counts = points.Select(p => p.Count).ToList();
        return new PartyChange(Sum(counts, c => c.Acceded), Sum(counts, c => c.Withdrawn), Sum(counts, c => c.Expelled));
    }

    private static int? Sum(IEnumerable<PartyCount> counts, Func<PartyCount, int?> number) =>
        counts.Select(number).Aggregate((int?)null, (sum, n) => n is null ? sum : (sum ?? 0) + n);
}

public sealed record PartyMonth(YearMonth Month, PartyChange Change);

/// <summary>A year; <c>Last</c> is the last number of parties an issue of it gave.</summary>
public sealed record PartyYear(int Year, PartyChange Change, int? Last);

/// <summary>How many parties there are and were.</summary>
public sealed class PartyStatistics
{
    internal PartyStatistics(ImmutableArray<PartyPoint> points)
    {
        Points = points;
        Months = [.. points.GroupBy(p => p.Date.ToYearMonth()).Select(m => new PartyMonth(m.Key, PartyChange.Of(m)))];
        Years =
        [
            .. points.GroupBy(p => p.Date.Year).Select(y => new PartyYear(
                y.Key, PartyChange.Of(y), y.LastOrDefault(p => p.Count.Current is not null)?.Count.Current)),
        ];
    }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<PartyPoint> Points { get; }

    /// <summary>Oldest first; months without an issue are left out.</summary>
    public ImmutableArray<PartyMonth> Months { get; }

    /// <summary>Oldest first; years without an issue are left out.</summary>
    public ImmutableArray<PartyYear> Years { get; }

    /// <summary>The newest issue that said how many parties there are; null when none did.</summary>
    public PartyPoint? Latest => Points.LastOrDefault(p => p.Count.Current is not null);

    public bool IsEmpty => Points.IsEmpty;
}
