namespace SecPress.Checks.Reading;

/// <summary>A quotation mark or an apostrophe of either kind; <c>Opens</c> when words follow it.</summary>
internal readonly record struct QuotationMark(Passage Passage, int At, bool IsCurly, bool IsDouble, bool Opens)
{
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
}

/// <summary>Finds quotation marks and apostrophes in the house's own prose.</summary>
internal static class QuotationMarks
{
    public static IEnumerable<QuotationMark> In(Passage passage)
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

    // "'90s" leaves something out.
    private static bool Opens(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '–' or '—' or '/' or '"' or '“' or '‘' or '\'')
            && !char.IsWhiteSpace(after)
            && !(text[at] == '\'' && char.IsDigit(after));
    }

    // Feet and inches, minutes and seconds.
    private static bool IsPrime(string text, int at) =>
        at > 0 && char.IsDigit(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));
}
