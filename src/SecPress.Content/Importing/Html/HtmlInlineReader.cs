using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Html;

/// <summary>Reads running text: emphasis, links, pictures, line breaks.</summary>
internal sealed partial class HtmlInlineReader(HtmlContext context)
{
    /// <summary>Elements in each other; what is deeper is read as its words.</summary>
    private const int MostNesting = 100;

    public void Read(INode node, InlineBuffer buffer, HtmlStyle style, int depth)
    {
        switch (node)
        {
            case IText text:
                buffer.Text(text.Data, style);
                break;
            case IElement element when depth > MostNesting:
                buffer.Text(element.TextContent, style);
                break;
            case IElement element:
                ReadElement(element, buffer, style.Of(element), style, depth);
                break;
        }
    }

    private void ReadElement(IElement element, InlineBuffer buffer, HtmlStyle style, HtmlStyle outer, int depth)
    {
        if (HtmlContext.IsNotText(element))
        {
            context.NoteDropped(element);
        }
        else if (HtmlStyle.Hides(element))
        {
            context.NoteHidden(element);
        }
        else if (element.LocalName == "br")
        {
            buffer.LineBreak();
        }
        else if (element.LocalName == "img")
        {
            ReadPicture(element, buffer, style);
        }
        else if (element.LocalName == "a" && element.GetAttribute("href") is { Length: > 0 } href)
        {
            ReadLink(element, href, buffer, style, depth);
        }
        else if (context.ColouredBullet(element, style) is { } bullet)
        {
            buffer.Text(bullet + " ", style);
        }
        else if (MarkOf(element, style, outer) is { } mark)
        {
            ReadMarked(element, mark, buffer, style, depth);
        }
        else
        {
            ReadChildren(element, buffer, style, depth);
        }
    }

    private void ReadChildren(IElement element, InlineBuffer buffer, HtmlStyle style, int depth)
    {
        foreach (var child in element.ChildNodes)
        {
            Read(child, buffer, style, depth + 1);
        }
    }

    private static string? MarkOf(IElement element, HtmlStyle style, HtmlStyle outer) => element.LocalName switch
    {
        "code" or "kbd" or "samp" or "tt" => "`",
        "del" or "s" or "strike" => "~~",
        "sub" => "~",
        "sup" => "^",
        "mark" => "==",
        _ when style.Bold && !outer.Bold => "**",
        _ when style.Italic && !outer.Italic => "*",
        _ => null,
    };

    private void ReadMarked(IElement element, string mark, InlineBuffer buffer, HtmlStyle style, int depth)
    {
        var inner = new InlineBuffer();
        ReadChildren(element, inner, style, depth);
        var text = inner.Take();
        var source = element.TextContent;
        if (source.Length > 0 && char.IsWhiteSpace(source[0]))
        {
            buffer.Text(" ", style);
        }

        if (text.IsEmpty || text.Markdown.Contains('\n', StringComparison.Ordinal) || text.Markdown.Contains(mark, StringComparison.Ordinal))
        {
            buffer.Raw(text.Plain, text.Markdown, style, isMark: false);
        }
        else if (mark == "`")
        {
            buffer.Raw(text.Plain, $"`{text.Plain}`", style, isMark: false);
        }
        else
        {
            buffer.Raw(text.Plain, mark + text.Markdown + mark, style, isMark: true);
        }

        if (source.Length > 0 && char.IsWhiteSpace(source[^1]))
        {
            buffer.AppendSpaceAfter();
        }
    }

    private void ReadLink(IElement element, string href, InlineBuffer buffer, HtmlStyle style, int depth)
    {
        var inner = new InlineBuffer();
        ReadChildren(element, inner, style with { Italic = true }, depth);
        var text = inner.Take();
        var words = text.Markdown.Replace("\\\n", " ", StringComparison.Ordinal).ReplaceLineEndings(" ");
        var line = HtmlContext.LineOf(element);
        if (text.IsEmpty)
        {
            context.Notes.Left(line, "a link without words was left out", href);
            return;
        }

        // A picture within became a link itself.
        var address = text.Markdown.Contains("](", StringComparison.Ordinal) ? null : context.AddressOf(href.Trim(), line);
        if (address is null)
        {
            buffer.Raw(text.Plain, words, style, isMark: false);
            if (text.Markdown.Contains("](", StringComparison.Ordinal))
            {
                context.Notes.Left(line, "a picture that was a link leads to itself now, and no longer here", href);
            }

            return;
        }

        if (Counter().IsMatch(address))
        {
            context.Notes.Look(line, "this link goes through a counter of clicks; write the address it leads to", address);
        }

        buffer.Raw(text.Plain, $"[{words}]({Bracketed(address)})", style, isMark: false);
    }

    private void ReadPicture(IElement element, InlineBuffer buffer, HtmlStyle style)
    {
        var alt = string.Join(' ', (element.GetAttribute("alt") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var source = (element.GetAttribute("src") ?? "").Trim();
        var line = HtmlContext.LineOf(element);
        if (Texts.Bullets.Coloured(alt + " x") is not null)
        {
            buffer.Text(alt + " ", style);
            return;
        }

        if (source.Length == 0 || HtmlContext.IsTiny(element))
        {
            context.Notes.Left(line, "a picture that nobody sees was left out", $"{alt} {source}");
            return;
        }

        var address = context.AddressOf(source, line);
        var isOurs = address is not null && Documents.LinkSchemes.SchemeOf(address) is null && !address.StartsWith("//", StringComparison.Ordinal);
        if (isOurs)
        {
            buffer.Raw(alt, $"![{MarkdownEscaper.EscapeInline(alt)}]({Bracketed(address!)})", style, isMark: false);
        }
        else if (alt.Length == 0)
        {
            context.Notes.Left(line, "a picture of another site without words of its own was left out", source);
        }
        else if (address is null || element.Ancestors<IElement>().Any(a => a.LocalName == "a"))
        {
            context.Notes.Left(line, "a picture was left out; its words are in the issue", $"{alt} {source}");
            buffer.Text(alt, style);
        }
        else
        {
            context.Notes.Look(line, "a picture of another site is a link to it now; save it below content/images to show it", address);
            buffer.Raw(alt, $"[{MarkdownEscaper.EscapeInline(alt)}]({Bracketed(address)})", style, isMark: false);
        }
    }

    private static string Bracketed(string address)
    {
        address = address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).ReplaceLineEndings("");
        return address.AsSpan().IndexOfAny(" ()\\") >= 0 ? $"<{address.Replace("\\", "%5C", StringComparison.Ordinal)}>" : address;
    }

    [GeneratedRegex(@"^https?://([^/]*\.)?(click|clicks|track|tracking|trk|links?|list-manage|cmail\d*|sendgrid|mailchimp|r20)\b|[?&](url|redirect|u)=https?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Counter();
}
