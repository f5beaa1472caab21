using System.Collections.Immutable;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using Block = SecPress.Model.Documents.Block;
using Figure = SecPress.Model.Documents.Figure;
using Footnote = SecPress.Model.Documents.Footnote;
using Inline = SecPress.Model.Documents.Inline;
using ListBlock = SecPress.Model.Documents.ListBlock;
using Table = SecPress.Model.Documents.Table;
using TableCell = SecPress.Model.Documents.TableCell;

namespace SecPress.Content.Documents;

/// <summary>
/// Lowers the parser's tree to the model's. A paragraph that starts with <c>Table:</c> directly before a table is the table's caption.
/// </summary>
internal sealed class BlockLowerer(ParseContext context)
{
    private const string CaptionPrefix = "Table:";

    /// <summary>Blocks in each other: more than any text needs, fewer than any stack bears.</summary>
    private const int MostNesting = 64;

    private readonly InlineLowerer inlines = new(context);
    private int depth;

    public Document Lower(MarkdownDocument tree)
    {
        var blocks = LowerAll(tree);
        return new Document(blocks, LowerFootnotes(tree));
    }

    public ImmutableArray<Block> LowerAll(ContainerBlock parent)
    {
        if (depth == MostNesting)
        {
            var start = context.SpanOf(parent).Start;
            context.Report(
                ContentRules.TooDeep, new TextSpan(start, start + 1), "the Markdown is nested too deeply here", "Take quotes, lists or containers out of each other.");
            return [];
        }

        depth++;
        var blocks = ImmutableArray.CreateBuilder<Block>(parent.Count);
        for (var i = 0; i < parent.Count; i++)
        {
            if (parent[i] is ParagraphBlock caption && i + 1 < parent.Count && parent[i + 1] is Markdig.Extensions.Tables.Table table && IsCaption(caption))
            {
                blocks.Add(LowerTable(table, CaptionOf(caption)));
                i++;
            }
            else if (Lower(parent[i]) is { } block)
            {
                blocks.Add(block);
            }
        }

        depth--;
        return blocks.DrainToImmutable();
    }

    private Block? Lower(Markdig.Syntax.Block block) => block switch
    {
        ParagraphBlock paragraph => LowerParagraph(paragraph),
        HeadingBlock heading => LowerHeading(heading),
        Markdig.Syntax.ListBlock list => LowerList(list),
        QuoteBlock quote => new Quote(context.SpanOf(quote), LowerAll(quote)) { Attributes = context.AttributesOf(quote) },
        HtmlBlock html => LowerHtml(html),
        Markdig.Syntax.CodeBlock code => LowerCode(code),
        ThematicBreakBlock line => new ThematicBreak(context.SpanOf(line)) { Attributes = context.AttributesOf(line) },
        Markdig.Extensions.Tables.Table table => LowerTable(table, []),
        Markdig.Extensions.Figures.Figure figure => LowerFigure(figure),
        CustomContainer container => new ContainerLowerer(context, this).Lower(container),
        _ => null,
    };

    private Paragraph? LowerParagraph(ParagraphBlock paragraph)
    {
        var content = inlines.Lower(paragraph.Inline);
        return content.IsEmpty ? null : new Paragraph(context.SpanOf(paragraph), content) { Attributes = context.AttributesOf(paragraph) };
    }

    private Heading LowerHeading(HeadingBlock heading)
    {
        var content = inlines.Lower(heading.Inline);
        var attributes = context.AttributesOf(heading);
        return new Heading(
            context.SpanOf(heading), heading.Level, attributes.Id ?? context.Ids.From(DocumentWalker.PlainText(content)), content)
        {
            Attributes = attributes with { Id = null },
        };
    }

    private ListBlock LowerList(Markdig.Syntax.ListBlock list)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>(list.Count);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var task = (item.Count > 0 ? item[0] as ParagraphBlock : null)?.Inline?.FirstChild as TaskList;
            items.Add(new ListItem(context.SpanOf(item), task?.Checked, LowerAll(item))
            {
                Attributes = context.AttributesOf(item, c => c == "task-list-item"),
            });
        }

        return new ListBlock(
            context.SpanOf(list),
            list.IsOrdered,
            list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1,
            !list.IsLoose,
            items.DrainToImmutable())
        {
            Attributes = context.AttributesOf(list, c => c == "contains-task-list"),
        };
    }

    private Model.Documents.CodeBlock LowerCode(Markdig.Syntax.CodeBlock code)
    {
        var info = (code as FencedCodeBlock)?.Info;
        return new Model.Documents.CodeBlock(context.SpanOf(code), string.IsNullOrEmpty(info) ? null : info, code.Lines.ToString().TrimEnd('\n'))
        {
            Attributes = context.AttributesOf(code, c => c.StartsWith("language-", StringComparison.Ordinal)),
        };
    }

    private RawHtmlBlock? LowerHtml(HtmlBlock html)
    {
        var source = HtmlSanitizer.WithoutComments(html.Lines.ToString());
        ReportUnclosedComment(html.Span.Start, html.Span.End + 1);
        if (string.IsNullOrWhiteSpace(source))
        {
            return null;
        }

        var at = context.SpanOf(html);
        if (!context.Rules.RawHtml)
        {
            context.ReportHtml(at, HtmlSanitizer.FirstTagName(source));
            return null;
        }

        var clean = HtmlSanitizer.Clean(source, out var removed);
        foreach (var name in removed)
        {
            context.Report(ContentRules.HtmlRemoved, at, $"{name} was left out: it is not among the HTML that is kept", "Take it out, or write it in Markdown.");
        }

        return context.Accepts(clean, at) && !string.IsNullOrWhiteSpace(clean) ? new RawHtmlBlock(at, clean) : null;
    }

    // Readers would see nothing of what follows, however long it is.
    private void ReportUnclosedComment(int start, int end)
    {
        var text = context.Text.AsSpan(0, Math.Min(end, context.Text.Length));
        var unclosed = HtmlSanitizer.FindUnclosedComment(text[Math.Min(start, text.Length)..]);
        if (unclosed >= 0)
        {
            context.Report(
                ContentRules.LostText,
                context.SpanOf(start + unclosed, start + unclosed + "<!--".Length),
                "the comment that begins here has no end, and hides what follows",
                "Write '-->' where it ends.");
        }
    }

    private Figure LowerFigure(Markdig.Extensions.Figures.Figure figure)
    {
        var caption = ImmutableArray.CreateBuilder<Inline>();
        foreach (var part in figure.OfType<Markdig.Extensions.Figures.FigureCaption>())
        {
            if (caption.Count > 0)
            {
                caption.Add(new LineBreak(context.SpanOf(part), Hard: false));
            }

            caption.AddRange(inlines.Lower(part.Inline));
        }

        return new Figure(context.SpanOf(figure), LowerAll(figure), caption.ToImmutable()) { Attributes = context.AttributesOf(figure) };
    }

    private Table LowerTable(Markdig.Extensions.Tables.Table table, ImmutableArray<Inline> caption)
    {
        var rows = table.OfType<TableRow>().ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Count);
        var columns = Enumerable.Range(0, width)
            .Select(i => i < table.ColumnDefinitions.Count ? AlignmentOf(table.ColumnDefinitions[i].Alignment) : ColumnAlignment.None);
        var lowered = rows.Select(r => LowerRow(r, width)).ToList();
        return new Table(
            context.SpanOf(table), caption, [.. columns], lowered.Count == 0 ? [] : lowered[0], [.. lowered.Skip(1)])
        {
            Attributes = context.AttributesOf(table),
        };
    }

    private ImmutableArray<TableCell> LowerRow(TableRow row, int width)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>(width);
        foreach (var cell in row.OfType<Markdig.Extensions.Tables.TableCell>())
        {
            cells.Add(new TableCell([.. cell.OfType<ParagraphBlock>().SelectMany(p => inlines.Lower(p.Inline))]));
        }

        while (cells.Count < width)
        {
            cells.Add(new TableCell([]));
        }

        return cells.DrainToImmutable();
    }

    private static bool IsCaption(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LiteralInline literal && literal.Content.AsSpan().StartsWith(CaptionPrefix);

    private ImmutableArray<Inline> CaptionOf(ParagraphBlock paragraph)
    {
        var literal = (LiteralInline)paragraph.Inline!.FirstChild!;
        var before = literal.Content.Length;
        literal.Content.Start += CaptionPrefix.Length;
        literal.Content.TrimStart();
        literal.Span.Start += before - literal.Content.Length;
        return inlines.Lower(paragraph.Inline);
    }

    private ImmutableArray<Footnote> LowerFootnotes(MarkdownDocument tree)
    {
        foreach (var group in tree.OfType<LinkReferenceDefinitionGroup>())
        {
            foreach (var unused in group.OfType<FootnoteLinkReferenceDefinition>().Where(d => d.Footnote.Order < 0))
            {
                context.Report(
                    ContentRules.LostText,
                    context.SpanOf(unused),
                    $"nothing refers to the footnote [{unused.Footnote.Label}]",
                    $"Write [{unused.Footnote.Label}] where it belongs, or take the footnote out.");
            }
        }

        return
        [
            .. tree.OfType<FootnoteGroup>()
                .SelectMany(g => g.OfType<Markdig.Extensions.Footnotes.Footnote>())
                .OrderBy(f => f.Order)
                .Select(f => new Footnote(f.Order, LowerAll(f), f.Links.Count)),
        ];
    }

    private static ColumnAlignment AlignmentOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => ColumnAlignment.Left,
        TableColumnAlign.Center => ColumnAlignment.Centre,
        TableColumnAlign.Right => ColumnAlignment.Right,
        _ => ColumnAlignment.None,
    };
}
