namespace SecPress.Model.Diagnostics;

/// <summary>A text the publication was read from. Offsets are UTF-16 code units; lines and columns count from 1.</summary>
public sealed class SourceFile
{
    private readonly Lazy<int[]> lineStarts;

    /// <param name="path">Path relative to the site's folder, with forward slashes.</param>
    /// <param name="text">The whole text, without a byte order mark.</param>
    public SourceFile(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        Text = text;
        lineStarts = new Lazy<int[]>(FindLineStarts);
    }

    public string Path { get; }

    public string Text { get; }

    public int LineCount => lineStarts.Value.Length;

    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = Array.BinarySearch(lineStarts.Value, offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return new LinePosition(index + 1, offset - lineStarts.Value[index] + 1);
    }

    /// <summary>The offset of a line and column, both counted from 1 and clamped to the text.</summary>
    public int OffsetOf(int line, int column)
    {
        line = Math.Clamp(line, 1, LineCount);
        var start = lineStarts.Value[line - 1];
        return Math.Clamp(start + column - 1, start, Text.Length);
    }

    /// <summary>A line's text without its line break.</summary>
    public string Line(int line)
    {
        var start = lineStarts.Value[line - 1];
        var end = line < LineCount ? lineStarts.Value[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    public SourceSpan At(TextSpan span) => new(this, span);

    public SourceSpan At(int start, int end) => new(this, new TextSpan(start, end));

    public override string ToString() => Path;

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}

/// <summary>Line and column, both counted from 1.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>A half-open range of UTF-16 offsets: <c>Start</c> belongs to it, <c>End</c> does not.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public static readonly TextSpan None = new(0, 0);

    public int Length => End - Start;
}

/// <summary>A range of one source file.</summary>
public readonly record struct SourceSpan(SourceFile File, TextSpan Range)
{
    public LinePosition Position => File.PositionOf(Range.Start);

    public override string ToString() => $"{File.Path}({Position.Line},{Position.Column})";
}
