using System.Globalization;
using NodaTime;

namespace SecPress.Checks.Reading;

internal enum DateTokenKind
{
    /// <summary>A word, or a number that is no part of a date.</summary>
    Word,

    /// <summary>One sign that is neither letter nor digit nor white space.</summary>
    Sign,

    /// <summary>A number from 1 to 31, with an ordinal's ending or without.</summary>
    Day,

    /// <summary>Four digits.</summary>
    Year,

    /// <summary>A whole date in digits.</summary>
    Numeric,
}

/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it stands.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Text">The word or sign.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, string Text)
{
    public int Number { get; init; }

    /// <summary>Whether a day has an ordinal's ending.</summary>
    public bool Ordinal { get; init; }

    public LocalDate Date { get; init; }

    public int End => Start + Length;
}

/// <summary>Cuts a text into what a date may be made of.</summary>
internal static class DateLexer
{
    // The first whole year of the Gregorian calendar, and one that leaves room for sums.
    private const int FirstYear = 1583;
    private const int LastYear = 9000;

    public static List<DateToken> Tokens(string text)
    {
        var tokens = new List<DateToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = char.IsAsciiDigit(text[at]) ? Number(text, at)
                : char.IsLetter(text[at]) ? new DateToken(DateTokenKind.Word, at, WordLength(text, at), "")
                : new DateToken(DateTokenKind.Sign, at, 1, "");
            tokens.Add(token with { Text = text.Substring(at, token.Length) });
            at = token.End;
        }

        return tokens;
    }

    private static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static DateToken Number(string text, int start)
    {
        if (Numeric(text, start) is { } numeric)
        {
            return numeric;
        }

        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (IsInside(text[end]) && IsDigit(text, end + 1))))
        {
            end++;
        }

        var word = text[start..end];
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        var number = digits <= 4 ? int.Parse(word[..digits], CultureInfo.InvariantCulture) : 0;
        var token = new DateToken(DateTokenKind.Word, start, end - start, "") { Number = number };
        if ((end < text.Length && text[end] is '%' or '°') || (start > 0 && text[start - 1] is '#' or '$' or '£' or '€' or '+'))
        {
            return token;
        }

        return digits switch
        {
            1 or 2 when number is >= 1 and <= 31 && digits == word.Length => token with { Kind = DateTokenKind.Day },
            1 or 2 when number is >= 1 and <= 31 && DateWords.IsOrdinalEnding(word[digits..]) => token with { Kind = DateTokenKind.Day, Ordinal = true },
            4 when digits == word.Length && number is >= FirstYear and <= LastYear => token with { Kind = DateTokenKind.Year },
            _ => token,
        };
    }

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    // 12:30, 1.18, 1,000.
    private static bool IsInside(char sign) => sign is '.' or ':' or ',';

    // yyyy-mm-dd; dd.mm.yyyy; dd/mm/yyyy and mm/dd/yyyy where only one of the two is a date.
    private static DateToken? Numeric(string text, int start)
    {
        var end = start;
        while (IsDigit(text, end) || (end < text.Length && text[end] is '-' or '.' or '/' && IsDigit(text, end + 1)))
        {
            end++;
        }

        if (end < text.Length && char.IsLetter(text[end]) && text[end] != 'T')
        {
            return null;
        }

        var word = text[start..end];
        LocalDate? date = word.Split('-') is [{ Length: 4 } y, { Length: 2 } m, { Length: 2 } d] ? DateOf(y, m, d)
            : word.Split('.') is [{ Length: 1 or 2 } d1, { Length: 1 or 2 } m1, { Length: 4 } y1] ? DateOf(y1, m1, d1)
            : word.Split('/') is [{ Length: 1 or 2 } a, { Length: 1 or 2 } b, { Length: 4 } y2] ? OnlyOne(DateOf(y2, b, a), DateOf(y2, a, b))
            : null;
        return date is { } found ? new DateToken(DateTokenKind.Numeric, start, end - start, "") { Date = found } : null;
    }

    private static LocalDate? OnlyOne(LocalDate? one, LocalDate? other) => one == other ? one : one is null ? other : other is null ? one : null;

    private static LocalDate? DateOf(string year, string month, string day)
    {
        return Parse(year) is { } y and >= FirstYear and <= LastYear
            && Parse(month) is { } m and >= 1 and <= 12
            && Parse(day) is { } d and >= 1
            && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
            ? new LocalDate(y, m, d)
            : null;
    }

    private static int? Parse(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
