using System.Text;

namespace SecPress.Content.Drafts;

/// <summary>Words as they are written in Markdown, so that they read back as they were, at the start of a line too.</summary>
internal static class MarkdownText
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMarkup(text[i]) || IsMarker(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsMarkup(char c) =>
        c is '<' or '>' or '`' or '|' or '~' or '^'
        || (char.IsAscii(c) && char.IsPunctuation(c) && c is not ('.' or ',' or '\'' or '(' or ')' or '-' or ':' or '/' or '?' or ';'));

    // What starts a list or underlines a heading.
    private static bool IsMarker(string text, int at) => text[at] switch
    {
        '-' or '+' or '=' => at == 0,
        '.' or ')' => at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };
}
