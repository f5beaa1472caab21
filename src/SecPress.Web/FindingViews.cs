using SecPress.Model.Diagnostics;

namespace SecPress.Web;

/// <summary>Findings as the browser is told them.</summary>
internal static class FindingViews
{
    // A paragraph is often one line: so much of it is shown around the place.
    private const int Width = 160;

    public static FindingView Of(Diagnostic finding)
    {
        var view = new FindingView
        {
            Severity = finding.Severity.ToString().ToLowerInvariant(),
            Code = finding.Rule.Code,
            Message = finding.Message,
            Mend = finding.Mend,
            File = finding.At?.File.Path ?? finding.Path,
            Through = [.. finding.Chain.Select(c => new SourcePlace(c.File.Path, c.Position.Line))],
        };
        return finding.At is { File.Text.Length: > 0 } at ? WithExcerpt(view, at) : view with { Openable = IsOpenable(view.File) };
    }

    private static FindingView WithExcerpt(FindingView view, SourceSpan at)
    {
        var (line, column) = at.Position;
        var text = at.File.Line(line);
        var start = Math.Min(column - 1, text.Length);
        var end = Math.Min(start + Math.Max(1, at.Range.Length), text.Length);
        var from = Math.Max(0, Math.Min(start - (Width / 3), text.Length - Width));
        var to = Math.Min(text.Length, Math.Max(from + Width, start + 1));
        end = Math.Min(end, to);
        return view with
        {
            Line = line,
            Column = column,
            Before = (from > 0 ? "…" : "") + text[from..start],
            Marked = text[start..end],
            After = text[end..to] + (to < text.Length ? "…" : ""),
            Openable = IsOpenable(view.File),
        };
    }

    private static bool IsOpenable(string? file) => file is not null && !file.StartsWith('(');
}
