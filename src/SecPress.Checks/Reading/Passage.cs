using System.Buffers;
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

    /// <summary>Words of front matter that are no Markdown: the title, a calendar entry's.</summary>
    Title,
}

/// <summary>
/// A stretch of running text that belongs together, as a reader reads it: a heading, a paragraph, a cell. What is not words (code,
/// pictures, footnote marks, merge fields) is one <see cref="Object"/> in its text.
/// </summary>
internal sealed class Passage
{
    /// <summary>U+FFFC, the object replacement character.</summary>
    public const char Object = '\uFFFC';

    private static readonly SearchValues<char> MeaningfulInYaml = SearchValues.Create("'\":#{}[],&*!|>%@`\\");

    private readonly SourceFile source;
    private readonly List<(int Start, int Length, Inline Inline)> pieces = [];
    private readonly List<(int Start, int End, Link Link)> links = [];

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
            if (inline is Link link)
            {
                links.Add((text.Length, text.Length + DocumentWalker.Inlines(link.Content).Sum(i => WordsOf(i).Length), link));
            }

            var words = WordsOf(inline);
            if (words.Length > 0)
            {
                pieces.Add((text.Length, words.Length, inline));
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

    /// <summary>Whether it stands in front matter, where quotation marks and colons mean something to YAML.</summary>
    public bool InFrontMatter { get; init; }

    /// <summary>Whether it stands in a quote: the words are somebody else's.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The links in it with the ranges of their words in its text, in reading order.</summary>
    public IReadOnlyList<(int Start, int End, Link Link)> Links => links;

    /// <summary>What a character of its text belongs to; null when it has none.</summary>
    public Inline? InlineAt(int at) => PieceOf(at).Inline;

    /// <summary>
    /// Whether a character is the house's own: not in a quote, nor in a link, whose words are often the title of another's page, nor in an
    /// address.
    /// </summary>
    public bool IsOwn(int at) => !IsQuoted && !links.Exists(l => at >= l.Start && at < l.End) && !IsInAddress(at);

    /// <summary>Whether a character is part of an address of the web or of mail that stands in the text as such.</summary>
    public bool IsInAddress(int at)
    {
        var start = Text.LastIndexOf(' ', at) + 1;
        var end = Text.IndexOf(' ', at) is var space and >= 0 ? space : Text.Length;
        var word = Text.AsSpan(Math.Min(start, end)..end);
        return word.Contains("://", StringComparison.Ordinal)
            || word.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || (word.IndexOf('@') is > 0 and var sign && sign < word.Length - 1);
    }

    /// <summary>Where a range of its text stands. What cannot be told to the letter is the whole of what it stands in.</summary>
    public SourceSpan At(int start, int length)
    {
        var end = start + length;
        var from = SpanOf(start, Math.Max(0, Math.Min(end, EndOfPiece(start)) - start));
        var to = length == 0 ? from : SpanOf(end - 1, 1);
        return source.At(from.Start, Math.Max(from.End, to.End));
    }

    /// <summary>The whole of it.</summary>
    public SourceSpan Whole => pieces.Count == 0 ? source.At(TextSpan.None) : source.At(pieces[0].Inline.Span.Start, pieces[^1].Inline.Span.End);

    /// <summary>An edit that replaces a range of its text; null where the source writes the range in another way than the text, and where YAML could
    /// read the replacement as more than words.</summary>
    public TextEdit? Replace(int start, int length, string replacement)
    {
        var span = At(start, length).Range;
        return !(InFrontMatter && replacement.AsSpan().ContainsAny(MeaningfulInYaml))
            && span.Length == length && source.Text.AsSpan(span.Start, length).SequenceEqual(Text.AsSpan(start, length))
            ? new TextEdit(span, replacement)
            : null;
    }

    private static string WordsOf(Inline inline) => inline switch
    {
        CodeSpan or Image or MergeField or FootnoteReference or RawHtmlInline => Object.ToString(),
        _ => DocumentWalker.PlainText(inline),
    };

    private int EndOfPiece(int at) => PieceOf(at) is { Length: > 0 } piece ? piece.Start + piece.Length : at;

    private TextSpan SpanOf(int start, int length)
    {
        var piece = PieceOf(start);
        if (piece.Inline is null)
        {
            return TextSpan.None;
        }

        var span = piece.Inline.Span;
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

    private (int Start, int Length, Inline? Inline) PieceOf(int at)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Start > at)
            {
                high = middle - 1;
            }
            else
            {
                low = middle;
            }
        }

        return high < 0 ? default : pieces[low];
    }
}
