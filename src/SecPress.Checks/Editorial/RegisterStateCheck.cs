using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Records;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>An entry of a register only goes forward through the events of its register, and nothing follows its end (SP113).</summary>
internal static class RegisterStateCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        foreach (var (registerId, id) in issue.Issue.Modifications.Select(s => (s.RegisterId, s.Id)).Distinct())
        {
            if (issue.Publication.Records.FindEntry(registerId, id) is { } entry)
            {
                Check(issue, entry, diagnostics);
            }
        }
    }

    private static void Check(IssueText issue, RegisterEntry entry, DiagnosticBag diagnostics)
    {
        StepItem? before = null;
        foreach (var step in entry.Timeline.OfType<StepItem>())
        {
            if (before is not null && ReferenceEquals(step.Issue, issue.Issue) && IsBackwards(entry, before, step))
            {
                diagnostics.Add(
                    EditorialRules.StateBackwards,
                    issue.Issue.Source.At(step.Step.Span),
                    $"{entry.Id} is at '{step.Step.Event}', and was at '{before.Step.Event}' on {before.Date:uuuu-MM-dd} ({before.Issue.Slug})",
                    "Mend the event, or give the step the date it happened on.");
            }

            before = step;
        }
    }

    private static bool IsBackwards(RegisterEntry entry, StepItem before, StepItem step)
    {
        // One issue that tells several steps without their dates has said nothing of their order.
        var isInOrder = !ReferenceEquals(before.Issue, step.Issue) || (before.IsDated && step.IsDated);
        return isInOrder && IsBehind(entry.Register, step, before) && !IsRetold(entry, before, step);
    }

    private static bool IsBehind(Register register, StepItem step, StepItem before)
    {
        if (register.FindEvent(before.Step.Event) is not { } from || register.FindEvent(step.Step.Event) is not { } to || from == to)
        {
            return false;
        }

        return from.State != EntryState.Open || register.Events.IndexOf(to) < register.Events.IndexOf(from);
    }

    // An issue may tell the whole story again, as far as it has come.
    private static bool IsRetold(RegisterEntry entry, StepItem before, StepItem step) => entry.Timeline.OfType<StepItem>().Any(other =>
        ReferenceEquals(other.Issue, step.Issue) && other.Date == step.Date && !IsBehind(entry.Register, other, before));
}
