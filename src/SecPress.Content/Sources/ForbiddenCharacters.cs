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
    private const int MostFindings = 100;

    private static readonly SearchValues<char> Values = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        MergeText.Open, MergeText.Separator, MergeText.Close,
        '\uFFFE', '\uFFFF',
    ]);

    /// <summary>Where the first one stands, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text) => text.IndexOfAny(Values);

    /// <summary>Each one in a file, with the edit that takes it out; of very many the first ones.</summary>
    public static List<Diagnostic> FindingsIn(SourceFile file)
    {
        var findings = new List<Diagnostic>();
        for (var at = Find(file.Text); at >= 0 && findings.Count < MostFindings; at = NextAfter(file.Text, at))
        {
            // Word's line break within a paragraph; between words, taking it out would join them.
            var replacement = file.Text[at] is '\v' or '\f' ? " " : "";
            findings.Add(Finding(file.At(at, at + 1), file.Text[at]) with { Fix = [new TextEdit(new TextSpan(at, at + 1), replacement)] });
        }

        return findings;
    }

    private static int NextAfter(string text, int at) => Find(text.AsSpan(at + 1)) is var next and >= 0 ? at + 1 + next : -1;

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
