using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Documents;
using SecPress.Rendering.Documents;

namespace SecPress.Rendering.Search;

/// <summary>The words of a section, a line a block, without what only the email edition shows.</summary>
internal sealed class SectionText
{
    private readonly StringBuilder text = new();
    private readonly List<int> footnotes = [];

    /// <summary>Blocks in reading order, parents before their children.</summary>
    public static IEnumerable<Block> BlocksOf(ImmutableArray<Block> blocks)
    {
        // An explicit stack: hostile nesting must not end the process.
        var pending = new Stack<Block>();
        Push(pending, blocks);
        while (pending.TryPop(out var block))
        {
            yield return block;
            Push(pending, block switch
            {
                ListBlock list => ImmutableArray<Block>.CastUp(list.Items),
                ListItem item => item.Blocks,
                Quote quote => quote.Blocks,
                Figure figure => figure.Blocks,
                Container { Kind: not ContainerKind.Greeting } container => container.Blocks,
                _ => [],
            });
        }
    }

    /// <summary>Without characters that are not seen and would part a word.</summary>
    public static string Visible(ImmutableArray<Inline> content) => TextInlines.Visible(DocumentWalker.PlainText(content)).Replace('\n', ' ');

    /// <summary>Blocks with all that is in them.</summary>
    public void Append(ImmutableArray<Block> blocks)
    {
        foreach (var block in BlocksOf(blocks))
        {
            Append(block);
        }
    }

    /// <summary>A block's own words, not those of the blocks inside it.</summary>
    public void Append(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                AppendLine(paragraph.Content);
                break;
            case Heading heading:
                AppendLine(heading.Content);
                break;
            case CodeBlock code:
                AppendLine(code.Text);
                break;
            case Table table:
                AppendLine(table.Caption);
                AppendRow(table.Header);
                foreach (var row in table.Rows)
                {
                    AppendRow(row);
                }

                break;
            case Figure figure:
                AppendLine(figure.Caption);
                break;
            case Container { Kind: ContainerKind.Callout } callout:
                AppendLine(callout.Argument);
                break;
            case RawHtmlBlock raw:
                foreach (var paragraph in TextOfHtml.Paragraphs(raw.Html, numbers: null))
                {
                    AppendLine(paragraph);
                }

                break;
        }
    }

    public void AppendLine(string line)
    {
        if (line.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(TextInlines.Visible(line));
        }
    }

    /// <summary>The footnotes that were referred to for the first time since the last call.</summary>
    public void AppendFootnotes(ImmutableArray<Footnote> all)
    {
        // A footnote may refer to another, which then joins the list.
        for (var i = 0; i < footnotes.Count; i++)
        {
            foreach (var footnote in all.Where(f => f.Number == footnotes[i]))
            {
                Append(footnote.Blocks);
            }
        }

        footnotes.Clear();
    }

    public void Clear()
    {
        text.Clear();
        footnotes.Clear();
    }

    public override string ToString() => text.ToString();

    private void AppendRow(ImmutableArray<TableCell> cells)
    {
        foreach (var cell in cells)
        {
            AppendLine(cell.Content);
        }
    }

    private void AppendLine(ImmutableArray<Inline> content)
    {
        if (content.IsEmpty)
        {
            return;
        }

        footnotes.AddRange(DocumentWalker.Inlines(content).OfType<FootnoteReference>().Where(r => r.Occurrence == 1).Select(r => r.Number));
        AppendLine(Visible(content));
    }

    private static void Push(Stack<Block> pending, ImmutableArray<Block> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            pending.Push(blocks[i]);
        }
    }
}
