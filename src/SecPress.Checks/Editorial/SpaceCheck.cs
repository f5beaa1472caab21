using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>
/// One space parts two words (SP137). It is said once for each issue: who types two behind every full stop has one thing to mend.
/// </summary>
internal static class SpaceCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        if (!issue.Settings.Style.SingleSpaces)
        {
            return;
        }

        var found = new List<(Passage Passage, int Start, int Length)>();
        foreach (var passage in issue.Titles.Concat(issue.Passages))
        {
            var text = passage.Text;
            for (var at = 0; at < text.Length; at++)
            {
                var start = at;
                while (at < text.Length && text[at] == ' ')
                {
                    at++;
                }

                // The source must have them as they are: a space before a line break is none that a reader sees.
                if (at - start > 1 && passage.Replace(start, at - start, " ") is not null)
                {
                    found.Add((passage, start, at - start));
                }
            }
        }

        if (found.Count > 0)
        {
            var (passage, start, length) = found.MinBy(f => f.Passage.At(f.Start, f.Length).Range.Start);
            diagnostics.Add(new Diagnostic(
                EditorialRules.DoubledSpace,
                passage.At(start, length),
                "two spaces stand in a row here" + found.Count switch
                {
                    1 => "",
                    2 => " and in one more place",
                    _ => $" and in {found.Count - 1} more places",
                },
                "Leave one.")
            {
                Fix = Edits.Of(found.Select(f => f.Passage.Replace(f.Start, f.Length, " "))),
            });
        }
    }
}
