using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Content.Schemas;

namespace SecPress.Content.Importing.Parts;

/// <summary>
/// Finds days in running text: "9th June 2017", "12th and 26th July", "June 29, 2017", "2017-06-29", "29/06/2017" (day first). A day
/// without a year is taken in the year that brings it nearest to <paramref name="near"/>; without that it is none.
/// </summary>
internal sealed partial class DateFinder(MonthNames months, LocalDate? near)
{
    /// <summary>No sentence that a person wrote is longer.</summary>
    private const int LongestSentence = 4000;

    public List<FoundDate> In(string text)
    {
        var found = new List<FoundDate>();
        if (text.Length > LongestSentence)
        {
            return found;
        }

        foreach (Match match in Days().Matches(text))
        {
            AddDayFirst(found, text, match);
        }

        AddOthers(found, MonthFirst().Matches(text), m => Date(m.Groups["d"].Value, months.Of(m.Groups["m"].Value), m.Groups["y"].Value));
        AddOthers(found, Iso().Matches(text), m => Date(m.Groups["d"].Value, Number(m.Groups["m"].Value), m.Groups["y"].Value));
        AddOthers(found, Slashes().Matches(text), m => Date(m.Groups["d"].Value, Number(m.Groups["m"].Value), m.Groups["y"].Value));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The day that a text consists of, a weekday before it and a comma apart; null when it is anything else.</summary>
    public LocalDate? Whole(string text)
    {
        var found = In(text);
        return found is [var only] && IsWeekday(text[..only.Start]) && text[only.End..].Trim(' ', '.', ',', '*').Length == 0 ? only.Date : null;
    }

    /// <summary>The day a text begins with, and what follows, though no space may part the two: "10th JulyQuestion Hour".</summary>
    public (LocalDate Date, string Behind)? Leading(string text)
    {
        var match = Glued().Match(text);
        if (!match.Success || months.Prefix(match.Groups["m"].Value) is not { } month)
        {
            return null;
        }

        var behind = match.Groups["m"].Index + month.Length;
        var year = YearBehind().Match(text[behind..]);
        return Date(match.Groups["d"].Value, month.Number, year.Success ? year.Groups["y"].Value : "") is { } date
            ? (date, text[(behind + year.Length)..].Trim(' ', '\t', '-', '–', ':', ','))
            : null;
    }

    private void AddDayFirst(List<FoundDate> found, string text, Match match)
    {
        if (months.Of(match.Groups["m"].Value) is not { } month)
        {
            return;
        }

        var year = match.Groups["y"];
        var end = year.Success ? year.Index + year.Length : match.Groups["m"].Index + match.Groups["m"].Length;
        foreach (Capture day in match.Groups["d"].Captures)
        {
            if (Date(day.Value, month, year.Value) is { } date)
            {
                found.Add(new FoundDate(date, day.Index, day == match.Groups["d"].Captures[^1] ? end : day.Index + day.Length));
            }
        }
    }

    private static void AddOthers(List<FoundDate> found, MatchCollection matches, Func<Match, LocalDate?> dateOf)
    {
        foreach (Match match in matches)
        {
            if (dateOf(match) is { } date && !found.Any(f => f.Start < match.Index + match.Length && match.Index < f.End))
            {
                found.Add(new FoundDate(date, match.Index, match.Index + match.Length));
            }
        }
    }

    private LocalDate? Date(string day, int? month, string year)
    {
        if (Number(day) is not { } d || month is not { } m)
        {
            return null;
        }

        if (Number(year) is { } y)
        {
            return Valid(y, m, d);
        }

        return near is not { } anchor
            ? null
            : Enumerable.Range(anchor.Year - 1, 3).Select(candidate => Valid(candidate, m, d)).OfType<LocalDate>()
                .OrderBy(date => Math.Abs(Period.DaysBetween(anchor, date))).Select(date => (LocalDate?)date).FirstOrDefault();
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1 and <= Scalars.LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsWeekday(string text) => text.Trim(' ', ',', '*') is var word && (word.Length == 0 || Weekday().IsMatch(word));

    [GeneratedRegex(
        @"(?<![\w/-])(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:,|and|&|/|or)\s*(?<d>\d{1,2})(?:st|nd|rd|th)?)*(?:\s+of)?\s+(?<m>\p{L}{3,}\.?),?(?:\s+(?<y>\d{4}))?(?!\d)",
        RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<!\w)(?<m>\p{L}{3,}\.?)\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>\d{4}))?(?!\w)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/])(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^\s*(?:\p{L}+day,?\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<m>\p{L}{3,})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^,?\s+(?<y>\d{4})(?!\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex YearBehind();

    [GeneratedRegex(@"^\p{L}{2,}\.?$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Weekday();
}
