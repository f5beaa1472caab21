using System.Text;

namespace SecPress.Cli.Printing;

/// <summary>
/// Prints a page of the manual for a terminal: titles underlined, paragraphs and lists folded, examples as they are. It knows what the
/// manual's pages are written with, which is little of Markdown.
/// </summary>
public static class ManualPrinter
{
    private const int Width = 78;

    public static string Print(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        var at = lines[0] == "---" ? AppendFrontMatter(text, lines) : 0;
        var paragraph = new List<string>();
        var (isCode, hasExample) = (false, false);
        for (; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(text, paragraph);
                isCode = !isCode;
                if (isCode && hasExample)
                {
                    text.Append("(or)\n\n");
                }

                hasExample = true;
            }
            else if (isCode)
            {
                text.Append(line.Length > 0 ? "    " : "").Append(line).Append('\n');
            }
            else if (paragraph.Count == 0 && line.StartsWith("    ", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
            else if (line.StartsWith('#'))
            {
                hasExample = false;
                Flush(text, paragraph);
                AppendTitle(text, line.TrimStart('#').Trim(), '-');
            }
            else if (line.Length == 0 || line.StartsWith('|'))
            {
                Flush(text, paragraph);
                text.Append(line).Append('\n');
            }
            else
            {
                hasExample = false;
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    Flush(text, paragraph);
                }

                paragraph.Add(line.Trim());
            }
        }

        Flush(text, paragraph);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The title and the summary; gives the line behind the front matter.</summary>
    private static int AppendFrontMatter(StringBuilder text, string[] lines)
    {
        var end = Array.IndexOf(lines, "---", 1);
        string? Value(string key) => lines[1..Math.Max(1, end)].FirstOrDefault(l => l.StartsWith(key + ":", StringComparison.Ordinal)) is { } line
            ? Unquoted(line[(key.Length + 1)..].Trim())
            : null;
        if (Value("title") is { } title)
        {
            AppendTitle(text, title, '=');
        }

        if (Value("summary") is { Length: > 0 } summary)
        {
            text.Append('\n');
            AppendFolded(text, summary, "");
        }

        return Math.Max(0, end) + 1;
    }

    private static void AppendTitle(StringBuilder text, string title, char underline) =>
        text.Append(title).Append('\n').Append(underline, Math.Min(Width, title.Length)).Append('\n');

    private static void Flush(StringBuilder text, List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            var words = WithoutLinks(string.Join(' ', paragraph));
            AppendFolded(text, words, words.StartsWith("- ", StringComparison.Ordinal) ? "  " : "");
            paragraph.Clear();
        }
    }

    private static void AppendFolded(StringBuilder text, string words, string indent)
    {
        var column = 0;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n').Append(indent);
                column = indent.Length;
            }
            else if (column > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        text.Append('\n');
    }

    // A link to another page leads nowhere in a terminal: its words stay, and an address outside follows them.
    private static string WithoutLinks(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var middle = text[at] == '[' ? text.IndexOf("](", at, StringComparison.Ordinal) : -1;
            var end = middle > 0 ? text.IndexOf(')', middle) : -1;
            if (end < 0)
            {
                plain.Append(text[at]);
                continue;
            }

            var address = text[(middle + 2)..end];
            plain.Append(text, at + 1, middle - at - 1).Append(address.StartsWith("http", StringComparison.Ordinal) ? $" ({address})" : "");
            at = end;
        }

        return plain.ToString();
    }

    private static string Unquoted(string value) => value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
}
