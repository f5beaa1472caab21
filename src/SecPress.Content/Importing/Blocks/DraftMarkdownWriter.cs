using System.Collections.Immutable;
using System.Text;

namespace SecPress.Content.Importing.Blocks;

/// <summary>Writes blocks as Markdown, the way an editor would have.</summary>
internal static class DraftMarkdownWriter
{
    public static string Write(IEnumerable<DraftBlock> blocks)
    {
        var text = new StringBuilder();
        DraftBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
            {
                // Two lists in a row would be one.
                text.Append(before is DraftList && block is DraftList ? "\n<!-- -->\n\n" : "\n");
            }

            Append(text, block);
            before = block;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, DraftBlock block)
    {
        switch (block)
        {
            case DraftHeading heading:
                text.Append('#', heading.Level).Append(' ').Append(HeadingText(heading.Text.Markdown)).Append('\n');
                break;
            case DraftParagraph paragraph:
                text.Append(paragraph.Text.Markdown).Append('\n');
                break;
            case DraftList list:
                AppendList(text, list);
                break;
            case DraftTable table:
                AppendTable(text, table);
                break;
            case DraftQuote quote:
                AppendIndented(text, Write(quote.Blocks), "> ", "> ");
                break;
            case DraftCode code:
                var fence = new string('`', Math.Max(3, LongestRun(code.Text, '`') + 1));
                text.Append(fence).Append('\n').Append(code.Text.TrimEnd('\n')).Append('\n').Append(fence).Append('\n');
                break;
            case DraftRule:
                text.Append("---\n");
                break;
            case DraftHighlights highlights:
                foreach (var (_, item) in highlights.Items)
                {
                    AppendIndented(text, item.Markdown + "\n", "- ", "  ");
                }

                break;
            case DraftPlacement placement:
                text.Append("::: ").Append(placement.Name).Append("\n:::\n");
                break;
        }
    }

    private static void AppendList(StringBuilder text, DraftList list)
    {
        var number = list.Start;
        var loose = list.Items.Any(i => i.Count(b => b is not DraftList) > 1);
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (i > 0 && loose)
            {
                text.Append('\n');
            }

            var marker = list.Ordered ? $"{number++}. " : "- ";
            var content = WriteItem(list.Items[i], loose);
            AppendIndented(text, content.Length == 0 ? "\n" : content, marker, new string(' ', marker.Length));
        }
    }

    private static string WriteItem(ImmutableArray<DraftBlock> blocks, bool loose)
    {
        if (loose)
        {
            return Write(blocks);
        }

        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            Append(text, block);
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, DraftTable table)
    {
        for (var row = 0; row < table.Rows.Length; row++)
        {
            text.Append('|');
            for (var column = 0; column < table.Width; column++)
            {
                var cell = column < table.Rows[row].Length ? table.Rows[row][column].Markdown : "";
                text.Append(' ').Append(CellText(cell)).Append(" |");
            }

            text.Append('\n');
            if (row == 0)
            {
                text.Append('|').Insert(text.Length, " --- |", table.Width).Append('\n');
            }
        }
    }

    private static void AppendIndented(StringBuilder text, string content, string first, string others)
    {
        var lines = content.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append((i == 0 ? first : lines[i].Length == 0 && others.Trim().Length == 0 ? "" : others) + lines[i]).Append('\n');
        }
    }

    // A heading is one line; signs at its end would be taken for its closing.
    private static string HeadingText(string markdown)
    {
        var line = OneLine(markdown);
        return line.EndsWith('#') ? line[..^1] + "\\#" : line;
    }

    private static string CellText(string markdown) => OneLine(markdown);

    private static string OneLine(string markdown) => markdown.Replace("\\\n", " ", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();

    private static int LongestRun(string text, char sign)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == sign ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
