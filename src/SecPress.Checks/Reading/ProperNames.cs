using System.Collections.Frozen;

namespace SecPress.Checks.Reading;

/// <summary>Tells words in capitals that are the name of a person, a company or a standard. Nobody asks what they stand for.</summary>
internal static class ProperNames
{
    private const int LongestEntry = 3;

    /// <summary>Fewer digits are a version or a count.</summary>
    private const int FewestDigitsOfStandard = 3;

    private static readonly FrozenSet<string> Companies = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "AG", "Corp", "Corporation", "GmbH", "Holdings", "Inc", "KG", "Labs", "Limited", "LLC", "LLP", "Ltd", "plc", "SARL", "SAS", "Technologies");

    private static readonly FrozenSet<string> Titles = FrozenSet.Create(
        StringComparer.Ordinal, "Dr", "Frau", "Herr", "M", "Messrs", "Miss", "Mlle", "MM", "Mme", "Mr", "Mrs", "Ms", "Prof", "Revd", "Sir");

    /// <param name="passage">Where the word stands.</param>
    /// <param name="words">The words of the passage.</param>
    /// <param name="at">Which of them it is.</param>
    public static bool IsPartOfOne(Passage passage, IReadOnlyList<ProseWord> words, int at) =>
        IsEntry(passage, words) || IsCompany(passage.Text, words, at) || IsTitled(passage.Text, words, at) || IsStandard(passage.Text, words, at);

    // A paragraph, most often of a list, that is a name and no sentence: "Camille TJHOA", "**DEMV Systems**".
    private static bool IsEntry(Passage passage, IReadOnlyList<ProseWord> words) =>
        passage.Kind == PassageKind.Paragraph
        && words.Count <= LongestEntry
        && words.All(w => char.IsUpper(w.Text[0]))
        && passage.Text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '\'' or '’');

    // "CGI GmbH", "DMG MORI AG"
    private static bool IsCompany(string text, IReadOnlyList<ProseWord> words, int at)
    {
        var last = at;
        while (last + 1 < words.Count && IsNextTo(text, words[last], words[last + 1]) && IsCapitals(words[last].Text))
        {
            last++;
            if (Companies.Contains(words[last].Text))
            {
                return true;
            }
        }

        return Companies.Contains(words[at].Text) && at > 0 && IsNextTo(text, words[at - 1], words[at]) && IsCapitals(words[at - 1].Text);
    }

    // "M. LE GALL"
    private static bool IsTitled(string text, IReadOnlyList<ProseWord> words, int at)
    {
        while (at > 0 && IsCapitals(words[at].Text) && GapBetween(text, words[at - 1], words[at]) is " " or ". ")
        {
            at--;
            if (Titles.Contains(words[at].Text))
            {
                return true;
            }
        }

        return false;
    }

    // "BS EN 50436", "IEC 62056"; a year is none.
    private static bool IsStandard(string text, IReadOnlyList<ProseWord> words, int at)
    {
        while (at + 1 < words.Count && IsCapitals(words[at].Text) && IsNextTo(text, words[at], words[at + 1]))
        {
            at++;
            if (words[at].Text.All(char.IsAsciiDigit))
            {
                return words[at].Length >= FewestDigitsOfStandard && !IsYear(words[at].Text);
            }
        }

        return false;
    }

    private static bool IsYear(string digits) => digits.Length == 4 && digits[..2] is "19" or "20";

    private static bool IsCapitals(string word) => word.All(char.IsUpper);

    private static bool IsNextTo(string text, ProseWord before, ProseWord after) => GapBetween(text, before, after) == " ";

    private static string GapBetween(string text, ProseWord before, ProseWord after) => text[(before.Start + before.Length)..after.Start];
}
