namespace SecPress.Content.Importing.Parts;

/// <summary>Cuts a paragraph where a full stop, a question mark or an exclamation mark ends a sentence.</summary>
internal static class Sentences
{
    public static IEnumerable<string> In(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && StartsSentence(text, i + 1))
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && (char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '“' or '‘' or '"' or '\'');
    }
}
