using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Model.Documents;

/// <summary>A piece of running text. The hierarchy is closed: printers handle every case.</summary>
public abstract record Inline
{
    private protected Inline(TextSpan span) => Span = span;

    /// <summary>Where it stands in its source file.</summary>
    public TextSpan Span { get; }
}

public sealed record TextInline(TextSpan At, string Text) : Inline(At);

public sealed record Emphasis(TextSpan At, EmphasisKind Kind, ImmutableArray<Inline> Content) : Inline(At);

public enum EmphasisKind
{
    /// <summary>Printed as <c>em</c>.</summary>
    Stress,

    /// <summary>Printed as <c>strong</c>.</summary>
    Strong,

    /// <summary>Printed as <c>s</c>.</summary>
    Strikethrough,

    /// <summary>Printed as <c>sub</c>.</summary>
    Subscript,

    /// <summary>Printed as <c>sup</c>.</summary>
    Superscript,

    /// <summary>Printed as <c>ins</c>.</summary>
    Inserted,

    /// <summary>Printed as <c>mark</c>.</summary>
    Marked,
}

public sealed record CodeSpan(TextSpan At, string Text) : Inline(At);

/// <summary>A link; <c>Url</c> is as the editor wrote it, and the publication knows what it leads to.</summary>
public sealed record Link(TextSpan At, string Url, string? Title, ImmutableArray<Inline> Content) : Inline(At)
{
    /// <summary>Where the URL itself stands, for messages about it.</summary>
    public TextSpan UrlSpan { get; init; } = At;

    public NodeAttributes Attributes { get; init; } = NodeAttributes.None;
}

/// <summary>An image; <c>Url</c> is as the editor wrote it.</summary>
public sealed record Image(TextSpan At, string Url, string Alt, string? Title) : Inline(At)
{
    /// <summary>Where the URL itself stands, for messages about it.</summary>
    public TextSpan UrlSpan { get; init; } = At;

    public NodeAttributes Attributes { get; init; } = NodeAttributes.None;
}

/// <summary>A line break: a hard one is kept, a soft one is a space.</summary>
public sealed record LineBreak(TextSpan At, bool Hard) : Inline(At);

/// <summary>An acronym with its expansion.</summary>
public sealed record Abbreviation(TextSpan At, string Text, string Expansion) : Inline(At);

/// <summary>An id of a register, such as a modification proposal's, found in prose.</summary>
public sealed record RegisterMention(TextSpan At, string RegisterId, string Id) : Inline(At);

public sealed record FootnoteReference(TextSpan At, int Number, int Occurrence) : Inline(At);

/// <summary>A place for something of the recipient's in the email edition, with what stands there otherwise.</summary>
public sealed record MergeField(TextSpan At, string Name, string Fallback) : Inline(At);

/// <summary>Sanitised HTML that the editor wrote; only where <c>site.yml</c> allows it.</summary>
public sealed record RawHtmlInline(TextSpan At, string Html) : Inline(At);
