using System.Collections.Immutable;

namespace SecPress.Model.Editions;

/// <summary>What the HTML of an edition holds, read from the finished text with every fallback in place.</summary>
/// <param name="Preheader">The words that stand hidden at its start.</param>
/// <param name="Words">Each word of at least three letters that is shown, once, in lower case.</param>
/// <param name="Links">Each address that is linked to, once.</param>
/// <param name="StyleSizes">The bytes of each <c>style</c> element.</param>
public sealed record EditionFacts(
    string Preheader, ImmutableArray<string> Words, ImmutableArray<string> Links, ImmutableArray<int> StyleSizes)
{
    public static readonly EditionFacts None = new("", [], [], []);
}
