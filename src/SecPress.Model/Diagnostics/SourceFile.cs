using System.Text;

namespace SecPress.Model.Diagnostics;

/// <summary>A text the publication was read from. Offsets are UTF-16 code units; lines and columns count from 1.</summary>
public sealed class SourceFile
{
    // The text is needed while it is parsed and then for findings alone, so it is kept as bytes, which are half as many. Ten thousand
    // issues are 190 MB of text.
    private readonly byte[] utf8;
    private readonly int length;
    private readonly WeakReference<string> text;
    private readonly Lazy<int[]> lineStarts;

    /// <param name="path">Path relative to the site's folder, with forward slashes.</param>
    /// <param name="text">The whole text, without a byte order mark.</param>
    public SourceFile(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        utf8 = Encoding.UTF8.GetBytes(text);
        length = text.Length;
        this.text = new WeakReference<string>(text);
        lineStarts = new Lazy<int[]>(FindLineStarts);
    }

    public string Path { get; }

    public string Text
    {
        get
        {
            if (!text.TryGetTarget(out var known))
            {
                known = Encoding.UTF8.GetString(utf8);
                text.SetTarget(known);
            }

            return known;
        }
    }

    public int LineCount => lineStarts.Value.Length;

    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, length);
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
        return Math.Clamp(start + column - 1, start, length);
    }

    /// <summary>A line's text without its line break.</summary>
    public string Line(int line)
    {
        var text = Text;
        var start = lineStarts.Value[line - 1];
        var end = line < LineCount ? lineStarts.Value[line] : text.Length;
        return text[start..end].TrimEnd('\r', '\n');
    }

    public SourceSpan At(TextSpan span) => new(this, span);

    public SourceSpan At(int start, int end) => new(this, new TextSpan(start, end));

    public override string ToString() => Path;

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        var text = Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
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
