namespace SecPress.Content.Documents;

/// <summary>What is too long in a text, where it starts, and how to mend it.</summary>
internal sealed record TextExcess(int Start, string Message, string Mend);

/// <summary>
/// Bounds on Markdown. Some of its rules look ahead to the end of a word or a paragraph from each sign in it, so a hostile text could
/// keep the parser busy for hours; no honest one comes near these bounds.
/// </summary>
internal static class TextLimits
{
    private const int LongestWord = 4096;
    private const int LongestParagraph = 256 * 1024;

    /// <summary>The first word or paragraph that is too long, or null.</summary>
    public static TextExcess? FindExcess(string text)
    {
        var (wordStart, paragraphStart, lineIsBlank) = (0, 0, true);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\r' or '\n' or >= '\u0080')
            {
                wordStart = at + 1;
            }
            else if (at - wordStart >= LongestWord)
            {
                return new TextExcess(
                    wordStart, $"a word of more than {LongestWord} characters starts here", "Take it out, or put spaces or line breaks into it.");
            }

            if (c == '\n')
            {
                paragraphStart = lineIsBlank ? at + 1 : paragraphStart;
                lineIsBlank = true;
            }
            else if (c is not (' ' or '\t' or '\r'))
            {
                lineIsBlank = false;
            }

            if (at - paragraphStart >= LongestParagraph)
            {
                return new TextExcess(
                    paragraphStart, $"more than {LongestParagraph / 1024} KB stand here without an empty line", "Put empty lines between paragraphs, or split the table.");
            }
        }

        return null;
    }
}
