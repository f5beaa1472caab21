using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using SecPress.Model;

namespace SecPress.Checks.Reading;

/// <summary>The names of months and days, in the site's language and in English, and the words that join dates.</summary>
public sealed class DateWords
{
    // Months are joined in any language that a site may be in, so that a language needs no words here beyond its labels.
    private static readonly FrozenSet<string> RangeWords = Words("to", "through", "thru", "until", "till", "au", "à", "bis", "al", "tot", "-", "–", "—");
    private static readonly FrozenSet<string> ListWords = Words("and", "or", "et", "ou", "und", "oder", "y", "e", "en", "&", "/");
    private static readonly FrozenSet<string> OfWords = Words("of", "de", "del", "di");
    private static readonly FrozenSet<string> TheWords = Words("the", "le", "les", "den", "dem", "der", "el", "il");
    private static readonly FrozenSet<string> RelativeWords = Words("this", "next", "last", "coming", "on", "from", "du");
    private static readonly FrozenSet<string> OrdinalEndings = Words("st", "nd", "rd", "th", "er", "re", "e", "º", "ª");

    // What an enumeration of days may be followed by: "12 and 26 at noon", but not "12 and 26 people".
    private static readonly FrozenSet<string> WordsBehindDays = Words(
        "at", "in", "from", "via", "on", "by", "are", "is", "will", "for", "to", "and", "with", "starting", "both", "each", "respectively", "inclusive", "as");

    private readonly Dictionary<string, int> months = new(StringComparer.Ordinal);
    private readonly HashSet<string> fullMonths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Day, bool Plural)> days = new(StringComparer.Ordinal);

    public DateWords(Labels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        IsEnglish = labels.Language.Split('-')[0] == "en";
        Add(months, (i, _) => i + 1, labels.Months, labels.ShortMonths, EnglishDates.Months, [.. EnglishDates.Months.Select(m => m[..3])]);
        AddForms(months, "Sept", 9);
        fullMonths.UnionWith([.. labels.Months, .. EnglishDates.Months]);
        Add(days, (i, _) => (i + 1, false), labels.Days, labels.ShortDays, EnglishDates.Days, [.. EnglishDates.Days.Select(d => d[..3])]);
        foreach (var (name, day) in new[] { ("Tues", 2), ("Weds", 3), ("Thur", 4), ("Thurs", 4) })
        {
            AddForms(days, name, (day, false));
        }

        Add(days, (i, _) => (i + 1, true), [.. labels.Days.Select(d => d + "s")], [.. EnglishDates.Days.Select(d => d + "s")]);
    }

    /// <summary>In English a number with a full stop ends a sentence; elsewhere it may be an ordinal.</summary>
    internal bool IsEnglish { get; }

    internal int? Month(string word) => months.TryGetValue(word, out var month) ? month : null;

    /// <summary>Whether a full stop behind it belongs to it.</summary>
    internal bool IsShortMonth(string word) => Month(word) is not null && !fullMonths.Contains(word);

    /// <summary>A day of the week, and whether the word names many of it.</summary>
    internal (IsoDayOfWeek Day, bool Plural)? Weekday(string word) =>
        days.TryGetValue(word, out var found) ? ((IsoDayOfWeek)found.Day, found.Plural) : null;

    internal static bool IsRange(string word) => RangeWords.Contains(word);

    internal static bool IsList(string word) => ListWords.Contains(word);

    internal static bool IsOf(string word) => OfWords.Contains(word);

    internal static bool IsThe(string word) => TheWords.Contains(word);

    internal static bool IsRelative(string word) => RelativeWords.Contains(word);

    internal static bool MayFollowDays(string word) => WordsBehindDays.Contains(word);

    internal static bool IsOrdinalEnding(string word) => OrdinalEndings.Contains(word);

    private static void Add<T>(Dictionary<string, T> words, Func<int, string, T> value, params ReadOnlySpan<ImmutableArray<string>> lists)
    {
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Length; i++)
            {
                AddForms(words, list[i].TrimEnd('.'), value(i, list[i]));
            }
        }
    }

    // As given, with a capital, in capitals. Never in small letters what is given with a capital: "may" and "sun" are other words.
    private static void AddForms<T>(Dictionary<string, T> words, string name, T value)
    {
        if (name.Length > 0)
        {
            words.TryAdd(name, value);
            words.TryAdd(char.ToUpperInvariant(name[0]) + name[1..], value);
            words.TryAdd(name.ToUpperInvariant(), value);
        }
    }

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
