using System.Collections.Immutable;

namespace SecPress.Rendering.Search;

/// <summary>
/// One thing that can be found: from a heading to the next, or a typed part of an issue. <c>Anchor</c> is where it stands on its page,
/// empty for the top; <c>Text</c> is plain, a line a block; <c>Committees</c> are the ids of those it speaks of.
/// </summary>
internal sealed record Section(string Anchor, string Heading, string Text, ImmutableArray<string> Committees);
