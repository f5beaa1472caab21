using System.Collections.Frozen;

namespace SecPress.Checks.Reading;

/// <summary>
/// A quotation mark or an apostrophe of either kind; <c>Opens</c> when words follow it, <c>IsClear</c> when there is no doubt about that.
/// </summary>
internal readonly record struct QuotationMark(Passage Passage, int At, bool IsCurly, bool IsDouble, bool Opens)
{
    public bool IsClear { get; init; } = true;

    /// <summary>The same mark in the other kind, in English.</summary>
    public string Other => (IsCurly, IsDouble, Opens) switch
    {
        (true, true, _) => "\"",
        (true, false, _) => "'",
        (false, true, true) => "“",
        (false, true, false) => "”",
        (false, false, true) => "‘",
        _ => "’",
    };

    public bool IsInWord =>
        At > 0 && char.IsLetterOrDigit(Passage.Text[At - 1]) && At + 1 < Passage.Text.Length && char.IsLetterOrDigit(Passage.Text[At + 1]);

    /// <summary>Whether it has words on neither side, so that it may open or close.</summary>
    public bool StandsAlone =>
        (At == 0 || char.IsWhiteSpace(Passage.Text[At - 1])) && (At + 1 == Passage.Text.Length || char.IsWhiteSpace(Passage.Text[At + 1]));
}

/// <summary>Finds quotation marks and apostrophes in the house's own prose.</summary>
internal static class QuotationMarks
{
    /// <summary>Words that start with an apostrophe, in English.</summary>
    private static readonly FrozenSet<string> Shortened = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "bout", "cause", "em", "n", "round", "til", "tis", "twas", "twill");

    /// <summary>In reading order.</summary>
    public static IEnumerable<QuotationMark> In(Passage passage)
    {
        var marks = Read(passage).ToList();
        return marks.Select((mark, i) => mark with { IsClear = mark.IsCurly || mark.IsInWord || IsClear(marks, i) });
    }

    // Where one of a passage's marks may open or close, the others of its kind have lost their partners. A single mark that opens and that
    // nothing closes may be an apostrophe.
    private static bool IsClear(List<QuotationMark> marks, int at)
    {
        var mark = marks[at];
        return !marks.Exists(m => !m.IsCurly && m.IsDouble == mark.IsDouble && m.StandsAlone)
            && (!mark.Opens || mark.IsDouble || marks.Skip(at + 1).Any(m => !m.IsDouble && !m.Opens && !m.IsInWord));
    }

    private static IEnumerable<QuotationMark> Read(Passage passage)
    {
        var text = passage.Text;
        var open = new HashSet<char>();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is not ('"' or '\'' or '“' or '”' or '‘' or '’') || !passage.IsOwn(at))
            {
                continue;
            }

            var opens = c is '“' or '‘' || (c is '"' or '\'' && Opens(text, at));
            if (c is '"' or '\'' && !opens && IsPrime(text, at) && !open.Contains(c))
            {
                continue;
            }

            _ = opens ? open.Add(c) : open.Remove(c);
            yield return new QuotationMark(passage, at, c is not ('"' or '\''), c is '"' or '“' or '”', opens);
        }
    }

    private static bool Opens(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '–' or '—' or '/' or '"' or '“' or '‘' or '\'')
            && !char.IsWhiteSpace(after)
            && !(text[at] == '\'' && LeavesOut(text, at + 1));
    }

    // "'90s", "rock 'n' roll", "'til".
    private static bool LeavesOut(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return char.IsDigit(text[start]) || Shortened.Contains(text[start..end]);
    }

    // Feet and inches, minutes and seconds.
    private static bool IsPrime(string text, int at) =>
        at > 0 && char.IsDigit(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));
}
