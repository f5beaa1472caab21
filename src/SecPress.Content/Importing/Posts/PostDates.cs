using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Content.Importing.Parts;
using SecPress.Content.Schemas;

namespace SecPress.Content.Importing.Posts;

/// <summary>When a post went out: by its head, or by its file's name.</summary>
internal static partial class PostDates
{
    /// <summary>The name's day wins over one further from it than this: such a head was copied from another post.</summary>
    private const int MostDaysApart = 31;

    public static (LocalDate Date, LocalTime? Time)? Read(PostHead head, string name, DateFinder dates, ImportNotes notes)
    {
        var named = OfName(name);
        var text = head.Text("date", "publishdate", "published", "pubdate");
        if (text is null)
        {
            return named is { } only ? (only, null) : null;
        }

        if (OfText(text, dates) is not { } given)
        {
            notes.Look(1, named is null ? "this is no date" : "this is no date, so that of the file's name was taken", text);
            return named is { } fallback ? (fallback, null) : null;
        }

        if (named is { } day && Math.Abs(Period.DaysBetween(day, given.Date)) > MostDaysApart)
        {
            notes.Look(1, "the date is far from the file's name, whose day was taken", text);
            return (day, null);
        }

        return given;
    }

    /// <summary>The file's name without its date, and with one padded so that names sort by date.</summary>
    public static (string Bare, string Padded) Names(string name) => NamedDay().Match(name) is { Success: true } match && OfName(name) is { } day
        ? (name[match.Length..].Trim('-', '_'), FormattableString.Invariant($"{day.Year:0000}-{day.Month:00}-{day.Day:00}-{name[match.Length..].Trim('-', '_')}").TrimEnd('-'))
        : (name, name);

    private static LocalDate? OfName(string name) => NamedDay().Match(name) is { Success: true } match
        ? Valid(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value)
        : null;

    private static (LocalDate Date, LocalTime? Time)? OfText(string text, DateFinder dates)
    {
        if (Iso().Match(text) is { Success: true } match)
        {
            if (Valid(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is not { } date)
            {
                return null;
            }

            var time = match.Groups["h"].Success && Number(match.Groups["h"].Value) < 24 && Number(match.Groups["i"].Value) < 60
                ? new LocalTime(Number(match.Groups["h"].Value), Number(match.Groups["i"].Value))
                : LocalTime.Midnight;
            return (date, time == LocalTime.Midnight ? null : time);
        }

        return dates.In(text) is [var found, ..] ? (found.Date, null) : null;
    }

    private static LocalDate? Valid(string year, string month, string day) =>
        Scalars.Date($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?=[-_]|$)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?:[T ]+(?<h>[0-9]{1,2}):(?<i>[0-9]{2}))?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Iso();
}
