using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;

namespace SecPress.Checks.Editorial;

/// <summary>
/// The issue that first names an entry of a register gives its title (SP112), and an id that no issue has a step of is likely a slip of
/// the pen (SP114). Registers that no issue reports a step of only link their ids, and are left alone.
/// </summary>
internal static class RegisterTitleCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var step in issue.Issue.Modifications.Where(s => seen.Add((s.RegisterId, s.Id))))
        {
            if (issue.Issue.Modifications.All(s => s.Id != step.Id || s.Title is null))
            {
                Check(issue, step.RegisterId, step.Id, step.Span, diagnostics);
            }
        }

        foreach (var mention in issue.Passages.SelectMany(p => DocumentWalker.Inlines(p.Inlines)).OfType<RegisterMention>())
        {
            if (seen.Add((mention.RegisterId, mention.Id)))
            {
                Check(issue, mention.RegisterId, mention.Id, mention.Span, diagnostics);
            }
        }
    }

    private static void Check(IssueText issue, string registerId, string id, TextSpan span, DiagnosticBag diagnostics)
    {
        if (issue.Publication.Records.Registers.FirstOrDefault(r => r.Register.Id == registerId) is not { } register
            || register.Find(id) is not { } entry
            || register.Entries.All(e => !IsIntroduced(e))
            || WasNamedBefore(entry, issue.Issue)
            || EntryTitleFinder.StandsBeside(id, issue))
        {
            return;
        }

        var at = issue.Issue.Source.At(span);
        if (IsIntroduced(entry))
        {
            diagnostics.Add(
                EditorialRules.NoEntryTitle,
                at,
                $"{id} is named here for the first time, without its title",
                $"Give it a title in modifications, or write it beside the id: {id} ‘…’.");
            return;
        }

        var known = register.Entries.Where(IsIntroduced).Select(e => e.Id);
        diagnostics.Add(
            EditorialRules.UnknownEntry,
            at,
            $"no issue has introduced {id}",
            $"Mend the id, add it to modifications, or write its title beside it: {id} ‘…’." + Suggestion.DidYouMean(id, known, mostEdits: 1));
    }

    private static bool IsIntroduced(RegisterEntry entry) => entry.Timeline.Any(i => i is StepItem);

    private static bool WasNamedBefore(RegisterEntry entry, Issue issue) =>
        entry.Mentions.Any(m => IsBefore(m.Issue, issue)) || entry.Timeline.Any(i => IsBefore(i.Issue, issue));

    private static bool IsBefore(Issue other, Issue issue) => other.Sent < issue.Sent;
}
