using System.Net;

namespace SecPress.Content.Documents;

/// <summary>A tag as read: names in lower case, values with their entities resolved.</summary>
internal sealed record ParsedTag(string Name, bool IsClosing, List<(string Name, string Value)> Attributes);

/// <summary>Reads one tag the way browsers do, so that what is kept and what a browser sees are the same.</summary>
internal static class HtmlTagReader
{
    /// <summary>Reads at a <c>&lt;</c>. Gives the tag, or null for a comment, a declaration, or a sign that starts no tag.</summary>
    /// <returns>The offset behind what was read: one further for a sign that starts no tag.</returns>
    public static int Read(string html, int at, out ParsedTag? tag)
    {
        tag = null;
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (at + 1 < html.Length && html[at + 1] is ('!' or '?'))
        {
            var end = html.IndexOf('>', at);
            return end < 0 ? html.Length : end + 1;
        }

        var isClosing = at + 1 < html.Length && html[at + 1] == '/';
        var start = at + (isClosing ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            return at + 1;
        }

        var nameEnd = start;
        while (nameEnd < html.Length && !IsSpace(html[nameEnd]) && html[nameEnd] is not ('/' or '>'))
        {
            nameEnd++;
        }

        var attributes = new List<(string, string)>();
        var next = nameEnd;
        while (true)
        {
            while (next < html.Length && (IsSpace(html[next]) || html[next] == '/'))
            {
                next++;
            }

            if (next >= html.Length)
            {
                // A tag without an end is no tag, and a browser shows nothing of it.
                return html.Length;
            }

            if (html[next] == '>')
            {
                tag = new ParsedTag(html[start..nameEnd].ToLowerInvariant(), isClosing, attributes);
                return next + 1;
            }

            next = ReadAttribute(html, next, attributes);
        }
    }

    private static int ReadAttribute(string html, int at, List<(string Name, string Value)> attributes)
    {
        var start = at++;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('=' or '/' or '>'))
        {
            at++;
        }

        var name = html[start..at].ToLowerInvariant();
        var equals = at;
        while (equals < html.Length && IsSpace(html[equals]))
        {
            equals++;
        }

        if (equals >= html.Length || html[equals] != '=')
        {
            attributes.Add((name, ""));
            return at;
        }

        at = equals + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }

        if (at < html.Length && html[at] is ('"' or '\''))
        {
            var close = html.IndexOf(html[at], at + 1);
            var end = close < 0 ? html.Length : close;
            attributes.Add((name, WebUtility.HtmlDecode(html[(at + 1)..end])));
            return Math.Min(end + 1, html.Length);
        }

        var valueStart = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        attributes.Add((name, WebUtility.HtmlDecode(html[valueStart..at])));
        return at;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
