using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SecPress.Model;

/// <summary>
/// The words that templates and printers put beside the editor's own, in one language, with its names of months and days.
/// The program runs under invariant globalisation, so nothing here comes from the platform.
/// </summary>
public sealed class Labels
{
    private readonly FrozenDictionary<string, string> texts;

    public Labels(
        string language,
        IReadOnlyDictionary<string, string> texts,
        ImmutableArray<string> months,
        ImmutableArray<string> shortMonths,
        ImmutableArray<string> days,
        ImmutableArray<string> shortDays)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (months.Length != 12 || shortMonths.Length != 12 || days.Length != 7 || shortDays.Length != 7)
        {
            throw new ArgumentException("A language has twelve months and seven days.");
        }

        Language = language;
        this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
        (Months, ShortMonths, Days, ShortDays) = (months, shortMonths, days, shortDays);
    }

    public string Language { get; }

    public ImmutableArray<string> Months { get; }

    public ImmutableArray<string> ShortMonths { get; }

    /// <summary>Monday first.</summary>
    public ImmutableArray<string> Days { get; }

    /// <summary>Monday first.</summary>
    public ImmutableArray<string> ShortDays { get; }

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text of a key; the key itself when the language has none, so that a gap is seen.</summary>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : key;

    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string Format(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>
    /// The text of a key in the form that a number wants, <c>{key}.one</c>, <c>{key}.other</c> and so on, with the number as <c>{0}</c>.
    /// A form the language's file does not have is <c>other</c>.
    /// </summary>
    public string Plural(string key, int number) => Format(PluralKey(key, number), Number(number));

    /// <summary>The key of the form that a number wants.</summary>
    public string PluralKey(string key, int number)
    {
        var form = $"{key}.{PluralForms.Of(Language, number)}";
        return Has(form) ? form : $"{key}.{PluralForms.Other}";
    }

    /// <summary>A count of things, its digits in groups of three.</summary>
    public string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        for (var at = digits.Length - 3; at > (number < 0 ? 1 : 0); at -= 3)
        {
            digits = digits.Insert(at, this["number.group"]);
        }

        return digits;
    }

    /// <summary>A time of day by the pattern of <c>time.short</c>, or of <c>time.hour</c> on the hour: {h}, {hh} hour of 24, {mm} minute.</summary>
    public string Time(LocalTime time) =>
        this[time.Minute == 0 ? "time.hour" : "time.short"]
            .Replace("{hh}", time.Hour.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{h}", time.Hour.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{mm}", time.Minute.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A date by the pattern of key <c>date.{style}</c>: {d} day, {dth} the same with the first as <c>date.first</c>, {dd} two digits, {month}, {mon}, {m}, {mm}, {yyyy}, {day}, {ddd}.</summary>
    public string Date(LocalDate date, string style = "long") =>
        this["date." + style]
            .Replace("{dd}", date.Day.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{dth}", date.Day == 1 ? this["date.first"] : date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{d}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", Months[date.Month - 1], StringComparison.Ordinal)
            .Replace("{mon}", ShortMonths[date.Month - 1], StringComparison.Ordinal)
            .Replace("{mm}", date.Month.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{m}", date.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{yyyy}", date.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{day}", Days[(int)date.DayOfWeek - 1], StringComparison.Ordinal)
            .Replace("{ddd}", ShortDays[(int)date.DayOfWeek - 1], StringComparison.Ordinal);
}
