using System.Collections.Immutable;

namespace SecPress.Model.Records;

/// <summary>An acronym with what it stands for and where: sections of issues, newest issue first, one for each issue.</summary>
public sealed record GlossaryTerm(string Text, string Expansion, string Anchor, ImmutableArray<Section> Places);
