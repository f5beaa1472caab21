using System.Text;

namespace SecPress.Rendering.Minifying;

/// <summary>
/// Takes comments and needless white space out of a style sheet (CSS Syntax Level 3). It needs no knowledge of properties, so that it
/// cannot be out of date: strings and addresses are left as they are, and a space stays wherever it could mean something.
/// </summary>
public static class CssMinifier
{
    public static string Minify(string css)
    {
        ArgumentNullException.ThrowIfNull(css);
        var output = new StringBuilder(css.Length);
        var space = false;
        for (var at = 0; at < css.Length;)
        {
            var c = css[at];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                at++;
            }
            else if (c == '/' && at + 1 < css.Length && css[at + 1] == '*')
            {
                var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? css.Length : end + 2;
                space = true;
            }
            else
            {
                var end = EndOfToken(css, at);
                if (c == '}' && output.Length > 0 && output[^1] == ';')
                {
                    output.Length--;
                }

                if (space && output.Length > 0 && !NeedsNoneAfter(output[^1]) && !NeedsNoneBefore(c))
                {
                    output.Append(' ');
                }

                output.Append(css, at, end - at);
                (at, space) = (end, false);
            }
        }

        return output.ToString();
    }

    // A colon ends a property, after which white space says nothing; before one it can tell "a :hover" from "a:hover".
    private static bool NeedsNoneAfter(char c) => c is '{' or '}' or ';' or ',' or '(' or ':' or '>';

    private static bool NeedsNoneBefore(char c) => c is '{' or '}' or ';' or ',' or ')' or '>' or '!';

    private static int EndOfToken(string css, int at)
    {
        if (css[at] is '"' or '\'')
        {
            return EndOfString(css, at);
        }

        if (css.AsSpan(at).StartsWith("url(", StringComparison.OrdinalIgnoreCase))
        {
            var end = css.IndexOf(')', at);
            return end < 0 ? css.Length : end + 1;
        }

        // A backslash takes the next character with it.
        return css[at] == '\\' ? Math.Min(css.Length, at + 2) : at + 1;
    }

    private static int EndOfString(string css, int at)
    {
        for (var i = at + 1; i < css.Length; i++)
        {
            if (css[i] == '\\')
            {
                i++;
            }
            else if (css[i] == css[at])
            {
                return i + 1;
            }
        }

        return css.Length;
    }
}
