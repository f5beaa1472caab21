using NodaTime;

namespace SecPress.Checks.Reading;

/// <summary>Gives the dates of one list or range their years.</summary>
/// <param name="sent">The day the text is of.</param>
internal sealed class YearReader(LocalDate sent)
{
    // Half a year: a list or range does not run backwards so far.
    private const int Backwards = 183;

    public IEnumerable<WrittenDate> Read(IReadOnlyList<ReadDate> dates)
    {
        LocalDate? before = null;
        for (var i = 0; i < dates.Count; i++)
        {
            var read = dates[i];
            var year = YearOf(dates, i, before);
            var date = year is { } written ? DateIn(written, read) : Nearest(read.Month, read.Day);
            before = date ?? before;
            yield return new WrittenDate(read.Start, read.End - read.Start, read.Day, read.Month)
            {
                Date = date,
                HasYear = year is not null,
                Weekday = read.Weekday,
                EndsRange = read.EndsRange,
            };
        }
    }

    /// <summary>The day of that name that is nearest to the issue; null when there is none.</summary>
    public LocalDate? Nearest(int month, int day)
    {
        LocalDate? nearest = null;
        for (var year = sent.Year - 4; year <= sent.Year + 4; year++)
        {
            if (year >= 1 && DateIn(year, month, day) is { } date && (nearest is not { } known || Distance(date) <= Distance(known)))
            {
                nearest = date;
            }
        }

        return nearest;
    }

    private int Distance(LocalDate date) => Math.Abs(Period.DaysBetween(sent, date));

    // A year stands with the last of some dates, or with the first of them: "30 December – 2 January 2018" is of two years.
    private int? YearOf(IReadOnlyList<ReadDate> dates, int at, LocalDate? before)
    {
        var read = dates[at];
        if (read.Year is { } own)
        {
            return own;
        }

        if (read.YearsFromSent is { } years)
        {
            return sent.Year + years;
        }

        for (var later = at + 1; later < dates.Count; later++)
        {
            if (dates[later].Year is { } year)
            {
                return DateIn(year, dates[later]) is { } end && DateIn(year, read) is { } start && Period.DaysBetween(end, start) > Backwards ? year - 1 : year;
            }
        }

        if (dates.Take(at).All(d => d.Year is null) || before is not { } last)
        {
            return null;
        }

        return DateIn(last.Year, read) is { } date && Period.DaysBetween(date, last) > Backwards ? last.Year + 1 : last.Year;
    }

    private static LocalDate? DateIn(int year, ReadDate read) => DateIn(year, read.Month, read.Day);

    private static LocalDate? DateIn(int year, int month, int day) =>
        day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
}
