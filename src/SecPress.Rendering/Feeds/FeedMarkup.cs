using System.Collections.Frozen;
using System.Text;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Email.Inlining;

namespace SecPress.Rendering.Feeds;

/// <summary>
/// Makes of a page's markup what feed readers show well: they know none of our classes, and put many entries on one page, where ids
/// would clash. What a style sheet would say is said by elements that every reader has.
/// </summary>
internal sealed class FeedMarkup
{
    private static readonly FrozenSet<string> KeptAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "start", "value", "reversed", "type", "datetime", "cite", "lang", "dir");

    private static readonly FrozenSet<string> WithoutContent =
        FrozenSet.Create(StringComparer.Ordinal, "area", "br", "col", "hr", "img", "wbr");

    /// <summary>What is written instead of an element that a style sheet of ours would set apart, by class.</summary>
    private static readonly FrozenDictionary<string, (string Open, string Close)> Substitutes = new Dictionary<string, (string, string)>
    {
        ["sp-callout"] = ("<blockquote>", "</blockquote>"),
        ["sp-callout-title"] = ("<p><strong>", "</strong></p>"),
        ["sp-item-title"] = ("<p><strong>", "</strong></p>"),
        ["sp-footnotes"] = ("<hr>", ""),
        ["sp-tag"] = ("<em>", "</em>"),
        ["sp-time"] = ("<br>", ""),
        ["sp-detail"] = ("<br>", ""),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Hidden = "sp-hidden";
    private const string Facts = "sp-item-meta";

    private readonly string html;
    private readonly StringBuilder text;
    private readonly Stack<Element> open = new();
    private int hidden;

    private FeedMarkup(string html)
    {
        this.html = html;
        text = new StringBuilder(html.Length);
    }

    /// <summary>An element whose end is yet to come, and what is written there. <c>Children</c> counts those of a row of facts.</summary>
    private sealed record Element(string Name, string Close, bool IsHidden, bool IsFacts)
    {
        public int Children { get; set; }
    }

    /// <param name="html">Markup that printers and templates made.</param>
    public static string Of(string html)
    {
        var markup = new FeedMarkup(html);
        markup.Write();
        return markup.text.ToString();
    }

    private void Write()
    {
        var at = 0;
        while (at < html.Length)
        {
            var next = html.IndexOf('<', at);
            next = next < 0 ? html.Length : next;
            WriteText(html.AsSpan(at, next - at));
            at = next == html.Length ? next : WriteTag(next);
        }

        while (open.Count > 0)
        {
            CloseInnermost();
        }
    }

    /// <summary>Gives the offset behind the tag.</summary>
    private int WriteTag(int at)
    {
        if (StartTag.Read(html, at) is { } tag)
        {
            Open(tag);
            return tag.End;
        }

        var end = html.IndexOf('>', at);
        if (end < 0 || at + 1 >= html.Length || html[at + 1] != '/')
        {
            WriteText("&lt;");
            return at + 1;
        }

        Close(html[(at + 2)..end].Trim().ToLowerInvariant());
        return end + 1;
    }

    private void WriteText(ReadOnlySpan<char> part)
    {
        // White space between facts becomes a mark between them, which is written when the next one opens.
        if (hidden == 0 && !(open.TryPeek(out var around) && around.IsFacts && part.IsWhiteSpace()))
        {
            text.Append(part);
        }
    }

    private void Open(StartTag tag)
    {
        var attributes = tag.Values().ToList();
        var classes = attributes.FirstOrDefault(a => a.Name == "class").Value?.Split(' ') ?? [];
        if (hidden == 0 && open.TryPeek(out var around) && around.IsFacts && around.Children++ > 0)
        {
            text.Append(" · ");
        }

        var hides = classes.Contains(Hidden);
        hidden += hides ? 1 : 0;
        var (start, close) = hides ? ("", "") : Written(tag.Name, classes, attributes);
        if (hidden == 0)
        {
            text.Append(start);
        }

        if (!WithoutContent.Contains(tag.Name))
        {
            open.Push(new Element(tag.Name, close, hides, classes.Contains(Facts)));
        }
        else if (hides)
        {
            hidden--;
        }
    }

    private static (string Open, string Close) Written(string name, string[] classes, List<(string Name, string Value)> attributes)
    {
        if (classes.FirstOrDefault(Substitutes.ContainsKey) is { } known)
        {
            return Substitutes[known];
        }

        var kept = attributes.Where(a => KeptAttributes.Contains(a.Name)).ToList();
        switch (name)
        {
            // What had a meaning through its class alone.
            case "span" when kept.Count == 0:
            case "div" or "section" when kept.Count == 0 && classes.Any(c => c.StartsWith("sp-", StringComparison.Ordinal)):
                return ("", "");
            // Without a style sheet only these draw the lines between the cells.
            case "table":
                kept.AddRange([("border", "1"), ("cellpadding", "6"), ("cellspacing", "0")]);
                break;
            case "td" or "th" when classes.Contains("sp-right"):
                kept.Add(("align", "right"));
                break;
            case "td" or "th" when classes.Contains("sp-centre"):
                kept.Add(("align", "center"));
                break;
        }

        var tag = new StringBuilder("<").Append(name);
        foreach (var (attribute, value) in kept)
        {
            HtmlInlines.AppendAttribute(tag, attribute, value);
        }

        return (tag.Append('>').ToString(), $"</{name}>");
    }

    // An end tag closes what was left open inside its element; one without a start is left out.
    private void Close(string name)
    {
        if (open.Any(e => e.Name == name))
        {
            while (CloseInnermost() != name)
            {
            }
        }
    }

    private string CloseInnermost()
    {
        var element = open.Pop();
        if (hidden == 0)
        {
            text.Append(element.Close);
        }

        hidden -= element.IsHidden ? 1 : 0;
        return element.Name;
    }
}
