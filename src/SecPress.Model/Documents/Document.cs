using System.Collections.Immutable;

namespace SecPress.Model.Documents;

/// <summary>A body of text as a compact tree that is printed once per edition. It holds no reference to the parser's own tree.</summary>
public sealed record Document(ImmutableArray<Block> Blocks, ImmutableArray<Footnote> Footnotes)
{
    public static readonly Document Empty = new([], []);

    public bool IsEmpty => Blocks.IsEmpty;

    /// <summary>Headings in reading order, those inside containers, quotes and list items included.</summary>
    public IEnumerable<Heading> Headings => DocumentWalker.Blocks(this).OfType<Heading>();

    /// <summary>Typed parts that the editor placed in the body, in reading order.</summary>
    public IEnumerable<PartPlacement> Placements => DocumentWalker.Blocks(this).OfType<PartPlacement>();
}

/// <summary>A footnote's text. Numbers count from 1 in the order of first reference.</summary>
public sealed record Footnote(int Number, ImmutableArray<Block> Blocks, int ReferenceCount);
