using System.Buffers;
using System.Collections.Immutable;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>An acronym that an issue does not explain where it uses it first; <c>ExplainedOn</c> is the line where it does later, if any.</summary>
internal readonly record struct UnexplainedAcronym(string Text, SourceSpan At, int? ExplainedOn);

/// <summary>
/// An acronym is explained at its first use, or in the glossary (SP123). What one line of <c>site.yml</c> would mend is said once, for
/// the newest issue, and not for each of many.
/// </summary>
internal static class AcronymCheck
{
    private const int LengthOfWord = 5;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    /// <summary>What one issue leaves unexplained.</summary>
    public static ImmutableArray<UnexplainedAcronym> In(IssueText issue)
    {
        var explanations = AcronymExplanations.In(issue);
        var uses = issue.Passages.SelectMany((p, i) => AcronymFinder.In(p).Select(u => (Use: u, Place: (Passage: i, u.Start))));
        var found = ImmutableArray.CreateBuilder<UnexplainedAcronym>();
        foreach (var acronym in uses.GroupBy(u => u.Use.Text, StringComparer.Ordinal).Where(g => !explanations.Knows(g.Key)))
        {
            if (acronym.Count() == 1 && LooksLikeWord(acronym.Key))
            {
                continue;
            }

            // A heading or a highlight is too short to explain; the text below it is where one looks.
            var first = acronym.FirstOrDefault(u => u.Use.Passage.Kind is PassageKind.Paragraph or PassageKind.KeyDate, acronym.First());
            var explained = explanations.PlaceOf(acronym.Key);
            if (explained is null || explained.Value.CompareTo(first.Place) > 0)
            {
                int? line = explained is { } place ? issue.Passages[place.Passage].At(place.Start, acronym.Key.Length).Position.Line : null;
                found.Add(new UnexplainedAcronym(acronym.Key, first.Use.Passage.At(first.Use.Start, acronym.Key.Length), line));
            }
        }

        return found.ToImmutable();
    }

    // "LICENSE" and "NVIDIA" stand in capitals for a reason of their own. An acronym of that length is written to be used again.
    private static bool LooksLikeWord(string acronym) =>
        acronym.Length >= LengthOfWord && acronym.AsSpan(0, 3).ContainsAny(Vowels) && !acronym.Any(char.IsDigit);

    /// <param name="found">What each issue leaves unexplained, the newest first.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public static void Report(IEnumerable<ImmutableArray<UnexplainedAcronym>> found, DiagnosticBag diagnostics)
    {
        foreach (var acronym in found.SelectMany(f => f).GroupBy(a => a.Text, StringComparer.Ordinal))
        {
            var (first, others) = (acronym.First(), acronym.Count() - 1);
            var also = others switch
            {
                0 => "",
                1 => ", nor in one older issue",
                _ => $", nor in {others} older issues",
            };
            diagnostics.Add(
                EditorialRules.UnexpandedAcronym,
                first.At,
                first.ExplainedOn is { } line
                    ? $"'{first.Text}' is explained on line {line}, behind its first use"
                    : $"'{first.Text}' is not explained{also}",
                $"Write what it stands for with '({first.Text})' behind it at its first use, or add '{first.Text}: …' to acronyms in site.yml. "
                + "One that all readers know goes into known-acronyms, under style.");
        }
    }
}
