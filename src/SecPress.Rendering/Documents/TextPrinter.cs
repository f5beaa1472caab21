using System.Collections.Immutable;
using SecPress.Model.Documents;

namespace SecPress.Rendering.Documents;

/// <summary>
/// Prints a document as plain text of at most <see cref="TextPrinterOptions.Width"/> columns: headings underlined, lists with hanging
/// indents, tables in aligned columns, addresses by number.
/// </summary>
public sealed class TextPrinter
{
    // By level, from the text's title down.
    private const string Underlines = "=-~.";

    private readonly TextPrinterOptions options;
    private readonly TextLines lines = new();
    private readonly Stack<Work> pending = new();
    private readonly HeadingLevels levels;

    private TextPrinter(TextPrinterOptions options)
    {
        this.options = options;
        levels = new HeadingLevels(options.TopHeading);
    }

    /// <summary>A block yet to be printed.</summary>
    private readonly record struct Work(Block Block, TextMargin Margin, int Gap, bool Tight);

    /// <summary>The whole document, its footnotes last. Each line ends with a line break.</summary>
    public static string Print(Document document, TextPrinterOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var printer = new TextPrinter(options);
        printer.PrintAll(document.Blocks);
        printer.PrintFootnotes(document.Footnotes);
        return printer.lines.ToString();
    }

    /// <summary>Running text in lines.</summary>
    public static string Print(ImmutableArray<Inline> content, TextPrinterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Join('\n', TextWrapper.Wrap(TextInlines.Print(content, options), TextPrinterOptions.Width));
    }

    /// <summary>A heading as the documents' own are printed. Level 1 is the text's title.</summary>
    public static IEnumerable<string> Heading(string text, int level, int width = TextPrinterOptions.Width)
    {
        var wrapped = TextWrapper.Wrap(text, width);
        var underline = new string(Underlines[Math.Clamp(level, 1, Underlines.Length) - 1], Math.Clamp(wrapped.Max(l => TextWidth.Of(l)), 1, width));
        return [.. wrapped, underline];
    }

    private void PrintAll(ImmutableArray<Block> blocks)
    {
        Push(blocks, TextMargin.None, tight: false);
        while (pending.TryPop(out var work))
        {
            Open(work);
        }
    }

    private void Push(ImmutableArray<Block> blocks, TextMargin margin, bool tight)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            // The first block inside a list item or a quote stands on its marker's line.
            pending.Push(new Work(blocks[i], margin, i == 0 && margin.Columns > 0 ? 0 : tight ? 0 : 1, tight));
        }
    }

    private void Open(Work work)
    {
        var (block, margin, gap, tight) = work;
        switch (block)
        {
            case Heading heading:
                var level = levels.Next(heading.Level);
                lines.Gap(margin, gap == 0 ? 0 : level <= 2 ? 2 : 1);
                AddAll(margin, Heading(Text(heading.Content), level, Room(margin)));
                break;
            case Paragraph paragraph:
                lines.Gap(margin, gap);
                AddAll(margin, TextWrapper.Wrap(Text(paragraph.Content), Room(margin)));
                break;
            case ListBlock list:
                lines.Gap(margin, tight && gap == 0 ? 0 : gap);
                PushItems(list, margin);
                break;
            case ListItem item:
                lines.Gap(margin, gap);
                Push(item.Blocks, margin, tight);
                break;
            case Quote quote:
                lines.Gap(margin, gap);
                Push(quote.Blocks, margin.Inside("> ", "> "), tight: false);
                break;
            case CodeBlock code:
                lines.Gap(margin, gap);
                AddAll(margin.Inside("    ", "    "), TextInlines.Visible(code.Text).Split('\n'));
                break;
            case ThematicBreak:
                lines.Gap(margin, gap);
                lines.Add(margin, "* * *");
                break;
            case Table table:
                lines.Gap(margin, gap);
                PrintTable(table, margin);
                break;
            case Figure figure:
                PushWithCaption(figure, margin, gap);
                break;
            case Container container:
                OpenContainer(container, margin, gap);
                break;
            case PartPlacement placement:
                PrintPart(placement, margin, gap);
                break;
            case RawHtmlBlock raw:
                foreach (var paragraph in TextOfHtml.Paragraphs(raw.Html, options.Numbers))
                {
                    lines.Gap(margin, gap);
                    AddAll(margin, TextWrapper.Wrap(TextInlines.Visible(paragraph), Room(margin)));
                }

                break;
            default:
                throw new InvalidOperationException($"The printer does not know {block.GetType().Name}.");
        }
    }

    private void PushItems(ListBlock list, TextMargin margin)
    {
        var last = list.Start + list.Items.Length - 1;
        var markerWidth = list.Ordered ? $"{last}. ".Length : 2;
        for (var i = list.Items.Length - 1; i >= 0; i--)
        {
            var item = list.Items[i];
            var marker = (list.Ordered ? $"{list.Start + i}." : "-").PadRight(markerWidth);
            var task = item.Checked switch { true => "[x] ", false => "[ ] ", null => "" };
            var inside = margin.Inside(marker + task, new string(' ', markerWidth + task.Length));
            pending.Push(new Work(item, inside, i == 0 || list.Tight ? 0 : 1, list.Tight));
        }
    }

    private void PushWithCaption(Figure figure, TextMargin margin, int gap)
    {
        if (!figure.Caption.IsEmpty)
        {
            pending.Push(new Work(new Paragraph(figure.Span, figure.Caption), margin, figure.Blocks.IsEmpty ? gap : 0, Tight: false));
        }

        Push(figure.Blocks, margin, tight: false);
    }

    private void OpenContainer(Container container, TextMargin margin, int gap)
    {
        switch (container.Kind)
        {
            case ContainerKind.WebOnly:
                break;
            case ContainerKind.Callout:
                lines.Gap(margin, gap);
                var inside = margin.Inside("| ", "| ");
                if (container.Argument.Length > 0)
                {
                    AddAll(inside, TextWrapper.Wrap(container.Argument.ToUpperInvariant(), Room(inside)));
                }

                Push(container.Blocks, inside, tight: container.Argument.Length > 0 && container.Blocks.Length == 1);
                break;
            default:
                Push(container.Blocks, margin, tight: false);
                break;
        }
    }

    // A part's own headings and lists are laid out by themselves: its document is small and holds no other part.
    private void PrintPart(PartPlacement placement, TextMargin margin, int gap)
    {
        if (options.Part?.Invoke(placement) is { IsEmpty: false } document)
        {
            lines.Gap(margin, gap);
            var text = Print(document, options with { Part = null, TopHeading = options.TopHeading + 1 });
            AddAll(margin, text.TrimEnd('\n').Split('\n'));
        }
    }

    private void PrintTable(Table table, TextMargin margin)
    {
        if (!table.Caption.IsEmpty)
        {
            AddAll(margin, TextWrapper.Wrap(Text(table.Caption), Room(margin)));
            lines.Gap(margin);
        }

        var columns = table.Rows.Select(r => r.Length).Append(table.Header.Length).Max();
        if (columns == 0)
        {
            return;
        }

        var rows = table.Rows.Prepend(table.Header)
            .Select(r => Enumerable.Range(0, columns).Select(i => i < r.Length ? Text(r[i].Content) : "").ToArray())
            .ToList();
        var right = Enumerable.Range(0, columns).Select(i => i < table.Columns.Length && table.Columns[i] == ColumnAlignment.Right).ToArray();
        AddAll(margin, TextTable.Lines(rows, right, Room(margin), (head, cell) => options.Labels.Format("colon", head, cell)));
    }

    private void PrintFootnotes(ImmutableArray<Footnote> footnotes)
    {
        if (footnotes.IsEmpty)
        {
            return;
        }

        lines.Gap(TextMargin.None, 2);
        AddAll(TextMargin.None, Heading(options.Labels["footnotes.title"], 2));
        foreach (var footnote in footnotes)
        {
            lines.Gap(TextMargin.None);
            var marker = options.Labels.Format("email.text.note", footnote.Number) + " ";
            Push(footnote.Blocks, TextMargin.None.Inside(marker, new string(' ', marker.Length)), tight: false);
            while (pending.TryPop(out var work))
            {
                Open(work);
            }
        }
    }

    private string Text(ImmutableArray<Inline> content) => TextInlines.Print(content, options);

    private static int Room(TextMargin margin) => Math.Max(20, TextPrinterOptions.Width - margin.Columns);

    private void AddAll(TextMargin margin, IEnumerable<string> text)
    {
        foreach (var line in text)
        {
            lines.Add(margin, line);
        }
    }
}
