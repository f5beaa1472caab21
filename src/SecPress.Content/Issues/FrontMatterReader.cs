using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Issues;

/// <summary>The mapping above a text, and where the text starts.</summary>
internal sealed record FrontMatter(YamlMap Map, int BodyStart);

/// <summary>Finds the YAML between two lines of dashes at the start of a file.</summary>
internal static class FrontMatterReader
{
    /// <summary>Where a missing key is reported: the line of dashes that opens the front matter.</summary>
    public static readonly TextSpan Opening = new(0, 3);

    /// <summary>Null when there is none or it cannot be read; then the bag says why.</summary>
    public static FrontMatter? Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var text = file.Text;
        if (!IsFence(text, 0, out var start))
        {
            ReportMissing(file, diagnostics);
            return null;
        }

        for (var line = start; line < text.Length;)
        {
            if (IsFence(text, line, out var next))
            {
                return YamlReader.ReadMap(file, start, line, diagnostics) is { } map ? new FrontMatter(map, next) : null;
            }

            var end = text.IndexOf('\n', line);
            line = end < 0 ? text.Length : end + 1;
        }

        diagnostics.Add(ContentRules.FrontMatter, file.At(Opening), "the front matter is not closed", "Write a line '---' behind its last key.");
        return null;
    }

    private static void ReportMissing(SourceFile file, DiagnosticBag diagnostics)
    {
        var first = file.Line(1).Trim();
        var (length, message, mend) = first switch
        {
            // Word processors make one long dash of two or three hyphens.
            { Length: > 0 } when first.All(c => c is '-' or '–' or '—' or '_' or '=') => (
                file.Line(1).Length, $"the first line is '{(first.Length > 12 ? first[..12] + "…" : first)}' where three hyphens should be", "Write exactly '---' there, and nothing else."),
            _ when KeyOf(first) is { } key => (
                1, $"the front matter is not opened: the file starts with '{key}'", "Write a line '---' above it, and another behind the last key."),
            _ => (
                1, "the file does not start with front matter", "Start it with a line '---', then keys such as 'title: …', then another line '---'."),
        };
        diagnostics.Add(ContentRules.FrontMatter, file.At(0, Math.Min(length, file.Text.Length)), message, mend);
    }

    private static string? KeyOf(string line) =>
        line.IndexOf(':') is var colon and > 0 && IssueSchema.Issue.Find(line[..colon]) is not null ? line[..(colon + 1)] : null;

    private static bool IsFence(string text, int at, out int next)
    {
        next = at;
        if (!text.AsSpan(at).StartsWith("---"))
        {
            return false;
        }

        var end = text.IndexOf('\n', at);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(at + 3, next - at - 3).IsWhiteSpace();
    }
}
