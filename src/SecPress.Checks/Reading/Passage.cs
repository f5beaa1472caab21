using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Checks.Reading;

internal enum PassageKind
{
    Heading,
    Paragraph,
    TableCell,
    Caption,
    Highlight,
    KeyDate,
}

/// <summary>
/// A stretch of running text that belongs together, as a reader reads it: a heading, a paragraph, a cell. What is not words (code,
/// pictures, footnote marks, merge fields) is one <see cref="Object"/> in its text.
/// </summary>
internal sealed class Passage
{
    /// <summary>U+FFFC, the object replacement character.</summary>
    public const char Object = '\uFFFC';

    private readonly SourceFile source;
    private readonly List<(int Start, int Length, TextSpan Span)> pieces = [];

    public Passage(SourceFile source, PassageKind kind, ImmutableArray<Inline> inlines, Heading? section, Committee? committee)
    {
        this.source = source;
        Kind = kind;
        Inlines = inlines;
        Section = section;
        Committee = committee;
        var text = new StringBuilder();
        foreach (var inline in DocumentWalker.Inlines(inlines))
        {
            var words = inline switch
            {
                CodeSpan or Image or MergeField or FootnoteReference or RawHtmlInline => Object.ToString(),
                _ => DocumentWalker.PlainText(inline),
            };
            if (words.Length > 0)
            {
                pieces.Add((text.Length, words.Length, inline.Span));
                text.Append(words);
            }
        }

        Text = text.ToString();
    }

    public PassageKind Kind { get; }

    public ImmutableArray<Inline> Inlines { get; }

    /// <summary>The words, formatting left aside; a line break is a space.</summary>
    public string Text { get; }

    /// <summary>The heading it stands under, or that it is; null before the first one and outside the body.</summary>
    public Heading? Section { get; }

    /// <summary>The committee that the section or part is about, when it is about one.</summary>
    public Committee? Committee { get; }

    /// <summary>Where a range of its text stands. What cannot be told to the letter is the whole of what it stands in.</summary>
    public SourceSpan At(int start, int length)
    {
        var end = start + length;
        var from = SpanOf(start, Math.Max(0, Math.Min(end, EndOfPiece(start)) - start));
        var to = length == 0 ? from : SpanOf(end - 1, 1);
        return source.At(from.Start, Math.Max(from.End, to.End));
    }

    /// <summary>The whole of it.</summary>
    public SourceSpan Whole => pieces.Count == 0 ? source.At(TextSpan.None) : source.At(pieces[0].Span.Start, pieces[^1].Span.End);

    /// <summary>An edit that replaces a range of its text; null where the source writes the range in another way than the text.</summary>
    public TextEdit? Replace(int start, int length, string replacement)
    {
        var span = At(start, length).Range;
        return span.Length == length && source.Text.AsSpan(span.Start, length).SequenceEqual(Text.AsSpan(start, length))
            ? new TextEdit(span, replacement)
            : null;
    }

    private int EndOfPiece(int at) => PieceOf(at) is { Length: > 0 } piece ? piece.Start + piece.Length : at;

    private TextSpan SpanOf(int start, int length)
    {
        var piece = PieceOf(start);
        var span = piece.Span;
        var offset = start - piece.Start;
        if (span.Length == piece.Length)
        {
            return new TextSpan(span.Start + offset, span.Start + offset + length);
        }

        // Escapes and entities make the source longer than the text, so the words stand at their offset or behind it.
        var words = Text.AsSpan(start, length);
        var written = span.Start + offset < span.End ? source.Text.AsSpan(span.Start + offset, span.End - span.Start - offset) : default;
        return words.Length > 1 && written.IndexOf(words, StringComparison.Ordinal) is var found and >= 0
            ? new TextSpan(span.Start + offset + found, span.Start + offset + found + length)
            : span;
    }

    private (int Start, int Length, TextSpan Span) PieceOf(int at)
    {
        var index = pieces.Count - 1;
        while (index > 0 && pieces[index].Start > at)
        {
            index--;
        }

        return index < 0 ? default : pieces[index];
    }
}
