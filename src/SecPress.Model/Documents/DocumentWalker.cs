using System.Collections.Immutable;
using System.Text;

namespace SecPress.Model.Documents;

/// <summary>Reads through a document in order.</summary>
public static class DocumentWalker
{
    /// <summary>Every block, parents before their children, footnotes last.</summary>
    public static IEnumerable<Block> Blocks(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var block in Blocks(document.Blocks))
        {
            yield return block;
        }

        foreach (var footnote in document.Footnotes)
        {
            foreach (var block in Blocks(footnote.Blocks))
            {
                yield return block;
            }
        }
    }

    /// <summary>Every inline of every block, parents before their children.</summary>
    public static IEnumerable<Inline> Inlines(Document document) =>
        Blocks(document).SelectMany(InlinesOf).SelectMany(WithChildren);

    /// <summary>The inlines of one block alone, without those of blocks inside it.</summary>
    public static IEnumerable<Inline> Inlines(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return InlinesOf(block).SelectMany(WithChildren);
    }

    public static IEnumerable<Inline> Inlines(ImmutableArray<Inline> inlines) => inlines.SelectMany(WithChildren);

    /// <summary>The words of some inlines as a reader hears them: text, code, alternative texts; line breaks as spaces.</summary>
    public static string PlainText(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in Inlines(inlines))
        {
            text.Append(PlainText(inline));
        }

        return text.ToString();
    }

    /// <summary>The same of one inline alone, without those inside it.</summary>
    public static string PlainText(Inline inline) => inline switch
    {
        TextInline t => t.Text,
        CodeSpan c => c.Text,
        Abbreviation a => a.Text,
        RegisterMention r => r.Id,
        Image i => i.Alt,
        LineBreak => " ",
        MergeField m => m.Fallback,
        _ => "",
    };

    private static IEnumerable<Block> Blocks(ImmutableArray<Block> blocks)
    {
        // An explicit stack: hostile nesting must not end the process.
        var pending = new Stack<Block>();
        PushReversed(pending, blocks);
        while (pending.TryPop(out var block))
        {
            yield return block;
            switch (block)
            {
                case ListBlock list:
                    for (var i = list.Items.Length - 1; i >= 0; i--)
                    {
                        pending.Push(list.Items[i]);
                    }

                    break;
                case ListItem item:
                    PushReversed(pending, item.Blocks);
                    break;
                case Quote quote:
                    PushReversed(pending, quote.Blocks);
                    break;
                case Figure figure:
                    PushReversed(pending, figure.Blocks);
                    break;
                case Container container:
                    PushReversed(pending, container.Blocks);
                    break;
            }
        }
    }

    private static void PushReversed(Stack<Block> pending, ImmutableArray<Block> blocks)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            pending.Push(blocks[i]);
        }
    }

    private static IEnumerable<Inline> InlinesOf(Block block) => block switch
    {
        Heading h => h.Content,
        Paragraph p => p.Content,
        Figure f => f.Caption,
        Table t => t.Caption.Concat(t.Header.Concat(t.Rows.SelectMany(r => r)).SelectMany(c => c.Content)),
        _ => [],
    };

    private static IEnumerable<Inline> WithChildren(Inline inline)
    {
        yield return inline;
        var children = inline switch
        {
            Emphasis e => e.Content,
            Link l => l.Content,
            _ => [],
        };
        foreach (var child in children.SelectMany(WithChildren))
        {
            yield return child;
        }
    }
}
