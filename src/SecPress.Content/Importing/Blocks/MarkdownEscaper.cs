using System.Text;
using System.Text.RegularExpressions;

namespace SecPress.Content.Importing.Blocks;

/// <summary>
/// Writes text so that Markdown, as SecPress reads it, gives the same text back. Backslashes stand only where a sign would mean
/// something: an editor is to read what comes out.
/// </summary>
internal static partial class MarkdownEscaper
{
    /// <summary>Text of a paragraph, on one line.</summary>
    public static string Escape(string text) => EscapeStart(EscapeInline(text));

    /// <summary>Text that stands behind other text, so that no sign in it starts a block.</summary>
    public static string EscapeInline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsBackslash(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A line of Markdown whose first signs are not to start a block.</summary>
    public static string EscapeStart(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.Length == 0)
        {
            return "";
        }

        if (Number().Match(trimmed) is { Success: true } number)
        {
            return trimmed.Insert(number.Groups[1].Length, "\\");
        }

        return BlockStart().IsMatch(trimmed) ? "\\" + trimmed : trimmed;
    }

    private static bool NeedsBackslash(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' => after == ' ' ? at + 1 >= text.Length : char.IsAscii(after) && char.IsPunctuation(after) || char.IsSymbol(after),
            '`' or '[' or ']' or '{' or '|' => true,
            '*' or '^' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
            '_' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '~' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
            '+' or '=' => before == text[at] || after == text[at],
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => char.IsAsciiLetter(after) || after == '#',
            _ => false,
        };
    }

    [GeneratedRegex(@"^(\d{1,9})[.)](\s|$)", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(#{1,6}(\s|$)|>|[-+*](\s|$)|-{3,}|={1,}\s*$|-+\s*$|:{3,}|~{3,}|\^{3,}|Table:)", RegexOptions.None, 10_000)]
    private static partial Regex BlockStart();
}
