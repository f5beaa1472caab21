using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>Gathers what closes out of all issues: each thing once, as the newest issue has it.</summary>
/// <param name="registers">Whose entries the titles of consultations may name.</param>
/// <param name="today">The day of the publication.</param>
internal sealed class DeadlineCompiler(ImmutableArray<RegisterRecord> registers, LocalDate today)
{
    // A consultation of the same name that closes so much later is another one.
    private const int SameConsultationWithin = 120;

    private readonly List<Deadline> found = [];
    private readonly Dictionary<object, int> places = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    private readonly ILookup<(string Title, string Issuer), RegisterEntry> named = registers
        .SelectMany(r => r.Entries)
        .SelectMany(e => e.Timeline.OfType<ConsultationItem>().Select(i => (Name: (i.Consultation.Title, i.Consultation.Issuer), Entry: e)))
        .Distinct()
        .ToLookup(n => n.Name, n => n.Entry);

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
                    Put(
                        (decision.BodyName, decision.RefersTo, decision.RefersTo is null ? ends : decision.Date),
                        new ReferralDeadline(ends, issue, StateOf(ends), decision),
                        $"referral-{decision.RefersTo ?? decision.BodyName}");
                }
            }

            foreach (var date in issue.KeyDates)
            {
                var text = date.Text.PlainText;
                Put((date.Date, text), new KeyDateDeadline(date.Date, issue, StateOf(date.Date), date), text);
            }
        }

        var open = found.Where(d => d.State == DeadlineState.Open).OrderBy(d => d.Date ?? LocalDate.MaxIsoValue);
        var others = found.Where(d => d.State != DeadlineState.Open).OrderByDescending(d => d.Date ?? LocalDate.MinIsoValue);
        return [.. open, .. others];
    }

    // What an issue leaves out has not become unknown: an earlier one said it.
    private void Add(Issue issue, Consultation consultation)
    {
        var name = (consultation.Title, consultation.Issuer);
        var before = places.TryGetValue(name, out var at) ? (ConsultationDeadline)found[at] : null;
        if (before?.Date is { } earlier && consultation.Closes is { } later && Math.Abs(Period.DaysBetween(earlier, later)) > SameConsultationWithin)
        {
            places.Remove(name);
            before = null;
        }

        var told = consultation with
        {
            Opened = consultation.Opened ?? before?.Consultation.Opened,
            Closes = consultation.Closes ?? before?.Date,
        };
        var state = told.Status switch
        {
            ConsultationStatus.Withdrawn => DeadlineState.Withdrawn,
            ConsultationStatus.Closed => DeadlineState.Closed,
            _ => StateOf(told.Closes),
        };
        Put(name, new ConsultationDeadline(told.Closes, issue, state, told)
        {
            Link = told.Link is { } link ? (issue, link) : before?.Link,
            Entries = [.. named[name]],
        }, $"consultation-{consultation.Title}");
    }

    private void Put(object identity, Deadline deadline, string name)
    {
        if (!places.TryGetValue(identity, out var at))
        {
            places.Add(identity, found.Count);
            var first = ChangeCount.Of(deadline.Issue);
            found.Add(deadline with { Key = UniqueKey(name), Sequence = first.Sequence, LastChanged = first.LastChanged });
            return;
        }

        var before = found[at];
        var changes = before.Date != deadline.Date || IsWithdrawn(before) != IsWithdrawn(deadline);
        var count = new ChangeCount(before.Sequence, before.LastChanged).After(deadline.Issue, changes);
        found[at] = deadline with { Key = before.Key, Sequence = count.Sequence, LastChanged = count.LastChanged };
    }

    // Said by an editor, unlike the other states, which the day alone may bring.
    private static bool IsWithdrawn(Deadline deadline) => deadline.State == DeadlineState.Withdrawn;

    private string UniqueKey(string name) => Slug.Unique(keys, Slug.FileName(name) is { Length: > 0 } key ? key : "deadline");

    private DeadlineState StateOf(LocalDate? last) => last < today ? DeadlineState.Closed : DeadlineState.Open;
}
