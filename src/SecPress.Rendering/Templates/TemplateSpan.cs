using SecPress.Model.Diagnostics;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace SecPress.Rendering.Templates;

/// <summary>Scriban's places and messages as ours.</summary>
internal static class TemplateSpan
{
    // Scriban's end is the last character itself; ours is the one after.
    public static SourceSpan In(SourceFile file, ScribanSpan span)
    {
        var start = Math.Clamp(span.Start.Offset, 0, file.Text.Length);
        return file.At(start, Math.Clamp(span.End.Offset + 1, start, file.Text.Length));
    }

    /// <summary>One sentence in the house's form: lower case, one line, no full stop.</summary>
    public static string Sentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length > 1 && char.IsUpper(line[0]) && !char.IsUpper(line[1]) ? char.ToLowerInvariant(line[0]) + line[1..] : line;
    }
}
