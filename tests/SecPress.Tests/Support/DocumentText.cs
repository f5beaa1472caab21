using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Tests.Support;

/// <summary>A document as text for goldens: one node a line, with its place and the source that stands there.</summary>
internal sealed class DocumentText
{
    private readonly StringBuilder text = new();
    private readonly SourceFile source;

    private DocumentText(SourceFile source) => this.source = source;

    public static string Of(Document document, SourceFile source)
    {
        var printer = new DocumentText(source);
        printer.Add(document.Blocks, 0);
        foreach (var footnote in document.Footnotes)
        {
            printer.text.Append($"footnote {footnote.Number}, {footnote.ReferenceCount} references\n");
            printer.Add(footnote.Blocks, 1);
        }

        return printer.text.ToString();
    }

    public static string Of(ImmutableArray<Inline> inlines, SourceFile source)
    {
        var printer = new DocumentText(source);
        printer.Add(inlines, 0);
        return printer.text.ToString();
    }

    private void Add(ImmutableArray<Block> blocks, int depth)
    {
        foreach (var block in blocks)
        {
            Add(block, depth);
        }
    }

    private void Add(Block block, int depth)
    {
        var attributes = (block.Attributes.Id is { } id ? $" #{id}" : "") + string.Concat(block.Attributes.Classes.Select(c => $" .{c}"));
        Line(depth, block.Span, Describe(block) + attributes, showSource: false);
        switch (block)
        {
            case Heading heading:
                Add(heading.Content, depth + 1);
                break;
            case Paragraph paragraph:
                Add(paragraph.Content, depth + 1);
                break;
            case ListBlock list:
                Add([.. list.Items], depth + 1);
                break;
            case ListItem item:
                Add(item.Blocks, depth + 1);
                break;
            case Quote quote:
                Add(quote.Blocks, depth + 1);
                break;
            case Container container:
                Add(container.Blocks, depth + 1);
                break;
            case Figure figure:
                Add(figure.Blocks, depth + 1);
                Add(figure.Caption, depth + 2);
                break;
            case Table table:
                Add(table.Caption, depth + 2);
                foreach (var row in table.Rows.Prepend(table.Header))
                {
                    text.Append(' ', 2 * (depth + 1)).Append("row\n");
                    foreach (var cell in row)
                    {
                        text.Append(' ', 2 * (depth + 2)).Append("cell\n");
                        Add(cell.Content, depth + 3);
                    }
                }

                break;
        }
    }

    private void Add(ImmutableArray<Inline> inlines, int depth)
    {
        foreach (var inline in inlines)
        {
            Line(depth, inline.Span, Describe(inline), showSource: true);
            Add(inline switch { Emphasis e => e.Content, Link l => l.Content, _ => [] }, depth + 1);
        }
    }

    private void Line(int depth, TextSpan span, string what, bool showSource)
    {
        var (line, column) = source.PositionOf(span.Start);
        text.Append(' ', 2 * depth).Append($"{line},{column} {what}");
        if (showSource)
        {
            text.Append($"  «{source.Text[span.Start..span.End].Replace("\n", "↵", StringComparison.Ordinal)}»");
        }

        text.Append('\n');
    }

    private static string Describe(Block block) => block switch
    {
        Heading h => $"heading {h.Level} id={h.Id}",
        ListBlock l => $"list{(l.Ordered ? $" from {l.Start}" : "")}{(l.Tight ? "" : " loose")}",
        ListItem i => i.Checked is { } done ? $"task {(done ? "done" : "open")}" : "item",
        CodeBlock c => $"code {c.Language} '{c.Text.Replace("\n", "↵", StringComparison.Ordinal)}'",
        Table t => "table " + string.Join(' ', t.Columns),
        Container c => $"container {c.Kind} '{c.Argument}'",
        PartPlacement p => $"part {p.Kind} '{p.Argument}'",
        RawHtmlBlock h => $"html {h.Html.Replace("\n", "↵", StringComparison.Ordinal)}",
        _ => block.GetType().Name.ToLowerInvariant(),
    };

    private static string Describe(Inline inline) => inline switch
    {
        TextInline t => $"text '{t.Text}'",
        Emphasis e => e.Kind.ToString().ToLowerInvariant(),
        CodeSpan c => $"code '{c.Text}'",
        Link l => $"link {l.Url}{(l.Title is null ? "" : $" '{l.Title}'")}{string.Concat(l.Attributes.Classes.Select(c => $" .{c}"))}",
        Image i => $"image {i.Url} alt '{i.Alt}'",
        LineBreak b => b.Hard ? "break" : "soft break",
        Abbreviation a => $"abbreviation {a.Text} = {a.Expansion}",
        RegisterMention r => $"mention {r.RegisterId} {r.Id}",
        FootnoteReference f => $"footnote reference {f.Number}.{f.Occurrence}",
        MergeField m => $"field {m.Name} or '{m.Fallback}'",
        RawHtmlInline h => $"html {h.Html}",
        _ => throw new ArgumentOutOfRangeException(nameof(inline)),
    };
}
