using System.Buffers;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;

namespace SecPress.Content.Sources;

/// <summary>
/// Characters no content may hold: control characters other than tab and line breaks, which neither HTML nor XML may carry, and the
/// private-use characters that mark a recipient's places in an edition.
/// </summary>
internal static class ForbiddenCharacters
{
    private static readonly SearchValues<char> Values = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        MergeText.Open, MergeText.Separator, MergeText.Close,
        '\uFFFE', '\uFFFF',
    ]);

    /// <summary>Where the first one stands, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text) => text.IndexOfAny(Values);

    public static Diagnostic Finding(SourceSpan at, char character) =>
        character is MergeText.Open or MergeText.Separator or MergeText.Close
            ? new(
                ContentRules.ForbiddenCharacter,
                at,
                $"the private-use character U+{(int)character:X4} stands here, which SecPress keeps for itself",
                "Take it out; it has no meaning of its own.")
            : new(
                ContentRules.ForbiddenCharacter,
                at,
                $"the invisible control character U+{(int)character:X4} stands here",
                "Delete it; it often comes from copying out of another program.");
}
