namespace SecPress.Checks.Reading;

internal enum DashKind
{
    /// <summary>A hyphen, or two, with a space on each side.</summary>
    Hyphen,

    /// <summary>U+2013 with a space on each side.</summary>
    En,

    /// <summary>U+2014.</summary>
    Em,
}

/// <summary>A dash between two parts of a sentence, with the spaces around it.</summary>
internal readonly record struct Dash(Passage Passage, int Start, int Length, DashKind Kind)
{
    public bool IsSpaced => Passage.Text[Start] == ' ';
}

/// <summary>
/// Finds dashes in prose. Not hyphens in words, ranges ("10–14 June", "11:00 - 12:00"), a dash that starts a line (it names who is
/// quoted), or words that are not the house's own.
/// </summary>
internal static class Dashes
{
    public static IEnumerable<Dash> In(Passage passage)
    {
        var text = passage.Text;
        for (var at = 1; at < text.Length - 1; at++)
        {
            if (text[at] is not ('-' or '–' or '—') || !passage.IsOwn(at))
            {
                continue;
            }

            var end = text[at] == '-' && text[at + 1] == '-' ? at + 2 : at + 1;
            var isSpaced = text[at - 1] == ' ' && end < text.Length && text[end] == ' ';
            var isTight = text[at] == '—' && !char.IsWhiteSpace(text[at - 1]) && end < text.Length && !char.IsWhiteSpace(text[end]);
            var start = isSpaced ? at - 1 : at;
            if ((isSpaced || isTight) && !IsRange(text, start, isSpaced ? end + 1 : end))
            {
                var kind = text[at] switch
                {
                    '-' => DashKind.Hyphen,
                    '–' => DashKind.En,
                    _ => DashKind.Em,
                };
                yield return new Dash(passage, start, (isSpaced ? end + 1 : end) - start, kind);
            }

            at = end - 1;
        }
    }

    private static bool IsRange(string text, int start, int end) =>
        text.AsSpan(Math.Min(end, text.Length)).TrimStart("€£$") is { IsEmpty: false } after
        && char.IsDigit(after[0])
        && text.AsSpan(0, start).TrimEnd("amp. ") is { IsEmpty: false } before
        && char.IsDigit(before[^1]);
}
