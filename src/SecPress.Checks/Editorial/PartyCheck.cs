using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;

namespace SecPress.Checks.Editorial;

/// <summary>The party table adds up (SP105) and goes on from the last issue's (SP106).</summary>
internal static class PartyCheck
{
    public static void Run(IssueText text, DiagnosticBag diagnostics)
    {
        if (text.Issue.Accessions is not { } count)
        {
            return;
        }

        var at = text.Issue.Source.At(count.Span);
        var last = text.Older is { Accessions.Current: { } known } older ? (Issue: older, Current: known) : ((Issue Issue, int Current)?)null;
        if (count.Previous is { } given && last is { } before && given != before.Current)
        {
            diagnostics.Add(
                EditorialRules.PartyPrevious,
                at,
                $"'previous' is {given}, and the last issue ({before.Issue.Source.Path}) counted {before.Current}",
                $"Write 'previous: {before.Current}', or correct the last issue.");
        }

        // A 'previous' that the last issue puts right is one mistake, and has been reported.
        if ((count.Previous ?? last?.Current) is { } start
            && count.Current is { } current
            && !MayAddUp(start, current, count)
            && !(last is { } other && MayAddUp(other.Current, current, count)))
        {
            var from = count.Previous is null ? $"{start} (the last issue's)" : $"{start}";
            diagnostics.Add(
                EditorialRules.PartySum,
                at,
                $"{from}{Term(" + ", count.Acceded)}{Term(" − ", count.Withdrawn)}{Term(" − ", count.Expelled)} = {Sum(start, count)}, and 'current' is {current}",
                "Correct the number that is wrong: current = previous + acceded − withdrawn − expelled.");
        }
    }

    private static long Sum(int previous, PartyCount count) =>
        (long)previous + (count.Acceded ?? 0) - (count.Withdrawn ?? 0) - (count.Expelled ?? 0);

    // What is not given may be any number of parties: those that came make the sum greater, those that left make it less.
    private static bool MayAddUp(int previous, int current, PartyCount count) => Math.Sign(current - Sum(previous, count)) switch
    {
        > 0 => count.Acceded is null,
        < 0 => count.Withdrawn is null || count.Expelled is null,
        _ => true,
    };

    private static string Term(string sign, int? number) => number is { } given ? $"{sign}{given}" : "";
}
