using NodaTime;

namespace SecPress.Checks.Reading;

/// <summary>A day of the week beside a date, and where it stands.</summary>
public readonly record struct WrittenWeekday(IsoDayOfWeek Day, int Start, int Length);

/// <summary>A date in running text, and where it stands. In a range or a list of dates each is one.</summary>
/// <param name="Start">Where its first sign stands, its day of the week left aside.</param>
/// <param name="Length">Up to its last sign.</param>
/// <param name="Day">The day of the month.</param>
/// <param name="Month">The month, from 1.</param>
public sealed record WrittenDate(int Start, int Length, int Day, int Month)
{
    /// <summary>With the year that is written, or else the nearest to the issue; null when the month has no such day.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Whether its year is written, with it or with one it is in a list or range with.</summary>
    public bool HasYear { get; init; }

    public WrittenWeekday? Weekday { get; init; }

    /// <summary>Those of one list or range have the same number.</summary>
    public int Group { get; init; }

    /// <summary>Whether it ends the range that the date before it begins.</summary>
    public bool EndsRange { get; init; }

    public int End => Start + Length;
}
