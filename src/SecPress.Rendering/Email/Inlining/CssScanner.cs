using System.Text;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>Finds its way through CSS text past strings, comments, escapes and brackets.</summary>
internal static class CssScanner
{
    /// <summary>The next <paramref name="wanted"/> (or <paramref name="other"/>) that stands in no string, comment or bracket; the length when there is none.</summary>
    public static int Find(string css, int at, char wanted, char other = '\0')
    {
        var depth = 0;
        while (at < css.Length)
        {
            var c = css[at];
            if (depth == 0 && (c == wanted || (other != '\0' && c == other)))
            {
                return at;
            }

            switch (c)
            {
                case '\\':
                    at += 2;
                    continue;
                case '"' or '\'':
                    at = EndOfString(css, at);
                    continue;
                case '/' when at + 1 < css.Length && css[at + 1] == '*':
                    at = EndOfComment(css, at);
                    continue;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth > 0:
                    depth--;
                    break;
            }

            at++;
        }

        return css.Length;
    }

    /// <summary>The first place that is neither white space nor a comment.</summary>
    public static int SkipBlank(string css, int at)
    {
        while (at < css.Length)
        {
            if (char.IsWhiteSpace(css[at]))
            {
                at++;
            }
            else if (css[at] == '/' && at + 1 < css.Length && css[at + 1] == '*')
            {
                at = EndOfComment(css, at);
            }
            else
            {
                break;
            }
        }

        return Math.Min(at, css.Length);
    }

    public static string WithoutComments(ReadOnlySpan<char> css)
    {
        if (css.IndexOf("/*") < 0)
        {
            return css.ToString();
        }

        var source = css.ToString();
        var text = new StringBuilder(source.Length);
        var at = 0;
        while (at < source.Length)
        {
            var next = source[at] switch
            {
                '"' or '\'' => EndOfString(source, at),
                '\\' => Math.Min(at + 2, source.Length),
                '/' when at + 1 < source.Length && source[at + 1] == '*' => -EndOfComment(source, at),
                _ => at + 1,
            };
            if (next > 0)
            {
                text.Append(source, at, next - at);
            }

            at = Math.Abs(next);
        }

        return text.ToString();
    }

    private static int EndOfString(string css, int at)
    {
        var quote = css[at++];
        while (at < css.Length && css[at] != quote)
        {
            at += css[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, css.Length);
    }

    private static int EndOfComment(string css, int at)
    {
        var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return end < 0 ? css.Length : end + 2;
    }
}
