using System.Text;

namespace SecPress.Rendering.Documents;

/// <summary>The margin of some lines: what stands before the first of them and before each other one. Margins nest.</summary>
internal sealed class TextMargin(TextMargin? outer, string first, string rest)
{
    // Deeper nesting than this leaves no room for words.
    private const int Deepest = 12;

    private readonly int depth = outer is null ? 0 : outer.depth + 1;
    private bool begun;

    public static TextMargin None => new(null, "", "");

    public int Columns { get; } = (outer?.Columns ?? 0) + TextWidth.Of(rest);

    public TextMargin Inside(string firstLine, string otherLines) =>
        depth >= Deepest ? this : new TextMargin(this, firstLine, otherLines);

    public string Next()
    {
        var text = (outer?.Next() ?? "") + (begun ? rest : first);
        begun = true;
        return text;
    }

    /// <summary>Before an empty line between two blocks: the marks of quotes, no list marks.</summary>
    public string Between() => (outer?.Between() ?? "") + rest;
}

/// <summary>Lines of plain text with the right distance between blocks.</summary>
internal sealed class TextLines
{
    private readonly StringBuilder text = new();
    private bool isEmpty = true;

    public void Gap(TextMargin margin, int lines = 1)
    {
        if (isEmpty)
        {
            return;
        }

        for (var i = 0; i < lines; i++)
        {
            text.Append(margin.Between().TrimEnd()).Append('\n');
        }
    }

    public void Add(TextMargin margin, string line)
    {
        text.Append((margin.Next() + line).TrimEnd()).Append('\n');
        isEmpty = false;
    }

    public override string ToString() => text.ToString();
}
