using System.Buffers;
using System.Text.RegularExpressions;
using SecPress.Model.Documents;

namespace SecPress.Checks.Reading;

/// <summary>A word in capitals where it stands: <c>Text</c> without the s of a plural.</summary>
internal readonly record struct AcronymUse(string Text, int Start, Passage Passage);

/// <summary>Finds words in capitals that are not names, numbers, shouts or code.</summary>
internal static partial class AcronymFinder
{
    private const int Longest = 8;

    private static readonly SearchValues<char> Joints = SearchValues.Create("-_./\\:;@#$=+*&%~");

    /// <summary>So many words in capitals one after another are a shout.</summary>
    private const int WordsOfShout = 4;

    public static IEnumerable<AcronymUse> In(Passage passage)
    {
        var text = passage.Text;
        var shout = 0;
        var words = ProseWord.In(text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (i >= shout && IsCapitals(words[i].Text))
            {
                shout = i + 1;
                while (shout < words.Count && IsCapitals(words[shout].Text) && IsGap(text, words[shout - 1], words[shout]))
                {
                    shout++;
                }

                if (shout - i >= WordsOfShout)
                {
                    i = shout - 1;
                    continue;
                }
            }

            if (AcronymOf(words[i].Text) is { } acronym
                && StandsFree(text, words[i])
                && IsProse(passage, words[i].Start)
                && !IsMark(text, words[i])
                && !ProperNames.IsPartOfOne(passage, words, i))
            {
                yield return new AcronymUse(acronym, words[i].Start, passage);
            }
        }
    }

    /// <summary>Two capitals at least, digits behind them ("SMETS1"); a plural or genitive taken off. Null for another word.</summary>
    private static string? AcronymOf(string word)
    {
        var end = word.Length;
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
        {
            end -= 2;
        }
        else if (word.EndsWith('s'))
        {
            end--;
        }

        var letters = 0;
        while (letters < end && char.IsAsciiLetterUpper(word[letters]))
        {
            letters++;
        }

        var isAcronym = letters is >= 2 and <= Longest
            && word.AsSpan(letters, end - letters) is { Length: <= 1 } rest && !rest.ContainsAnyExceptInRange('0', '9')
            && word.AsSpan(0, letters).ContainsAnyExcept("IVX");
        return isAcronym ? word[..end] : null;
    }

    private static bool IsCapitals(string word) => word.All(char.IsUpper);

    private static bool IsGap(string text, ProseWord before, ProseWord after) =>
        text.AsSpan(before.Start + before.Length, after.Start - before.Start - before.Length) is " " or ", ";

    // Part of a constant, a path, a version or a compound name: "O_DIRECT", "TCP/IP", "NB-IoT", "CVE-2024-1", "TL;DR".
    // "non-DCC" and "DCC-led" are words.
    private static bool StandsFree(string text, ProseWord word)
    {
        var (before, after) = (word.Start - 1, word.Start + word.Length);
        if (before >= 0 && IsJoint(text[before]) && !(text[before] == '-' && before > 0 && char.IsAsciiLetterLower(text[before - 1])))
        {
            return false;
        }

        if (after >= text.Length || !IsJoint(text[after]))
        {
            return true;
        }

        var next = after + 1 < text.Length ? text[after + 1] : ' ';
        return text[after] switch
        {
            '.' or ':' or ';' => char.IsWhiteSpace(next) || char.IsPunctuation(next) && next is not ':',
            '-' => char.IsAsciiLetterLower(next),
            _ => false,
        };
    }

    private static bool IsJoint(char c) => Joints.Contains(c);

    private static bool IsProse(Passage passage, int at) => passage.InlineAt(at) is TextInline && passage.IsOwn(at);

    // "Seattle, WA" and "Barton, ACT, AU" are part of an address, "[FR]" says in which language something
    // is, and "UPDATE: …" how to take what follows.
    private static bool IsMark(string text, ProseWord word)
    {
        var end = word.Start + word.Length;
        var isState = word.Length == 2 || (word.Length == 3 && Country().IsMatch(text.AsSpan(end)));
        return (isState && word.Start > 2 && text.AsSpan(word.Start - 2, 2) is ", " && (char.IsLetter(text[word.Start - 3]) || text[word.Start - 3] == ')'))
            || (word.Start > 0 && end < text.Length && text[word.Start - 1] == '[' && text[end] == ']')
            || (word.Start == 0 && end < text.Length && text[end] == ':');
    }

    [GeneratedRegex("^, [A-Z]{2}\\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Country();
}
