using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Settings;

namespace SecPress.Checks.Reading;

/// <summary>A place where a text does not write a term as the house does. A slip is a wrong letter, which only a person can tell for sure.</summary>
internal readonly record struct TermUse(int Start, int Length, string Right, bool IsSlip);

/// <summary>Finds other spellings of the house's terms.</summary>
internal sealed class TermFinder
{
    private readonly ImmutableArray<(HouseTerm Term, string Letters, FrozenSet<int> Gaps)> terms;
    private readonly FrozenSet<string> longWords;

    public TermFinder(ImmutableArray<HouseTerm> terms)
    {
        // The longest first: "Sub-Committee" is no other spelling of "Committee".
        this.terms = [.. terms.OrderByDescending(t => t.Text.Length).Select(t => (t, LettersOf(t.Text), GapsOf(t.Text)))];
        longWords = terms
            .SelectMany(t => ProseWord.In(t.Text))
            .Select(w => w.Text.ToLowerInvariant())
            .Where(w => w.Length >= Misspelling.Shortest)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>In reading order, none over another.</summary>
    public IEnumerable<TermUse> In(Passage passage)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])) || passage.IsInAddress(at))
            {
                continue;
            }

            var reading = Unwanted(text, at) ?? Spelling(passage, at) ?? Slip(text, at) ?? default;
            if (reading.Right is not null)
            {
                yield return new TermUse(at, reading.Length, reading.Right, reading.IsSlip);
            }

            at += Math.Max(reading.Length - 1, 0);
        }
    }

    private Reading? Unwanted(string text, int at)
    {
        foreach (var (term, _, _) in terms)
        {
            foreach (var other in term.Not)
            {
                if (text.AsSpan(at).StartsWith(other, StringComparison.OrdinalIgnoreCase) && IsEnd(text, at + other.Length))
                {
                    var isRaised = char.IsUpper(text[at]) && char.IsLower(term.Text[0]);
                    return new Reading(other.Length, isRaised ? char.ToUpperInvariant(term.Text[0]) + term.Text[1..] : term.Text, false);
                }
            }
        }

        return null;
    }

    /// <summary>The same letters in other capitals, with other hyphens or spaces.</summary>
    private Reading? Spelling(Passage passage, int at)
    {
        var text = passage.Text;
        foreach (var (term, letters, gaps) in terms)
        {
            var end = EndOf(text, at, letters, gaps);
            if (end < 0)
            {
                continue;
            }

            var written = text[at..end];
            return new Reading(end - at, IsRight(passage, at, written, term.Text) ? null : term.Text, false);
        }

        return null;
    }

    private Reading? Slip(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        var word = text[at..end];
        var plain = word.ToLowerInvariant();
        foreach (var candidate in (ReadOnlySpan<string>)[plain, plain.TrimEnd('s')])
        {
            if (!longWords.Contains(candidate) && Misspelling.Of(candidate, longWords) is { } meant)
            {
                var right = char.IsUpper(word[0]) ? char.ToUpperInvariant(meant[0]) + meant[1..] : meant;
                return new Reading(end - at, right + plain[candidate.Length..], true);
            }

            if (longWords.Contains(candidate))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Behind the letters of a term with at most a hyphen between any two, or a space where the term has a gap; -1 when they do not stand
    /// there.
    /// </summary>
    private static int EndOf(string text, int at, string letters, FrozenSet<int> gaps)
    {
        var i = at;
        for (var n = 0; n < letters.Length; n++, i++)
        {
            if (n > 0 && i < text.Length && (IsHyphen(text[i]) || (gaps.Contains(n) && IsSpace(text[i]))))
            {
                i++;
            }

            if (i >= text.Length || char.ToLowerInvariant(text[i]) != letters[n])
            {
                return -1;
            }
        }

        // A plural or a genitive may follow.
        var isPlural = i < text.Length && text[i] == 's' && IsEnd(text, i + 1);
        return (IsEnd(text, i) || isPlural) && !IsCompound(text, at, i) ? i : -1;
    }

    // A hyphen makes it part of another word.
    private static bool IsCompound(string text, int start, int end) =>
        (end + 1 < text.Length && IsHyphen(text[end]) && char.IsLetter(text[end + 1]))
        || (start > 1 && IsHyphen(text[start - 1]) && char.IsLetter(text[start - 2]));

    private static bool IsRight(Passage passage, int at, string written, string term)
    {
        var plain = written.Replace('\u2011', '-').Replace('\u00A0', ' ');
        if (plain == term)
        {
            return true;
        }

        if (!plain.Equals(term, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var isCapitals = !plain.Any(char.IsLower);
        var isWord = term.Length <= 4 && !term.Any(char.IsLower) && !plain.Any(char.IsUpper);
        return isCapitals || isWord || AreOnlyRaised(plain, term, passage.Kind is not PassageKind.Paragraph || StartsSentence(passage.Text, at));
    }

    /// <summary>Whether a term in small letters has capitals where a title or the start of a sentence gives them.</summary>
    private static bool AreOnlyRaised(string written, string term, bool mayBe)
    {
        for (var i = 0; i < term.Length; i++)
        {
            var isInitial = i == 0 || !char.IsLetter(term[i - 1]);
            if (written[i] != term[i] && !(mayBe && isInitial && char.IsUpper(written[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" \"'“‘(");
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or '…' or Passage.Object;
    }

    private static string LettersOf(string term) => string.Concat(term.Where(c => !IsHyphen(c) && !IsSpace(c))).ToLowerInvariant();

    /// <summary>Before which letters, counted without signs, a term has a hyphen or a space.</summary>
    private static FrozenSet<int> GapsOf(string term)
    {
        var gaps = new HashSet<int>();
        var letters = 0;
        foreach (var c in term)
        {
            if (IsHyphen(c) || IsSpace(c))
            {
                gaps.Add(letters);
            }
            else
            {
                letters++;
            }
        }

        return gaps.ToFrozenSet();
    }

    private static bool IsEnd(string text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]);

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsSpace(char c) => c is ' ' or '\u00A0';

    /// <summary>What stands somewhere; without a right spelling when a term is written as it should.</summary>
    private readonly record struct Reading(int Length, string? Right, bool IsSlip);
}
