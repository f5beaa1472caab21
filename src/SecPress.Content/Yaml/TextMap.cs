using SecPress.Model.Diagnostics;

namespace SecPress.Content.Yaml;

/// <summary>Where the characters of a text taken out of a file stand in that file.</summary>
internal sealed class TextMap
{
    private readonly int[] textStarts;
    private readonly int[] fileStarts;
    private readonly TextSpan? point;

    private TextMap(int[] textStarts, int[] fileStarts, TextSpan? point) =>
        (this.textStarts, this.fileStarts, this.point) = (textStarts, fileStarts, point);

    /// <summary>A text that stands in the file as it is, from an offset on.</summary>
    public static TextMap Shift(int offset) => new([0], [offset], null);

    /// <summary>The value of a scalar. Where YAML changes a text beyond following (folding), all of it stands where the scalar does.</summary>
    public static TextMap Of(SourceFile file, YamlScalar scalar)
    {
        var text = file.Text;
        var (start, value) = (scalar.Span.Start, scalar.Value);
        return scalar.Style switch
        {
            YamlStyle.Plain when Holds(text, start, value) => Shift(start),
            YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted when Holds(text, start + 1, value) => Shift(start + 1),
            YamlStyle.SingleQuoted => OfSingleQuoted(text, scalar),
            YamlStyle.Literal => OfLiteral(text, scalar),
            _ => new TextMap([], [], scalar.Span),
        };
    }

    public TextSpan Map(int start, int end)
    {
        if (point is { } everything)
        {
            return everything;
        }

        var from = Map(start);
        return new TextSpan(from, Math.Max(from, end > start ? Map(end - 1) + 1 : from));
    }

    private int Map(int at)
    {
        if (textStarts.Length == 1)
        {
            return fileStarts[0] + at;
        }

        var index = Array.BinarySearch(textStarts, at);
        index = index < 0 ? ~index - 1 : index;
        return fileStarts[index] + at - textStarts[index];
    }

    private static bool Holds(string text, int start, string value) =>
        start + value.Length <= text.Length && text.AsSpan(start, value.Length).SequenceEqual(value);

    private static TextMap OfSingleQuoted(string text, YamlScalar scalar)
    {
        var (texts, files) = (new List<int> { 0 }, new List<int> { scalar.Span.Start + 1 });
        var at = scalar.Span.Start + 1;
        for (var i = 0; i < scalar.Value.Length; i++, at++)
        {
            if (at >= text.Length || text[at] != scalar.Value[i])
            {
                return new TextMap([], [], scalar.Span);
            }

            if (text[at] == '\'')
            {
                at++;
                texts.Add(i + 1);
                files.Add(at + 1);
            }
        }

        return new TextMap([.. texts], [.. files], null);
    }

    private static TextMap OfLiteral(string text, YamlScalar scalar)
    {
        var (texts, files) = (new List<int>(), new List<int>());
        var line = text.IndexOf('\n', scalar.Span.Start) + 1;
        for (var at = 0; at < scalar.Value.Length && line > 0;)
        {
            var valueEnd = scalar.Value.IndexOf('\n', at);
            var content = scalar.Value.AsSpan(at, (valueEnd < 0 ? scalar.Value.Length : valueEnd) - at);
            var lineEnd = text.IndexOf('\n', line);
            var source = text.AsSpan(line, (lineEnd < 0 ? text.Length : lineEnd) - line).TrimEnd('\r');
            if (!source.EndsWith(content) || source[..^content.Length].ContainsAnyExcept(' '))
            {
                return new TextMap([], [], scalar.Span);
            }

            texts.Add(at);
            files.Add(line + source.Length - content.Length);
            at = valueEnd < 0 ? scalar.Value.Length : valueEnd + 1;
            line = lineEnd + 1;
        }

        return texts.Count == 0 ? new TextMap([], [], scalar.Span) : new TextMap([.. texts], [.. files], null);
    }
}
