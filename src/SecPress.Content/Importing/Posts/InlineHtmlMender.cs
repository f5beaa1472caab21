using System.Net;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SecPress.Content.Documents;
using SecPress.Content.Importing.Html;

namespace SecPress.Content.Importing.Posts;

/// <summary>
/// Writes HTML among Markdown as Markdown, for a site that does not keep it. On one that does, only what would be lost is looked at:
/// words that look like a tag ("Vec&lt;T&gt;"), and scripts.
/// </summary>
internal sealed partial class InlineHtmlMender(bool keepsHtml, LinkMender links, ImportNotes notes)
{
    private static readonly Dictionary<string, string> Markup = new(StringComparer.Ordinal)
    {
        ["b"] = "**",
        ["strong"] = "**",
        ["i"] = "*",
        ["em"] = "*",
        ["del"] = "~~",
        ["s"] = "~~",
        ["strike"] = "~~",
        ["ins"] = "++",
        ["u"] = "++",
        ["mark"] = "==",
        ["sub"] = "~",
        ["sup"] = "^",
        ["code"] = "`",
        ["tt"] = "`",
        ["kbd"] = "`",
        ["samp"] = "`",
    };

    private string body = "";
    private TextEdits edits = new();
    private PostPlace place = new("", "", 1);

    public string Mend(string markdown, PostPlace where)
    {
        if (!markdown.Contains('<', StringComparison.Ordinal))
        {
            return markdown;
        }

        (body, edits, place) = (markdown, new TextEdits(), where);
        if (MarkdownTree.Parse(markdown) is not { } tree)
        {
            return markdown;
        }

        foreach (var block in tree.Descendants<LeafBlock>())
        {
            if (block is HtmlBlock html)
            {
                MendBlock(html);
            }
            else if (block.Inline is { } inline)
            {
                MendInlines(block, [.. inline.Descendants<HtmlInline>().Where(h => !h.Tag.StartsWith("<!--", StringComparison.Ordinal))]);
            }
        }

        return edits.Apply(markdown);
    }

    private void MendBlock(HtmlBlock block)
    {
        var (start, end) = (block.Span.Start, Math.Min(block.Span.End + 1, body.Length));
        var html = body[start..end];
        if (keepsHtml)
        {
            foreach (Match script in Dropped().Matches(html))
            {
                notes.Left(LineOf(start + script.Index), "a script or an embedded page was left out", script.Value);
                edits.Delete(start + script.Index, start + script.Index + script.Length);
            }

            return;
        }

        if (string.IsNullOrWhiteSpace(HtmlSanitizer.WithoutComments(html)))
        {
            return;
        }

        var converted = HtmlFragment.ToMarkdown(html, LineOf(start), url => links.AddressOf(url, LineOf(start), place), notes).TrimEnd('\n');
        var lineStart = body.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var prefix = new string([.. body[lineStart..start].Select(c => c == '>' ? '>' : ' ')]);
        edits.Replace(start, end, "\n" + prefix + converted.Replace("\n", "\n" + prefix, StringComparison.Ordinal) + (html.EndsWith('\n') ? "\n" : ""));
    }

    private void MendInlines(LeafBlock block, List<HtmlInline> tags)
    {
        var partners = PartnersOf(tags);
        foreach (var tag in tags)
        {
            var name = HtmlSanitizer.FirstTagName(tag.Tag);
            if (char.IsAsciiLetterUpper(name.Length > 0 ? name[0] : 'x') && !partners.ContainsKey(tag) && !name.Equals("BR", StringComparison.Ordinal) && !tag.Tag.Contains('=', StringComparison.Ordinal))
            {
                edits.Insert(tag.Span.Start, "\\");
            }
            else if (!keepsHtml)
            {
                Replace(block, tag, name.ToLowerInvariant(), partners);
            }
        }
    }

    private void Replace(LeafBlock block, HtmlInline tag, string name, Dictionary<HtmlInline, HtmlInline> partners)
    {
        var (start, end) = (tag.Span.Start, tag.Span.End + 1);
        if (HtmlSanitizer.IsText(tag.Tag))
        {
            edits.Insert(start, "\\");
        }
        else if (name == "br")
        {
            var broken = end < body.Length && body[end] == '\n';
            edits.Replace(start, end, block is ParagraphBlock && tag.Parent?.Parent is null && !IsInTable(block) ? broken ? "\\" : "\\\n" : " ");
        }
        else if (name == "img")
        {
            edits.Replace(start, end, HtmlFragment.ToMarkdown(tag.Tag, LineOf(start), url => links.AddressOf(url, LineOf(start), place), notes).Trim());
        }
        else if (name == "a" && partners.TryGetValue(tag, out var other))
        {
            ReplaceAnchor(tag, other, start, end);
        }
        else
        {
            edits.Replace(start, end, Markup.TryGetValue(name, out var sign) && partners.TryGetValue(tag, out var partner) && IsTight(tag, partner) ? sign : "");
        }
    }

    private void ReplaceAnchor(HtmlInline tag, HtmlInline other, int start, int end)
    {
        var (open, close) = tag.Span.Start < other.Span.Start ? (tag, other) : (other, tag);
        var href = Href().Match(open.Tag) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["u"].Value) : "";
        if (href.Length == 0 || open.Span.End + 1 >= close.Span.Start)
        {
            edits.Delete(start, end);
        }
        else if (tag == open)
        {
            edits.Replace(start, end, links.AddressOf(href, LineOf(start), place) is null ? "" : "[");
        }
        else
        {
            var address = links.AddressOf(href, LineOf(open.Span.Start), place);
            edits.Replace(start, end, address is null ? "" : address.AsSpan().IndexOfAny(" ()") >= 0 ? $"](<{address}>)" : $"]({address})");
        }
    }

    // Emphasis opens before a letter and closes behind one.
    private bool IsTight(HtmlInline tag, HtmlInline partner)
    {
        var (open, close) = tag.Span.Start < partner.Span.Start ? (tag, partner) : (partner, tag);
        return open.Span.End + 1 < close.Span.Start && !char.IsWhiteSpace(body[open.Span.End + 1]) && !char.IsWhiteSpace(body[close.Span.Start - 1]);
    }

    private static bool IsInTable(Block block)
    {
        for (Block? at = block; at is not null; at = at.Parent)
        {
            if (at is Markdig.Extensions.Tables.Table)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<HtmlInline, HtmlInline> PartnersOf(List<HtmlInline> tags)
    {
        var partners = new Dictionary<HtmlInline, HtmlInline>();
        var open = new List<(string Name, HtmlInline Tag)>();
        foreach (var tag in tags)
        {
            var name = HtmlSanitizer.FirstTagName(tag.Tag).ToLowerInvariant();
            if (!tag.Tag.StartsWith("</", StringComparison.Ordinal))
            {
                open.Add((name, tag));
            }
            else if (open.FindLastIndex(o => o.Name == name) is >= 0 and var at)
            {
                (partners[tag], partners[open[at].Tag]) = (open[at].Tag, tag);
                open.RemoveRange(at, open.Count - at);
            }
        }

        return partners;
    }

    private int LineOf(int offset) => place.FirstLine + body.AsSpan(0, Math.Clamp(offset, 0, body.Length)).Count('\n');

    [GeneratedRegex(@"<(script|style|iframe|object|embed|noscript|svg|form)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Dropped();

    [GeneratedRegex("""\bhref\s*=\s*(?:"(?<u>[^"]*)"|'(?<u>[^']*)'|(?<u>[^\s>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Href();
}
