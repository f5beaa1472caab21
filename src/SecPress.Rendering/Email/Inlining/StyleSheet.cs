using System.Collections.Immutable;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>A declaration as it was written: <c>Property</c> in lower case, <c>Value</c> verbatim but for comments and <c>!important</c>.</summary>
internal sealed record Declaration(string Property, string Value, bool Important)
{
    /// <summary>As it stands in a <c>style</c> attribute, or in a rule with its importance.</summary>
    public string Print(bool important) => important ? $"{Property}:{Value} !important" : $"{Property}:{Value}";
}

/// <summary>A piece of a style sheet. The hierarchy is closed.</summary>
internal abstract record StyleItem;

/// <summary>A rule: each selector of its list by itself, and its declarations in order.</summary>
internal sealed record StyleRule(ImmutableArray<string> Selectors, ImmutableArray<Declaration> Declarations) : StyleItem;

/// <summary>A conditional group such as <c>@media</c>, with its prelude as written.</summary>
internal sealed record StyleGroup(string Prelude, ImmutableArray<StyleItem> Items) : StyleItem;

/// <summary>Anything else, such as <c>@font-face</c>, kept to the letter.</summary>
internal sealed record StyleVerbatim(string Text) : StyleItem;
