using System.Text.RegularExpressions;
using SecPress.Model.Documents;

namespace SecPress.Checks.Reading;

/// <summary>
/// Tells whether the words beside an id are its title: in quotation marks, after a dash or a colon, in brackets, in the same heading,
/// in the same link, or in the next cell of a table.
/// </summary>
internal static partial class EntryTitleFinder
{
    private const int LeastWordsOfLink = 3;
    private const int LeastWordsOfCell = 3;

    public static bool StandsBeside(string id, IssueText issue)
    {
        for (var i = 0; i < issue.Passages.Length; i++)
        {
            var passage = issue.Passages[i];
            if (passage.Text.Contains(id, StringComparison.Ordinal)
                && (StandsIn(id, passage) || (passage.Text.Trim() == id && NextCell(issue, i) is { } cell && WordCount(cell) >= LeastWordsOfCell)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsIn(string id, Passage passage)
    {
        for (var at = passage.Text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = passage.Text.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if (After().IsMatch(passage.Text[(at + id.Length)..]) || Before().IsMatch(passage.Text[..at]))
            {
                return true;
            }
        }

        return (passage.Kind == PassageKind.Heading && passage.Text.StartsWith(id + " ", StringComparison.Ordinal))
            || DocumentWalker.Inlines(passage.Inlines).OfType<Link>()
                .Select(l => DocumentWalker.PlainText(l.Content))
                .Any(words => words.Contains(id, StringComparison.Ordinal) && WordCount(words) > LeastWordsOfLink);
    }

    private static string? NextCell(IssueText issue, int at) =>
        issue.Passages[at].Kind == PassageKind.TableCell && at + 1 < issue.Passages.Length && issue.Passages[at + 1] is { Kind: PassageKind.TableCell } next
            ? next.Text
            : null;

    private static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // A quotation; or a dash, a colon or a bracket and a capital. Of two words at least.
    [GeneratedRegex("""^\s*(['"‘“«„]\s*\w|([–—:]|-+\s|\()\s*['"‘“«„]?\p{Lu})\S*\s+\S""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex After();

    // The end of a quotation; or two words with capitals, or their dash, and a bracket.
    [GeneratedRegex("""(\w\s*['"’”»]\s*[–—(-]?\s*|\p{Lu}\S*\s+\p{Lu}\S*\s*([–—]\s*|-\s+|\())$""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Before();
}
