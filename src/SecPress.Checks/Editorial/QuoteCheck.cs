using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>Quotation marks and apostrophes are all curly or all straight (SP135): once for each issue, with all of it to mend.</summary>
internal static class QuoteCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var style = issue.Settings.Style.Quotes;
        if (style == QuoteStyle.Any)
        {
            return;
        }

        var marks = issue.Titles.Concat(issue.Passages).SelectMany(QuotationMarks.In).ToList();
        var curly = marks.Count(m => m.IsCurly);
        var straight = marks.Count - curly;
        var wantsCurly = style == QuoteStyle.Consistent ? curly >= straight : style == QuoteStyle.Curly;
        var wrong = marks.Where(m => m.IsCurly != wantsCurly).OrderBy(m => m.Passage.At(m.At, 1).Range.Start).ToList();
        if (wrong.Count == 0)
        {
            return;
        }

        var (first, kind, others) = (wrong[0], wantsCurly ? "straight" : "curly", marks.Count - wrong.Count);
        var more = wrong.Count == 1 ? "this one is" : $"this one and {wrong.Count - 1} more are";
        diagnostics.Add(new Diagnostic(
            EditorialRules.Quotes,
            first.Passage.At(first.At, 1),
            style == QuoteStyle.Consistent
                ? $"quotation marks and apostrophes are of two kinds: {more} {kind}, {others} {(others == 1 ? "is" : "are")} not"
                : $"quotation marks and apostrophes: {more} {kind}",
            $"Make them {(wantsCurly ? "curly: “ ” ‘ ’" : "straight: \" '")}.")
        {
            Fix = wantsCurly && !issue.Settings.Language.StartsWith("en", StringComparison.Ordinal)
                ? []
                : Edits.Of(wrong.Where(m => m.IsClear).Select(m => m.Passage.Replace(m.At, 1, m.Other))),
        });
    }
}
