using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>Dashes between parts of a sentence are of one kind (SP136): once for each issue, with all of it to mend.</summary>
internal static class DashCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var style = issue.Settings.Style.Dashes;
        if (style == DashStyle.Any)
        {
            return;
        }

        var dashes = issue.Titles.Concat(issue.Passages).SelectMany(Dashes.In).ToList();
        var wanted = WantedOf(style, dashes);
        var wrong = dashes.Where(d => d.Kind != wanted).OrderBy(d => d.Passage.At(d.Start, d.Length).Range.Start).ToList();
        if (wrong.Count == 0)
        {
            return;
        }

        var (first, others) = (wrong[0], dashes.Count - wrong.Count);
        var replacement = wanted == DashKind.Em ? EmOf(dashes) : " – ";
        var more = wrong.Count == 1 ? "this one" : $"this one and {wrong.Count - 1} more";
        diagnostics.Add(new Diagnostic(
            EditorialRules.Dashes,
            first.Passage.At(first.Start, first.Length),
            style == DashStyle.Consistent
                ? $"dashes are of two kinds: {more}, and {others} that {(others == 1 ? "is" : "are")} '{replacement.Trim()}'"
                : $"{more} {(wrong.Count == 1 ? "is" : "are")} not the house's dash, '{replacement.Trim()}'",
            $"Write '{replacement}' between two parts of a sentence.")
        {
            Fix = Edits.Of(wrong.Select(d => d.Passage.Replace(d.Start, d.Length, replacement))),
        });
    }

    // A hyphen is never the better dash: it wins only where there is no other.
    private static DashKind WantedOf(DashStyle style, List<Dash> dashes)
    {
        var (en, em) = (dashes.Count(d => d.Kind == DashKind.En), dashes.Count(d => d.Kind == DashKind.Em));
        return style switch
        {
            DashStyle.En => DashKind.En,
            DashStyle.Em => DashKind.Em,
            _ when en + em == 0 => DashKind.Hyphen,
            _ => en >= em ? DashKind.En : DashKind.Em,
        };
    }

    // Only an em dash may stand without spaces.
    private static string EmOf(List<Dash> dashes) =>
        dashes.Count(d => d.Kind == DashKind.Em && d.IsSpaced) > dashes.Count(d => !d.IsSpaced) ? " — " : "—";
}
