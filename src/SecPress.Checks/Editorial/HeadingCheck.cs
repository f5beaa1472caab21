using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Checks.Editorial;

/// <summary>Headings say something, once, above something, one level at a time (SP116, SP117, SP118).</summary>
internal static class HeadingCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var source = issue.Issue.Source;
        var known = new Dictionary<(Heading? Parent, string Words), Heading>();
        Heading? last = null;
        foreach (var section in Outline.Of(issue.Issue.Body))
        {
            var heading = section.Heading;
            var at = source.At(heading.Span);
            var words = WordsOf(heading);
            if (words.Length == 0)
            {
                diagnostics.Add(
                    EditorialRules.EmptySection, at, "this heading has no words", "Write what the section is about, or take the line out.");
            }
            else if (section.IsEmpty)
            {
                diagnostics.Add(
                    EditorialRules.EmptySection, at, $"nothing stands under the heading '{words}'", "Write the section, or take its heading out.");
            }

            if (words.Length > 0 && !known.TryAdd((section.Parent, words.ToUpperInvariant()), heading))
            {
                var first = source.At(known[(section.Parent, words.ToUpperInvariant())].Span).Position.Line;
                diagnostics.Add(
                    EditorialRules.DoubledHeading,
                    at,
                    $"the heading '{words}' stands twice: here and on line {first}",
                    "Give one of the two another name, or bring the two sections together.");
            }

            if (last is not null && heading.Level > last.Level + 1)
            {
                diagnostics.Add(
                    EditorialRules.SkippedLevel,
                    at,
                    $"this heading is of level {heading.Level}, and the one before it of level {last.Level}",
                    $"Write it with {new string('#', last.Level + 1)}, one level below the one before it.");
            }

            last = heading;
        }
    }

    private static string WordsOf(Heading heading) =>
        string.Join(' ', DocumentWalker.PlainText(heading.Content).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
