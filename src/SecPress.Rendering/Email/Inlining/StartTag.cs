using System.Net;
using System.Text;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>A start tag in the text of a document, which is changed in place so that the rest of the text stays to the byte.</summary>
internal readonly struct StartTag
{
    private readonly string html;

    private StartTag(string html, int start, int end, string name, Dictionary<string, (int Start, int End)> attributes) =>
        (this.html, Start, End, Name, Attributes) = (html, start, end, name, attributes);

    public int Start { get; }

    /// <summary>The offset behind its closing bracket.</summary>
    public int End { get; }

    /// <summary>In lower case.</summary>
    public string Name { get; }

    /// <summary>Ranges of whole attributes with the white space before them, by lower-case name.</summary>
    private Dictionary<string, (int Start, int End)> Attributes { get; }

    /// <summary>The tag at an offset; null when there stands none, or it is not closed.</summary>
    public static StartTag? Read(string html, int start)
    {
        if (start < 0 || start + 1 >= html.Length || html[start] != '<' || !char.IsAsciiLetter(html[start + 1]))
        {
            return null;
        }

        var at = start + 1;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('>' or '/'))
        {
            at++;
        }

        var name = html[(start + 1)..at].ToLowerInvariant();
        var attributes = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        while (at < html.Length && html[at] != '>')
        {
            var before = at;
            while (at < html.Length && (IsSpace(html[at]) || html[at] == '/'))
            {
                at++;
            }

            var nameStart = at;
            while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('>' or '/' or '='))
            {
                at++;
            }

            if (at == nameStart)
            {
                at += at < html.Length && html[at] == '=' ? 1 : 0;
                continue;
            }

            var attribute = html[nameStart..at].ToLowerInvariant();
            at = EndOfValue(html, at);
            attributes.TryAdd(attribute, (before, at));
        }

        return at < html.Length ? new StartTag(html, start, at + 1, name, attributes) : null;
    }

    /// <summary>Its attributes by name, as written but for character references in their values.</summary>
    public IEnumerable<(string Name, string Value)> Values()
    {
        foreach (var (name, (start, end)) in Attributes)
        {
            var text = html[start..end];
            var equals = text.IndexOf('=');
            var value = equals < 0 ? "" : text[(equals + 1)..].Trim().Trim('"', '\'');
            yield return (name, WebUtility.HtmlDecode(value));
        }
    }

    public bool Has(string attribute) => Attributes.ContainsKey(attribute);

    /// <summary>The tag with its <c>style</c> set (null: taken away) and attributes added that it does not have.</summary>
    public string With(string? style, IEnumerable<(string Name, string Value)> added)
    {
        var text = new StringBuilder();
        var insertAt = Start + 1 + Name.Length;
        if (Attributes.TryGetValue("style", out var old))
        {
            text.Append(html, Start, old.Start - Start);
            Append(text, "style", style);
            insertAt = old.End;
        }
        else
        {
            insertAt = EndOfAttributes();
            text.Append(html, Start, insertAt - Start);
            Append(text, "style", style);
        }

        foreach (var (name, value) in added)
        {
            Append(text, name, value);
        }

        return text.Append(html, insertAt, End - insertAt).ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(' ').Append(name).Append("=\"")
                .Append(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal))
                .Append('"');
        }
    }

    private int EndOfAttributes() => Attributes.Count == 0 ? Start + 1 + Name.Length : Attributes.Values.Max(a => a.End);

    private static int EndOfValue(string html, int at)
    {
        var equals = at;
        while (equals < html.Length && IsSpace(html[equals]))
        {
            equals++;
        }

        if (equals >= html.Length || html[equals] != '=')
        {
            return at;
        }

        at = equals + 1;
        while (at < html.Length && IsSpace(html[at]))
        {
            at++;
        }

        if (at < html.Length && html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            return close < 0 ? html.Length : close + 1;
        }

        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
