using System.Text;
using System.Text.RegularExpressions;

namespace SecPress.Content.Importing.Posts;

/// <summary>
/// Takes what other generators' templates would have replaced out of Markdown: Liquid's tags, Hugo's shortcodes, kramdown's attributes,
/// tables of contents. What has a meaning in Markdown is written in Markdown, the rest is listed. Code is left alone.
/// </summary>
internal sealed partial class TemplateTags(ImportNotes notes, int firstLine)
{
    // Code between tags instead of fences.
    private const string Liquid = "highlight";

    public string Replace(string body)
    {
        var text = new StringBuilder(body.Length);
        string? fence = null;
        var number = firstLine;
        foreach (var line in body.Split('\n'))
        {
            var mark = Fence().Match(line);
            if (fence == Liquid)
            {
                var ends = EndHighlight().IsMatch(line.Trim());
                fence = ends ? null : fence;
                text.Append(ends ? "```" : line).Append('\n');
            }
            else if (fence is not null)
            {
                fence = mark.Success && mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
                text.Append(line).Append('\n');
            }
            else if (mark.Success)
            {
                fence = mark.Groups[1].Value;
                text.Append(line).Append('\n');
            }
            else if (Highlight().Match(line.Trim()) is { Success: true } highlight)
            {
                fence = Liquid;
                text.Append("```").Append(highlight.Groups[1].Value).Append('\n');
            }
            else if (ReplaceLine(line, number) is { } kept)
            {
                text.Append(kept).Append('\n');
            }

            number++;
        }

        text.Length--;
        return text.ToString();
    }

    // Null when the whole line was such a thing.
    private string? ReplaceLine(string line, int number)
    {
        if (TableOfContents().IsMatch(line))
        {
            notes.Left(number, "a table of contents is made by the page itself", line);
            return null;
        }

        if (!line.Contains('{', StringComparison.Ordinal))
        {
            return line;
        }

        var replaced = Tag().Replace(line, match => IsInCode(line, match.Index) ? match.Value : Meaning(match.Value, line.AsSpan(0, match.Index), number));
        replaced = replaced.Length < line.Length ? replaced.TrimEnd(' ') : replaced;
        return replaced.Trim().Length == 0 && line.Trim().Length > 0 ? null : replaced;
    }

    private string Meaning(string tag, ReadOnlySpan<char> before, int number)
    {
        if (PostLink().Match(tag) is { Success: true } link)
        {
            var address = OldLinks.FileScheme + link.Groups[1].Value;
            return before is [.., '(' or '<' or '"' or '\'' or '='] || before.TrimEnd() is [.., ':'] ? address : $"[{link.Groups[1].Value}]({address})";
        }

        if (Address().Match(tag) is { Success: true } inside)
        {
            return inside.Groups[1].Value;
        }

        if (Figure().IsMatch(tag) && Source().Match(tag) is { Success: true } source)
        {
            var words = Alt().Match(tag);
            return $"![{(words.Success ? words.Groups[1].Value.Replace("]", "", StringComparison.Ordinal) : "")}]({source.Groups[1].Value})";
        }

        if (!Silent().IsMatch(tag))
        {
            notes.Left(number, "nothing of SecPress does what this does; it was left out", tag);
        }

        return "";
    }

    private static bool IsInCode(string line, int at) => line.AsSpan(0, at).Count('`') % 2 == 1;

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(\[TOC\]|\[toc\]|\[\[_?TOC_?\]\]|[*-]\s*TOC)\s*(\{:toc\})?\s*$|^\s*\{:toc[^}]*\}\s*$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TableOfContents();

    [GeneratedRegex(@"\{%-?.*?-?%\}|\{\{[<%]?.*?[>%]?\}\}|\{:[^}\n]*\}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex("""^\{[%{][<%]?-?\s*(?:post_url|link|ref|relref)\s+["']?([^\s"'%>}]+)["']?.*$""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PostLink();

    [GeneratedRegex("""^\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend.*?)\s*-?\}\}$""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Address();

    [GeneratedRegex("""^\{[%{][<%]?-?\s*highlight\s+["']?([\w+#-]+)""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Highlight();

    [GeneratedRegex(@"^\{[%{][<%]?-?\s*(endhighlight|/\s*highlight)\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EndHighlight();

    [GeneratedRegex(@"^\{\{[<%]\s*figure\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Figure();

    [GeneratedRegex("""\bsrc=["']([^"'\s]+)["']""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Source();

    [GeneratedRegex("""\b(?:alt|caption|title)=["']([^"']*)["']""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Alt();

    // Without words of their own: where the site is, raw text, attributes of looks.
    [GeneratedRegex(@"^\{\{-?\s*(site\.(baseurl|url)|\.Site\.BaseURL)\s*-?\}\}$|^\{%-?\s*(end)?raw\s*-?%\}$|^\{:", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Silent();
}
