using System.Text;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing;

/// <summary>A finding as an editor reads it: place, what is wrong, the line with a caret below it, how to mend it.</summary>
public static class DiagnosticText
{
    // A line longer than this is cut around the caret: an editor's paragraph is often one line.
    private const int ExcerptWidth = 100;

    public static string Format(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var text = new StringBuilder();
        text.Append(Headline(diagnostic)).Append('\n');
        if (diagnostic.At is { File.Text.Length: > 0 } at)
        {
            AppendExcerpt(text, at);
        }

        foreach (var frame in diagnostic.Chain)
        {
            text.Append("  through ").Append(frame).Append('\n');
        }

        return text.Append("  ").Append(diagnostic.Mend).Append('\n').ToString();
    }

    /// <summary>The first line alone: <c>path(line,col): error SP012: what is wrong</c>.</summary>
    public static string Headline(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var place = diagnostic.At is { } at
            ? at.File.Text.Length > 0 ? at.ToString() : at.File.Path
            : diagnostic.Path;
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return $"{(place is null ? "" : place + ": ")}{severity} {diagnostic.Rule.Code}: {diagnostic.Message}";
    }

    private static void AppendExcerpt(StringBuilder text, SourceSpan at)
    {
        var (line, column) = at.Position;
        var excerpt = at.File.Line(line).Replace('\t', ' ');
        var caret = Math.Min(column - 1, excerpt.Length);
        var width = Math.Clamp(at.Range.Length, 1, Math.Max(1, excerpt.Length - caret));
        if (excerpt.Length > ExcerptWidth)
        {
            var start = Math.Clamp(caret - ExcerptWidth / 3, 0, excerpt.Length - ExcerptWidth);
            width = Math.Min(width, start + ExcerptWidth - caret);
            var end = start + ExcerptWidth;
            excerpt = $"{(start > 0 ? "…" : "")}{excerpt[start..end]}{(end < excerpt.Length ? "…" : "")}";
            caret = caret - start + (start > 0 ? 1 : 0);
        }

        text.Append("  | ").Append(excerpt.TrimEnd()).Append('\n');
        text.Append("  | ").Append(' ', caret).Append('^').Append('~', Math.Max(0, width - 1)).Append('\n');
    }
}
