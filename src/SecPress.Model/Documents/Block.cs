using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Model.Documents;

/// <summary>What an editor may set on a node: an id and classes. Everything else is refused when the Markdown is read.</summary>
public sealed record NodeAttributes(string? Id, ImmutableArray<string> Classes)
{
    public static readonly NodeAttributes None = new(null, []);
}

/// <summary>A block of a <see cref="Document"/>. The hierarchy is closed: printers handle every case.</summary>
public abstract record Block
{
    private protected Block(TextSpan span) => Span = span;

    /// <summary>Where it stands in its source file.</summary>
    public TextSpan Span { get; }

    public NodeAttributes Attributes { get; init; } = NodeAttributes.None;
}

/// <summary>A heading; <c>Level</c> is 1 to 6 as written, <c>Id</c> is unique in its document.</summary>
public sealed record Heading(TextSpan At, int Level, string Id, ImmutableArray<Inline> Content) : Block(At);

public sealed record Paragraph(TextSpan At, ImmutableArray<Inline> Content) : Block(At);

/// <summary>A list; <c>Start</c> is the first number of an ordered one. A tight list prints no paragraphs inside its items.</summary>
public sealed record ListBlock(TextSpan At, bool Ordered, int Start, bool Tight, ImmutableArray<ListItem> Items) : Block(At);

/// <summary>A list item; <c>Checked</c> is null unless it is a task.</summary>
public sealed record ListItem(TextSpan At, bool? Checked, ImmutableArray<Block> Blocks) : Block(At);

public sealed record Quote(TextSpan At, ImmutableArray<Block> Blocks) : Block(At);

/// <summary>Code, verbatim; <c>Text</c> ends without a line break.</summary>
public sealed record CodeBlock(TextSpan At, string? Language, string Text) : Block(At);

public sealed record ThematicBreak(TextSpan At) : Block(At);

/// <summary>A table of the Markdown. The first row holds the column headers.</summary>
public sealed record Table(
    TextSpan At,
    ImmutableArray<Inline> Caption,
    ImmutableArray<ColumnAlignment> Columns,
    ImmutableArray<TableCell> Header,
    ImmutableArray<ImmutableArray<TableCell>> Rows) : Block(At);

public enum ColumnAlignment
{
    None,
    Left,
    Centre,
    Right,
}

/// <summary>A cell of a <see cref="Table"/>.</summary>
public sealed record TableCell(ImmutableArray<Inline> Content);

public sealed record Figure(TextSpan At, ImmutableArray<Block> Blocks, ImmutableArray<Inline> Caption) : Block(At);

/// <summary>A custom container that holds Markdown of its own.</summary>
public sealed record Container(TextSpan At, ContainerKind Kind, string Argument, ImmutableArray<Block> Blocks) : Block(At);

public enum ContainerKind
{
    /// <summary>Something to stand out; the argument is its title.</summary>
    Callout,

    /// <summary>One link, drawn as a button.</summary>
    Button,

    /// <summary>Left out of the email edition.</summary>
    WebOnly,

    /// <summary>Printed in the email edition alone; the one place where merge fields may stand.</summary>
    Greeting,

    /// <summary>A group with classes of the editor's own, and no other meaning.</summary>
    Group,
}

/// <summary>A place in the body where a typed part of the front matter, or the list of a folder's pages, is to stand.</summary>
public sealed record PartPlacement(TextSpan At, PartKind Kind, string Argument) : Block(At);

/// <summary>Sanitised HTML that the editor wrote; only where <c>site.yml</c> allows it.</summary>
public sealed record RawHtmlBlock(TextSpan At, string Html) : Block(At);

/// <summary>The typed parts of an issue, in the order the built-in templates lay out those that the editor did not place.</summary>
public enum PartKind
{
    Highlights,
    KeyDates,
    Consultations,
    Modifications,
    Decisions,

    /// <summary>One committee; the placement's argument is its id.</summary>
    Committee,
    Accessions,
    Calendar,
    Links,
    Attachments,

    /// <summary>The pages in a page's folder. No part of an issue: it stands where the editor of a page placed it, and nowhere else.</summary>
    Pages,
}
