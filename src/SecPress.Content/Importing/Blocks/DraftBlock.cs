using System.Collections.Immutable;

namespace SecPress.Content.Importing.Blocks;

/// <summary>Running text twice: as a reader sees it, for recognising things in it, and as Markdown, for writing it.</summary>
internal readonly record struct DraftText(string Plain, string Markdown)
{
    /// <summary>Text without any markup.</summary>
    public static DraftText Of(string plain) => new(plain, MarkdownEscaper.Escape(plain));

    public bool IsEmpty => string.IsNullOrWhiteSpace(Plain) && string.IsNullOrWhiteSpace(Markdown);
}

/// <summary>A block of a newsletter that was not Markdown. <c>Line</c> is its line in the source, from 1; 0 when unknown.</summary>
internal abstract record DraftBlock(int Line);

internal sealed record DraftHeading(int Line, int Level, DraftText Text) : DraftBlock(Line);

internal sealed record DraftParagraph(int Line, DraftText Text) : DraftBlock(Line);

internal sealed record DraftList(int Line, bool Ordered, int Start, ImmutableArray<ImmutableArray<DraftBlock>> Items) : DraftBlock(Line);

/// <summary>Rows of as many cells each; the first row is the header.</summary>
internal sealed record DraftTable(int Line, ImmutableArray<ImmutableArray<DraftText>> Rows) : DraftBlock(Line)
{
    public int Width => Rows.IsEmpty ? 0 : Rows.Max(r => r.Length);

    public string Plain => string.Join(" / ", Rows.Select(r => string.Join(" | ", r.Select(c => c.Plain))));
}

internal sealed record DraftQuote(int Line, ImmutableArray<DraftBlock> Blocks) : DraftBlock(Line);

internal sealed record DraftCode(int Line, string Text) : DraftBlock(Line);

internal sealed record DraftRule(int Line) : DraftBlock(Line);

/// <summary>Coloured bullets, each with the word its bullet was called by.</summary>
internal sealed record DraftHighlights(int Line, ImmutableArray<(string Colour, DraftText Text)> Items) : DraftBlock(Line);

/// <summary>Where a part of front matter stands: <c>::: calendar</c>.</summary>
internal sealed record DraftPlacement(int Line, string Name) : DraftBlock(Line);
