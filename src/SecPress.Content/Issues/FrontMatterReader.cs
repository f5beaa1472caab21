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
            diagnostics.Add(
                ContentRules.FrontMatter,
                file.At(0, 1),
                "the file does not start with front matter",
                "Start it with a line '---', then keys such as 'title: …', then another line '---'.");
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
