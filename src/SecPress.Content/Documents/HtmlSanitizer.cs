using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace SecPress.Content.Documents;

/// <summary>A tag that may stay, as it is printed.</summary>
internal readonly record struct HtmlTag(string Name, bool IsClosing, bool IsVoid, string Html);

/// <summary>
/// Keeps what is known to be harmless of the HTML an editor wrote, and writes it anew: known elements and attributes, every value in
/// double quotes and escaped, every element closed. Nothing of the input is copied that was not recognised.
/// </summary>
internal static class HtmlSanitizer
{
    private const int MostNesting = 64;

    private static readonly FrozenSet<string> Elements = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn",
        "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol",
        "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "time", "tr", "u", "ul", "var", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> VoidElements = new[] { "br", "col", "hr", "img", "wbr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements whose content is not for readers: they go with everything up to their end tag.</summary>
    private static readonly FrozenSet<string> DroppedWhole = new[]
    {
        "script", "style", "iframe", "object", "embed", "applet", "template", "svg", "math", "noscript", "noembed", "noframes", "textarea",
        "title", "xmp", "plaintext", "select", "head", "frameset", "audio", "video", "canvas",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The other elements of HTML, past and present, which are left out with their content kept.</summary>
    private static readonly FrozenSet<string> OtherElements = new[]
    {
        "acronym", "address", "area", "article", "aside", "base", "basefont", "bgsound", "big", "blink", "body", "button", "center", "command", "data",
        "datalist", "dialog", "dir", "fieldset", "fencedframe", "font", "footer", "form", "frame", "h1", "header", "hgroup", "html", "image", "input",
        "isindex", "keygen", "label", "legend", "link", "listing", "main", "map", "marquee", "menu", "menuitem", "meta", "meter", "nav", "nextid", "nobr",
        "optgroup", "option", "output", "param", "picture", "portal", "progress", "rb", "rp", "rt", "rtc", "ruby", "search", "selectedcontent", "slot",
        "source", "spacer", "strike", "tt", "track",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GlobalAttributes =
        new[] { "class", "dir", "lang", "title" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ElementAttributes = new[]
    {
        "a href", "img src", "img alt", "img width", "img height", "td colspan", "td rowspan", "th colspan", "th rowspan", "th scope",
        "col span", "colgroup span", "ol start", "ol reversed", "li value", "time datetime", "details open", "blockquote cite", "q cite", "del datetime",
        "ins datetime",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A piece of HTML, cleaned and balanced, and a description of each kind of thing that was left out.</summary>
    public static string Clean(string html, out IReadOnlyCollection<string> removed)
    {
        var output = new StringBuilder(html.Length);
        var open = new Stack<string>();
        var dropped = new SortedSet<string>(StringComparer.Ordinal);
        var at = 0;
        while (at < html.Length)
        {
            var less = html.IndexOf('<', at);
            AppendText(output, html.AsSpan(at, (less < 0 ? html.Length : less) - at));
            if (less < 0)
            {
                break;
            }

            at = HtmlTagReader.Read(html, less, out var tag);
            if (tag is null)
            {
                if (at == less + 1)
                {
                    output.Append("&lt;");
                }
            }
            else if (DroppedWhole.Contains(tag.Name))
            {
                dropped.Add($"<{tag.Name}>");
                at = tag.IsClosing ? at : EndOfDropped(html, at, tag.Name);
            }
            else if (IsText(tag))
            {
                output.Append(Escape(html[less..at]));
            }
            else if (!Elements.Contains(tag.Name) || (tag.Name == "a" && !tag.IsClosing && open.Contains("a")))
            {
                dropped.Add($"<{tag.Name}>");
            }
            else
            {
                Append(output, open, tag, dropped);
            }
        }

        while (open.TryPop(out var name))
        {
            output.Append("</").Append(name).Append('>');
        }

        removed = dropped;
        return output.ToString();
    }

    /// <summary>One tag by itself, or null when it may not stay.</summary>
    public static HtmlTag? CleanTag(string html)
    {
        HtmlTagReader.Read(html, 0, out var tag);
        if (tag is null || !Elements.Contains(tag.Name))
        {
            return null;
        }

        var output = new StringBuilder();
        AppendTag(output, tag, []);
        return new HtmlTag(tag.Name, tag.IsClosing, VoidElements.Contains(tag.Name), output.ToString());
    }

    /// <summary>Whether a tag is words that only look like one, such as the T of a <c>Vec&lt;T&gt;</c>: no element has its name.</summary>
    public static bool IsText(string html)
    {
        HtmlTagReader.Read(html, 0, out var tag);
        return tag is not null && IsText(tag);
    }

    /// <summary>Where a comment begins that nothing closes; -1 when there is none.</summary>
    public static int FindUnclosedComment(ReadOnlySpan<char> html)
    {
        var at = 0;
        while (html[at..].IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = html[(at + start + 2)..].IndexOf("-->", StringComparison.Ordinal);
            if (end < 0)
            {
                return at + start;
            }

            at += start + 2 + end + 3;
        }

        return -1;
    }

    public static string WithoutComments(string html)
    {
        var start = html.IndexOf("<!--", StringComparison.Ordinal);
        if (start < 0)
        {
            return html;
        }

        var output = new StringBuilder(html.Length);
        var at = 0;
        while (start >= 0)
        {
            output.Append(html, at, start - at);
            var end = html.IndexOf("-->", start + 2, StringComparison.Ordinal);
            at = end < 0 ? html.Length : end + 3;
            start = html.IndexOf("<!--", at, StringComparison.Ordinal);
        }

        return output.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>The name of the first tag as it is written, without slash; empty when there is none.</summary>
    public static string FirstTagName(string html)
    {
        var at = html.IndexOf('<', StringComparison.Ordinal) + 1;
        if (at < html.Length && html[at] == '/')
        {
            at++;
        }

        var end = at;
        while (at > 0 && end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return html[at..end];
    }

    private static bool IsText(ParsedTag tag) =>
        tag.Attributes.Count == 0 && !Elements.Contains(tag.Name) && !DroppedWhole.Contains(tag.Name) && !OtherElements.Contains(tag.Name);

    private static void Append(StringBuilder output, Stack<string> open, ParsedTag tag, SortedSet<string> dropped)
    {
        if (VoidElements.Contains(tag.Name))
        {
            if (!tag.IsClosing)
            {
                AppendTag(output, tag, dropped);
            }
        }
        else if (!tag.IsClosing)
        {
            if (open.Count == MostNesting)
            {
                dropped.Add("what is nested too deeply");
                return;
            }

            open.Push(tag.Name);
            AppendTag(output, tag, dropped);
        }
        else if (open.Contains(tag.Name))
        {
            while (open.Pop() is var name)
            {
                output.Append("</").Append(name).Append('>');
                if (name == tag.Name)
                {
                    break;
                }
            }
        }
    }

    private static void AppendTag(StringBuilder output, ParsedTag tag, SortedSet<string> dropped)
    {
        if (tag.IsClosing)
        {
            output.Append("</").Append(tag.Name).Append('>');
            return;
        }

        output.Append('<').Append(tag.Name);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in tag.Attributes)
        {
            if (!IsAllowed(tag.Name, name, value))
            {
                dropped.Add($"{name} of <{tag.Name}>");
            }
            else if (written.Add(name))
            {
                output.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
            }
        }

        output.Append('>');
    }

    private static bool IsAllowed(string element, string attribute, string value) =>
        GlobalAttributes.Contains(attribute)
        || (ElementAttributes.Contains($"{element} {attribute}") && attribute switch
        {
            "href" or "cite" => LinkSchemes.IsAllowed(value),
            "src" => LinkSchemes.SchemeOf(value) is null or "http" or "https",
            "width" or "height" or "colspan" or "rowspan" or "span" or "start" or "value" => value.Length is > 0 and < 6 && value.All(char.IsAsciiDigit),
            "scope" => value is "col" or "row" or "colgroup" or "rowgroup",
            _ => true,
        });

    private static int EndOfDropped(string html, int at, string name)
    {
        while (true)
        {
            at = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return html.Length;
            }

            at += name.Length + 2;
            if (at >= html.Length || html[at] is '>' or '/' || char.IsWhiteSpace(html[at]))
            {
                var end = html.IndexOf('>', Math.Min(at, html.Length));
                return end < 0 ? html.Length : end + 1;
            }
        }
    }

    private static void AppendText(StringBuilder output, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            output.Append(Escape(WebUtility.HtmlDecode(text.ToString())));
        }
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
