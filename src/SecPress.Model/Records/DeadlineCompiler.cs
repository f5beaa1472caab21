using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>Gathers what closes out of all issues: each thing once, as the newest issue has it.</summary>
internal sealed class DeadlineCompiler(LocalDate today)
{
    // A consultation of the same name that closes so much later is another one.
    private const int SameConsultationWithin = 120;

    private readonly Dictionary<object, Deadline> found = [];

    /// <summary>Open ones first, the soonest first and those without a date after them; then the others, the latest first.</summary>
    /// <param name="issues">Oldest first.</param>
    public ImmutableArray<Deadline> Compile(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            foreach (var consultation in issue.Consultations)
            {
                Add(issue, consultation);
            }

            foreach (var decision in issue.Decisions)
            {
                if (decision.Referral?.Deadline is { } ends)
                {
                    found[(decision.BodyName, decision.RefersTo, ends)] = new ReferralDeadline(ends, issue, StateOf(ends), decision);
                }
            }

            foreach (var date in issue.KeyDates)
            {
                found[(date.Date, date.Text.PlainText)] = new KeyDateDeadline(date.Date, issue, StateOf(date.Date), date);
            }
        }

        var open = found.Values.Where(d => d.State == DeadlineState.Open).OrderBy(d => d.Date ?? LocalDate.MaxIsoValue);
        var others = found.Values.Where(d => d.State != DeadlineState.Open).OrderByDescending(d => d.Date ?? LocalDate.MinIsoValue);
        return [.. open, .. others];
    }

    private void Add(Issue issue, Consultation consultation)
    {
        var state = consultation.Status switch
        {
            ConsultationStatus.Withdrawn => DeadlineState.Withdrawn,
            ConsultationStatus.Closed => DeadlineState.Closed,
            _ => StateOf(consultation.Closes),
        };
        var key = (consultation.Title, consultation.Issuer);
        if (found.TryGetValue((key, 0), out var before)
            && before.Date is { } earlier
            && consultation.Closes is { } later
            && Math.Abs(Period.DaysBetween(earlier, later)) > SameConsultationWithin)
        {
            found[(key, earlier)] = before;
        }

        found[(key, 0)] = new ConsultationDeadline(consultation.Closes, issue, state, consultation);
    }

    private DeadlineState StateOf(LocalDate? last) => last < today ? DeadlineState.Closed : DeadlineState.Open;
}
