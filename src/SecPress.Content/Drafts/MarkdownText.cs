using System.Text;

namespace SecPress.Content.Drafts;

/// <summary>Words as they are written in Markdown, so that they read back as they were.</summary>
internal static class MarkdownText
{
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '<' or '>' or '`' or '|' or '~' or '^' || char.IsAscii(c) && char.IsPunctuation(c) && c is not ('.' or ',' or '\'' or '(' or ')' or '-' or ':' or '/' or '?' or ';'))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
