using System.Text;
using Markdig.Helpers;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Documents;

/// <summary>
/// Pieces of text that stand next to each other, joined so that a word is found whole wherever the parser cut it, with the place of
/// every character kept.
/// </summary>
internal sealed class TextRun
{
    private readonly StringBuilder joined = new();
    private readonly List<(int TextStart, int SourceStart)> pieces = [];
    private StringSlice slice;
    private int sourceEnd;

    public bool IsEmpty => pieces.Count == 0;

    /// <summary>The text so far.</summary>
    public string Text => joined.Length == 0 ? slice.ToString() : joined.ToString();

    /// <param name="text">The piece.</param>
    /// <param name="start">Its offset in the parsed text.</param>
    /// <param name="end">The offset behind it there: further on than its length when it was written as an entity or with a backslash.</param>
    public void Append(StringSlice text, int start, int end)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (IsEmpty)
        {
            slice = text;
        }
        else if (joined.Length == 0 && ReferenceEquals(slice.Text, text.Text) && slice.End + 1 == text.Start && sourceEnd == start)
        {
            slice.End = text.End;
            sourceEnd = end;
            return;
        }
        else
        {
            if (joined.Length == 0)
            {
                joined.Append(slice.AsSpan());
            }

            pieces.Add((joined.Length, start));
            joined.Append(text.AsSpan());
            sourceEnd = end;
            return;
        }

        pieces.Add((0, start));
        sourceEnd = end;
    }

    /// <summary>The place of a range of the text.</summary>
    public TextSpan SpanOf(int start, int end, TextMap map)
    {
        var from = SourceOf(start);
        var to = end <= start ? from : SourceOf(end - 1) + 1;
        return map.Map(from, Math.Max(from, Math.Min(to, sourceEnd)));
    }

    public void Clear()
    {
        joined.Clear();
        pieces.Clear();
        slice = default;
        sourceEnd = 0;
    }

    private int SourceOf(int at)
    {
        var index = pieces.Count - 1;
        while (pieces[index].TextStart > at)
        {
            index--;
        }

        return pieces[index].SourceStart + at - pieces[index].TextStart;
    }
}
