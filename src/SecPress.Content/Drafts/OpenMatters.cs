using System.Text;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content.Drafts;

/// <summary>
/// What earlier issues left open, as comments in the front matter of the next: consultations that have not closed, and entries of
/// registers that are on their way. An editor makes news of them or takes them out; a draft makes none up.
/// </summary>
internal sealed class OpenMatters(Site site, Issue? last, LocalDate date)
{
    // What has not moved for longer is likely forgotten, and would fill the page.
    private static readonly Period Recent = Period.FromMonths(6);

    /// <summary>Those of the last issue that close on the day or later.</summary>
    public IReadOnlyList<Consultation> Consultations { get; } =
        [.. (last?.Consultations ?? []).Where(c => c.Closes is { } closes && closes >= date && c.Status is null or ConsultationStatus.Open)];

    /// <summary>The latest step of each entry that is open, in the order of ids.</summary>
    public IReadOnlyList<(ModificationStep Step, Issue Issue)> Steps { get; } = [.. site.Issues
        .Where(i => i.Sent < date)
        .SelectMany(i => i.Modifications.Select(m => (Step: m, Issue: i)))
        .GroupBy(m => (m.Step.RegisterId, m.Step.Id))
        .Select(steps => steps.OrderBy(s => s.Step.Date ?? s.Issue.Sent).ThenBy(s => s.Issue.Sent).Last())
        .Where(s => (s.Step.Date ?? s.Issue.Sent) >= date - Recent)
        .Where(s => site.Settings.FindRegister(s.Step.RegisterId)?.FindEvent(s.Step.Event) is not { State: EntryState.Done or EntryState.Stopped })
        .OrderBy(s => s.Step.Id, StringComparer.Ordinal)];

    public void AppendTo(StringBuilder text)
    {
        if (Steps.Count > 0)
        {
            text.Append("# Still under way. Take the # away where there is news, and write the event and its date:\n# modifications:\n");
            foreach (var (step, issue) in Steps)
            {
                text.Append("#   - { id: ").Append(YamlText.Of(step.Id)).Append(", event: ").Append(YamlText.Of(step.Event))
                    .Append(", date: ").Append(YamlText.Of(step.Date ?? issue.Sent)).Append(" }\n");
            }
        }

        if (Consultations.Count > 0)
        {
            text.Append("# Still open. Take the # away to remind readers:\n# consultations:\n");
            foreach (var consultation in Consultations)
            {
                text.Append("#   - { title: ").Append(YamlText.Of(consultation.Title)).Append(", closes: ").Append(YamlText.Of(consultation.Closes!.Value));
                if (consultation.Link is { } link)
                {
                    text.Append(", link: ").Append(YamlText.Of(link.Url));
                }

                text.Append(" }\n");
            }
        }
    }
}
