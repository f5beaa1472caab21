namespace SecPress.Checks.Reading;

/// <summary>A word of a text: letters and digits, with the apostrophes inside it.</summary>
internal readonly record struct ProseWord(string Text, int Start)
{
    public int Length => Text.Length;

    /// <summary>As it is compared with others: small letters, no genitive, no ending of an ordinal number ("13th" is "13").</summary>
    public string Plain
    {
        get
        {
            var plain = Text.ToLowerInvariant().Replace('’', '\'');
            plain = plain.EndsWith("'s", StringComparison.Ordinal) ? plain[..^2] : plain.TrimEnd('\'');
            return IsNumber ? plain.TrimEnd('s', 't', 'n', 'd', 'r', 'h') : plain;
        }
    }

    public bool IsNumber => char.IsDigit(Text[0]);

    public static IEnumerable<ProseWord> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInner(text, at)))
            {
                at++;
            }

            yield return new ProseWord(text[start..at], start);
        }
    }

    private static bool IsInner(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);
}
