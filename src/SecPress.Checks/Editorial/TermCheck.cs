using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>The house's own terms are spelled as <c>style.terms</c> says, in front matter too (SP134).</summary>
internal static class TermCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        if (issue.Settings.Style.Terms.IsEmpty)
        {
            return;
        }

        var finder = new TermFinder(issue.Settings.Style.Terms);
        foreach (var passage in issue.Titles.Concat(issue.Passages))
        {
            foreach (var use in finder.In(passage))
            {
                var written = passage.Text.Substring(use.Start, use.Length);
                diagnostics.Add(new Diagnostic(
                    EditorialRules.HouseTerm,
                    passage.At(use.Start, use.Length),
                    $"'{written}' is not how the house writes '{use.Right}'",
                    use.IsSlip ? $"Mend the spelling, if '{use.Right}' is meant." : $"Write '{use.Right}'.")
                {
                    Fix = !use.IsSlip && passage.Replace(use.Start, use.Length, use.Right) is { } edit ? [edit] : [],
                });
            }
        }
    }
}
