using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SecPress.Checks.Reading;

/// <summary>What a sentence says of a committee's seats: so many of them, of a category or of all, are vacant or filled.</summary>
/// <param name="Count">Null for all of them.</param>
/// <param name="Category">The words before "seat"; empty when the sentence names none.</param>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">How long it is.</param>
internal sealed record SeatClaim(int? Count, string Category, bool AreVacant, int Start, int Length);

/// <summary>
/// Finds what a text says of seats now, in words or digits. A sentence that tells of an election, or of the past, is passed over: the
/// seats it counts need not be the ones of today.
/// </summary>
internal static partial class SeatClaimFinder
{
    private static readonly ImmutableArray<string> Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static IEnumerable<SeatClaim> In(string text)
    {
        foreach (Match sentence in Sentence().Matches(text))
        {
            if (OfThePast().IsMatch(sentence.Value))
            {
                continue;
            }

            foreach (Match match in Claim().Matches(sentence.Value))
            {
                var word = match.Groups["count"].Value.ToLowerInvariant();
                var every = match.Groups["all"].Success;
                if (Number(word) is { } count)
                {
                    yield return Of(match, sentence.Index, count);
                }
                else if (every && word.Length == 0)
                {
                    yield return Of(match, sentence.Index, null);
                }
            }
        }
    }

    private static SeatClaim Of(Match match, int offset, int? count) => new(
        count, match.Groups["category"].Value.Trim(), !match.Groups["filled"].Success, offset + match.Index, match.Length);

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Numbers.IndexOf(word) is var at and >= 0 ? at
        : null;

    [GeneratedRegex(@"[^.!?;]+", RegexOptions.None, 10_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(was|were|had|will|would|could|may|until|from|by|nominat\w*|invit\w*|elect\w*|candidates?|vot\w+|appl\w+|interest|additional|created?|further|other|more|up to)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex OfThePast();

    // "two vacancies", "one vacant seat", "one Large Supplier seat remains vacant", "all (four) seats are filled".
    [GeneratedRegex(
        """
        \b(?<all>(?i:all(\s+of)?(\s+the)?)\s+)?
        (?<count>\d{1,2}|(?i:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?
        ((?<=\w)\s+)?
        (
            (?<category>(\p{Lu}[\w&'’-]*\s+){0,4})vacanc(y|ies)
          | vacant\s+(?<category>(\p{Lu}[\w&'’-]*\s+){0,4})(seats?|positions?)
          | (?<category>(\p{Lu}[\w&'’-]*\s+){0,4})(?<noun>seats?|positions?)\s+(is|are|remains?|stays?|has\s+been|have\s+been)\s+((now|still|currently|all)\s+)?((?<vacant>vacant|empty|unfilled)|(?<filled>filled|taken))
        )\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Claim();
}
