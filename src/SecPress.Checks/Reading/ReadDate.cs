namespace SecPress.Checks.Reading;

/// <summary>A date as its words were read, before its year is known.</summary>
internal sealed record ReadDate(int Day, int Month, int Start, int End)
{
    public int? Year { get; init; }

    /// <summary>"Next year" is 1.</summary>
    public int? YearsFromSent { get; init; }

    public WrittenWeekday? Weekday { get; init; }

    public bool EndsRange { get; init; }
}
