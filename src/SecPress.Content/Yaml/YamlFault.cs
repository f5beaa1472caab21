using SecPress.Model.Diagnostics;

namespace SecPress.Content.Yaml;

/// <summary>Says in an editor's words what the YAML parser could not take, at the place to mend rather than the place it gave up.</summary>
internal static class YamlFault
{
    /// <param name="file">The file that holds the YAML.</param>
    /// <param name="start">Where the YAML starts in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="open">Where the lists and mappings still open start, innermost first.</param>
    /// <param name="message">What the parser said.</param>
    /// <param name="at">Where the parser gave up.</param>
    public static Diagnostic Explain(SourceFile file, int start, int end, IEnumerable<TextSpan> open, string message, int at)
    {
        at = Math.Clamp(at, start, end);
        var text = file.Text;
        if (FindTabIndent(text, start, end) is var tab and >= 0)
        {
            return Finding(file, tab, 1, "a line is indented with a tab", "Indent with spaces; YAML does not take tabs.");
        }

        if (FindNoBreakSpace(text, start, Math.Min(end, EndOfLine(text, at))) is var blank and >= 0)
        {
            return Finding(
                file, blank, 1, "a no-break space stands here, which only looks like a space", "Type an ordinary space in its place; copying from a word processor or a web page brings the other.");
        }

        if (message.Contains("quoted scalar", StringComparison.Ordinal))
        {
            return message.Contains("escape", StringComparison.Ordinal)
                ? Finding(file, at, 1, "this text in double quotes holds a backslash that means nothing", "Write two backslashes, or use single quotes.")
                : Finding(file, at, 1, "a quote is opened here and not closed", "Close the quote at the end of the value.");
        }

        foreach (var bracket in open)
        {
            if (text[bracket.Start] is '[' or '{')
            {
                var close = text[bracket.Start] == '[' ? ']' : '}';
                if (FindCommentInside(text, bracket.Start, end) is var hash and >= 0)
                {
                    return Finding(
                        file, hash, 1, "a '#' behind a space starts a comment, and hides the rest of the line", "Put the value that starts with '#' in quotes.");
                }

                return Finding(
                    file,
                    bracket.Start,
                    1,
                    $"the bracket '{text[bracket.Start]}' is not closed, or something between the brackets lacks a comma",
                    $"Close it with '{close}', and put a comma between the values; quote a value that holds a bracket, a comma or a colon.");
            }
        }

        if (message.Contains("invalid mapping", StringComparison.Ordinal) || message.Contains("Mapping values", StringComparison.Ordinal))
        {
            return ExplainColon(file, start, at);
        }

        if (message.Contains("cannot start any token", StringComparison.Ordinal))
        {
            return Finding(file, at, 1, $"a value cannot start with '{text[Math.Min(at, text.Length - 1)]}'", "Put the value in quotes.");
        }

        if (message.Contains("block scalar", StringComparison.Ordinal))
        {
            return Finding(file, at, 1, "text follows the sign that starts a block of lines", "Start the text on the next line, indented.");
        }

        if (message.Contains("Block sequence entries", StringComparison.Ordinal))
        {
            return Finding(file, at, 1, "a list starts on the line of its key", "Start it on the next line, or quote the value if it is to start with '-'.");
        }

        if (message.Contains("'-' indicator", StringComparison.Ordinal) || message.Contains("document end", StringComparison.Ordinal))
        {
            return Finding(file, at, 1, "this line is not indented like those before it", "Indent it like the other entries of its list.");
        }

        var line = file.PositionOf(at).Line;
        if (file.Line(line).AsSpan().TrimStart() is ['-', ..])
        {
            return Finding(file, at, 1, "this dash is not below the dashes above it", "Indent it like the other entries of its list.");
        }

        if (FindEarlyQuoteEnd(file, line) is var quote and >= 0)
        {
            return Finding(
                file,
                quote,
                1,
                "the value ends at this quote, and text follows it",
                "Put the whole value in double quotes when it holds an apostrophe, and in single quotes when it holds double ones.");
        }

        if (!file.Line(line).Contains(':', StringComparison.Ordinal))
        {
            return Finding(file, at, WordLength(text, at), "this line has no 'key:'", "Write 'key: value', or indent the line if it continues the value above.");
        }

        return Finding(file, at, 1, "this is not YAML as it should be", "Look for a missing quote, colon or bracket here or on the line above.");
    }

    private static Diagnostic ExplainColon(SourceFile file, int start, int at)
    {
        var (line, column) = file.PositionOf(at);
        var content = file.Line(line);
        var colon = content.IndexOf(": ", Math.Min(Math.Max(0, column - 1), content.Length), StringComparison.Ordinal);
        colon = colon < 0 && content.EndsWith(':') ? content.Length - 1 : colon;
        var lineStart = file.OffsetOf(line, 1);
        var first = content.IndexOf(": ", StringComparison.Ordinal);
        if (first >= 0 && colon > first)
        {
            return Finding(
                file,
                lineStart + colon,
                1,
                "a colon and a space stand in a value without quotes",
                content.AsSpan(first + 2).TrimStart() is ['“' or '”' or '„' or '‘' or '’', ..]
                    ? "Put the whole value in straight quotes: curly ones are letters like any other here."
                    : "Put the whole value in quotes.");
        }

        var before = line > 1 && lineStart > start ? file.Line(line - 1) : "";
        return before.Length > 0 && !before.Contains(": ", StringComparison.Ordinal) && !before.TrimEnd().EndsWith(':')
            ? Finding(
                file, file.OffsetOf(line - 1, 1), Math.Max(1, before.Length), "this line has no 'key: '", "Put a space after the colon, or indent the line if it continues the one above.")
            : Finding(
                file,
                lineStart + content.Length - content.TrimStart().Length,
                1,
                "this line is indented deeper than the one above, which already has a value",
                "Indent it like its neighbours, or take the value above out.");
    }

    /// <summary>Where one stands that should be a space: before a line's words, or behind the colon or the dash of its key or entry.</summary>
    private static int FindNoBreakSpace(string text, int start, int end)
    {
        for (var line = start; line < end; line = EndOfLine(text, line) + 1)
        {
            var content = text.AsSpan(line, Math.Min(end, EndOfLine(text, line)) - line);
            var words = content.TrimStart();
            if (content[..^words.Length].IndexOf('\u00A0') is var indent and >= 0)
            {
                return line + indent;
            }

            var colon = content.IndexOf(":\u00A0");
            if (colon >= 0 || words.StartsWith("-\u00A0"))
            {
                return line + (colon >= 0 ? colon : content.Length - words.Length) + 1;
            }
        }

        return -1;
    }

    /// <summary>Where a value in quotes ends before its line does, as <c>'June's news'</c>; -1 when none does.</summary>
    private static int FindEarlyQuoteEnd(SourceFile file, int line)
    {
        var content = file.Line(line).TrimEnd();
        var value = content.IndexOf(": ", StringComparison.Ordinal) + 2;
        if (value < 2 || value >= content.Length || content[value] is not ('\'' or '"'))
        {
            return -1;
        }

        var close = content.IndexOf(content[value], value + 1);
        return close >= 0 && close < content.Length - 1 ? file.OffsetOf(line, 1) + close : -1;
    }

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;

    private static int FindCommentInside(string text, int start, int end)
    {
        var lineEnd = text.IndexOf('\n', start);
        lineEnd = lineEnd < 0 || lineEnd > end ? end : lineEnd;
        var hash = text.AsSpan(start, lineEnd - start).IndexOf(" #");
        return hash < 0 ? -1 : start + hash + 1;
    }

    private static int FindTabIndent(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var lineStart = at;
            while (at < end && text[at] is ' ')
            {
                at++;
            }

            if (at < end && text[at] == '\t' && !IsBlankLine(text, at, end))
            {
                return at;
            }

            at = text.IndexOf('\n', lineStart, end - lineStart);
            if (at < 0)
            {
                break;
            }
        }

        return -1;
    }

    private static bool IsBlankLine(string text, int at, int end)
    {
        while (at < end && text[at] is (' ' or '\t' or '\r'))
        {
            at++;
        }

        return at >= end || text[at] == '\n';
    }

    private static int WordLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        return Math.Max(1, end - at);
    }

    private static Diagnostic Finding(SourceFile file, int at, int length, string message, string mend) =>
        new(ContentRules.BrokenYaml, file.At(at, Math.Min(at + length, file.Text.Length)), message, mend);
}
