using System.Collections.Immutable;
using AngleSharp.Dom;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Html;

/// <summary>
/// Reads the blocks of HTML: those its elements are, and headings that only look like ones. Tables that lay a page out are taken
/// apart, tables of data stay tables.
/// </summary>
internal sealed class HtmlBlockReader(HtmlContext context)
{
    private const int MostNesting = 120;
    private const double HeadingSize = 18;
    private const double LargeHeadingSize = 22;
    private const int LongestHeading = 140;
    private const string ParagraphBreak = "\\\n\\\n";

    private readonly HtmlInlineReader inlines = new(context);

    public List<DraftBlock> Read(INode parent)
    {
        var blocks = new List<DraftBlock>();
        ReadChildren(parent, blocks, default, 0);
        return blocks;
    }

    private void ReadChildren(INode parent, List<DraftBlock> blocks, HtmlStyle style, int depth)
    {
        var buffer = new InlineBuffer();
        var line = 0;
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element && IsBlock(element, depth))
            {
                Flush(ref buffer, line, blocks);
                ReadBlock(element, blocks, style.Of(element), depth + 1);
                line = 0;
            }
            else
            {
                line = line == 0 ? HtmlContext.LineOf((node as IElement) ?? node.ParentElement!) : line;
                inlines.Read(node, buffer, style, 0);
            }
        }

        Flush(ref buffer, line, blocks);
    }

    private static bool IsBlock(IElement element, int depth) =>
        element.LocalName is "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "nav" or "aside" or "center" or "ul" or "ol" or "li" or "dl"
            or "dt" or "dd" or "table" or "tbody" or "thead" or "tfoot" or "tr" or "td" or "th" or "caption" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote"
            or "pre" or "hr" or "figure" or "figcaption" or "address" or "form" or "fieldset" or "body" or "html" or "details" or "summary"
        || (depth < MostNesting && element.ChildElementCount > 0 && !HtmlContext.IsNotText(element) && element.Children.Any(c => IsBlock(c, depth + 1)));

    private void ReadBlock(IElement element, List<DraftBlock> blocks, HtmlStyle style, int depth)
    {
        var line = HtmlContext.LineOf(element);
        if (HtmlStyle.Hides(element))
        {
            context.NoteHidden(element);
        }
        else if (depth > MostNesting)
        {
            AddParagraph(DraftText.Of(string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))), line, blocks);
        }
        else if (element.LocalName is ['h', >= '1' and <= '6'] && element.QuerySelector("table, ul, ol, div, p") is null)
        {
            AddHeading(element, line, blocks, style, depth);
        }
        else
        {
            ReadOther(element, line, blocks, style, depth);
        }
    }

    private void ReadOther(IElement element, int line, List<DraftBlock> blocks, HtmlStyle style, int depth)
    {
        switch (element.LocalName)
        {
            case "ul" or "ol" when element.Children.Any(c => c.LocalName == "li"):
                AddList(element, line, blocks, style, depth);
                break;
            case "table" when DataTable.IsData(element):
                blocks.AddRange(DataTable.Read(element, cell => CellText(cell, style, depth)));
                break;
            case "blockquote":
                var inner = new List<DraftBlock>();
                ReadChildren(element, inner, style, depth);
                if (inner.Count > 0)
                {
                    blocks.Add(new DraftQuote(line, [.. inner]));
                }

                break;
            case "pre":
                if (!string.IsNullOrWhiteSpace(element.TextContent))
                {
                    blocks.Add(new DraftCode(line, element.TextContent.ReplaceLineEndings("\n").Trim('\n')));
                }

                break;
            case "hr":
                blocks.Add(new DraftRule(line));
                break;
            default:
                ReadChildren(element, blocks, style, depth);
                break;
        }
    }

    private void AddHeading(IElement element, int line, List<DraftBlock> blocks, HtmlStyle style, int depth)
    {
        var buffer = new InlineBuffer();
        foreach (var child in element.ChildNodes)
        {
            inlines.Read(child, buffer, style with { Bold = true }, depth);
        }

        if (buffer.Take() is { IsEmpty: false } text)
        {
            blocks.Add(new DraftHeading(line, element.LocalName[1] - '0', text));
        }
    }

    private void AddList(IElement list, int line, List<DraftBlock> blocks, HtmlStyle style, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ImmutableArray<DraftBlock>>();
        foreach (var child in list.ChildNodes)
        {
            var item = new List<DraftBlock>();
            switch (child)
            {
                case IElement { LocalName: "li" } li:
                    ReadBlock(li, item, style.Of(li), depth + 1);
                    break;
                case IElement { LocalName: "ul" or "ol" } nested:
                    ReadBlock(nested, item, style, depth + 1);
                    break;
                case IElement other:
                    ReadBlock(other, item, style, depth + 1);
                    break;
                case IText text when !string.IsNullOrWhiteSpace(text.Data):
                    AddParagraph(DraftText.Of(text.Data.Trim()), line, item);
                    break;
            }

            // What only looks like a heading is an item here.
            var plain = item.Select(b => b is DraftHeading heading ? new DraftParagraph(heading.Line, heading.Text) : b).ToImmutableArray();
            if (plain.Length > 0 && plain[0] is DraftList && items.Count > 0)
            {
                items[^1] = items[^1].AddRange(plain);
            }
            else if (plain.Length > 0)
            {
                items.Add(plain);
            }
        }

        if (items.Count > 0)
        {
            var start = int.TryParse(list.GetAttribute("start"), out var given) && given >= 0 ? given : 1;
            blocks.Add(new DraftList(line, list.LocalName == "ol", start, items.ToImmutable()));
        }
    }

    private DraftText CellText(IElement cell, HtmlStyle style, int depth)
    {
        var content = new List<DraftBlock>();
        ReadChildren(cell, content, style with { Bold = true }, depth);
        var texts = content.SelectMany(TextsOf).ToList();
        return new DraftText(string.Join(' ', texts.Select(t => t.Plain)), string.Join(' ', texts.Select(t => t.Markdown)));
    }

    private static IEnumerable<DraftText> TextsOf(DraftBlock block) => block switch
    {
        DraftParagraph paragraph => [paragraph.Text],
        DraftHeading heading => [heading.Text],
        DraftList list => list.Items.SelectMany(i => i).SelectMany(TextsOf),
        DraftQuote quote => quote.Blocks.SelectMany(TextsOf),
        DraftTable table => table.Rows.SelectMany(r => r),
        DraftCode code => [DraftText.Of(code.Text.ReplaceLineEndings(" "))],
        _ => [],
    };

    private static void Flush(ref InlineBuffer buffer, int line, List<DraftBlock> blocks)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        var text = buffer.Take();
        if (text.Markdown.Contains(ParagraphBreak, StringComparison.Ordinal))
        {
            AddParagraphs(text, line, blocks);
            buffer = new InlineBuffer();
            return;
        }

        var looksLikeHeading = text.Plain.Length is > 1 and <= LongestHeading
            && text.Plain[^1] is not ('.' or ',' or ';' or ':' or '!')
            && (buffer.AllBold || buffer.Size is >= HeadingSize and < double.MaxValue)
            && !text.Markdown.Contains("\\\n", StringComparison.Ordinal)
            && !text.Markdown.StartsWith('[') && !text.Markdown.StartsWith("![", StringComparison.Ordinal);
        if (looksLikeHeading && !text.IsEmpty)
        {
            var level = buffer.Size is >= LargeHeadingSize and < double.MaxValue ? 2 : 3;
            blocks.Add(new DraftHeading(line, level, text with { Markdown = text.Markdown.Replace("**", "", StringComparison.Ordinal) }));
        }
        else
        {
            AddParagraph(text, line, blocks);
        }

        buffer = new InlineBuffer();
    }

    // Two line breaks in a row are how mails part paragraphs.
    private static void AddParagraphs(DraftText text, int line, List<DraftBlock> blocks)
    {
        var plain = text.Plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var markdown = text.Markdown.Split(ParagraphBreak, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < markdown.Length; i++)
        {
            var written = markdown[i].Trim('\n', ' ');
            written = written.StartsWith("\\\n", StringComparison.Ordinal) ? written[2..] : written;
            AddParagraph(new DraftText(i < plain.Length ? plain[i] : written, written), line, blocks);
        }
    }

    private static void AddParagraph(DraftText text, int line, List<DraftBlock> blocks)
    {
        if (!text.IsEmpty)
        {
            blocks.Add(new DraftParagraph(line, text));
        }
    }
}
