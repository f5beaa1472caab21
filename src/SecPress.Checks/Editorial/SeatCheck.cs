using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;

namespace SecPress.Checks.Editorial;

/// <summary>What the text about a committee says of its vacant and filled seats is what its list of seats says (SP126).</summary>
internal static class SeatCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        foreach (var update in issue.Issue.Committees.Where(c => !c.Seats.IsEmpty))
        {
            foreach (var passage in issue.Passages.Where(p => p.Committee == update.Committee && p.Kind == PassageKind.Paragraph))
            {
                foreach (var claim in SeatClaimFinder.In(passage.Text))
                {
                    Check(update, passage, claim, diagnostics);
                }
            }
        }
    }

    private static void Check(CommitteeUpdate update, Passage passage, SeatClaim claim, DiagnosticBag diagnostics)
    {
        var seats = update.Seats.Where(s => IsOf(s, claim.Category)).ToList();
        if (seats.Count == 0)
        {
            return;
        }

        var counted = seats.Count(s => s.Vacant == claim.AreVacant);
        if (counted == (claim.Count ?? seats.Count))
        {
            return;
        }

        var state = claim.AreVacant ? "vacant" : "filled";
        var kind = claim.Category.Length == 0 ? "" : claim.Category + " ";
        diagnostics.Add(
            EditorialRules.SeatsDisagree,
            passage.At(claim.Start, claim.Length),
            $"{claim.Count?.ToString() ?? "all"} {kind}{(claim.Count == 1 ? "seat is" : "seats are")} {state} by this sentence, and {counted} of {seats.Count} by the seats of '{update.Committee.Id}' in front matter",
            "Mend the number here, or seats in front matter.");
    }

    // No category is the beginning of any.
    private static bool IsOf(Seat seat, string category) =>
        seat.Category.StartsWith(category, StringComparison.OrdinalIgnoreCase)
        || category.StartsWith(seat.Category, StringComparison.OrdinalIgnoreCase);
}
