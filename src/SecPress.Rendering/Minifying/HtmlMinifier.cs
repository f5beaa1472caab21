using System.Collections.Frozen;
using System.Text;

namespace SecPress.Rendering.Minifying;

/// <summary>
/// Takes out of a page what no reader sees: comments, runs of white space, and the white space that a block begins or ends with.
/// Between two elements one character stays, which is a space wherever a style sheet sets them side by side. Tags are left as they
/// are, and so is all that <c>pre</c>, <c>textarea</c>, <c>title</c>, <c>script</c> and <c>style</c> hold.
/// </summary>
public static class HtmlMinifier
{
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote body caption colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head "
        + "header html li main nav ol p section summary table tbody td tfoot th thead title tr ul");

    // After the end of one of these, nothing is shown before the next begins.
    private static readonly FrozenSet<string> Parts = Names("body caption colgroup head html tbody td tfoot th thead tr");

    private static readonly FrozenSet<string> Verbatim = Names("pre textarea script style title");

    public static string Minify(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new Run(html).Minify();
    }

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private sealed class Run(string html)
    {
        private readonly StringBuilder output = new(html.Length);
        private int at;
        private bool inHead;

        /// <summary>White space that was read and not yet written: a line break where it holds one.</summary>
        private char? pending;

        /// <summary>Whether white space would stand at the beginning of a block.</summary>
        private bool atStart = true;

        public string Minify()
        {
            while (at < html.Length)
            {
                if (IsSpace(html[at]))
                {
                    pending = pending == '\n' || html[at] == '\n' ? '\n' : ' ';
                    at++;
                }
                else if (html.AsSpan(at).StartsWith("<!--"))
                {
                    var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                    at = end < 0 ? html.Length : end + 3;
                }
                else if (html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!'))
                {
                    CopyTag();
                }
                else
                {
                    CopyText();
                }
            }

            return pending is null ? output.ToString() : output.Append('\n').ToString();
        }

        private void CopyText()
        {
            WritePending(atEnd: false);
            var end = at + 1;
            while (end < html.Length && html[end] != '<' && !IsSpace(html[end]))
            {
                end++;
            }

            output.Append(html, at, end - at);
            (at, atStart) = (end, false);
        }

        private void CopyTag()
        {
            var closes = html[at + 1] == '/';
            var nameAt = at + (closes ? 2 : 1);
            var nameEnd = nameAt;
            while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is '-' or '!'))
            {
                nameEnd++;
            }

            var name = html[nameAt..nameEnd];
            var isBlock = Blocks.Contains(name);
            WritePending(atEnd: closes && isBlock);
            var end = EndOfTag(nameEnd);
            output.Append(html, at, end - at);
            at = end;
            inHead = name.Equals("head", StringComparison.OrdinalIgnoreCase) ? !closes : inHead;
            atStart = name == "!DOCTYPE" || (isBlock && !closes) || (closes && Parts.Contains(name));
            if (!closes && Verbatim.Contains(name))
            {
                CopyVerbatim(name);
            }
        }

        private int EndOfTag(int from)
        {
            var quote = '\0';
            for (var i = from; i < html.Length; i++)
            {
                if (quote != '\0')
                {
                    quote = html[i] == quote ? '\0' : quote;
                }
                else if (html[i] is '"' or '\'')
                {
                    quote = html[i];
                }
                else if (html[i] == '>')
                {
                    return i + 1;
                }
            }

            return html.Length;
        }

        private void CopyVerbatim(string name)
        {
            var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            end = end < 0 ? html.Length : end;
            output.Append(html, at, end - at);
            (at, atStart) = (end, false);
        }

        private void WritePending(bool atEnd)
        {
            if (pending is { } space && !atStart && !atEnd && !inHead)
            {
                output.Append(space);
            }

            pending = null;
        }
    }
}
