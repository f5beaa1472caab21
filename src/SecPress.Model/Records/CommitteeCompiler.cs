using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>Gathers the record of each committee.</summary>
internal sealed class CommitteeCompiler(Agenda agenda, LocalDate today)
{
    // How far beyond its newest issue a publication may guess.
    private static readonly Period Foresight = Period.FromMonths(3);

    /// <param name="committees">In the order of the settings.</param>
    /// <param name="issues">Newest first.</param>
    public ImmutableArray<CommitteeRecord> Compile(ImmutableArray<Committee> committees, ImmutableArray<Issue> issues)
    {
        var updates = issues
            .SelectMany(i => i.Committees.Select(u => new DatedUpdate(i, u)))
            .ToLookup(u => u.Update.Committee.Id, StringComparer.Ordinal);
        var meetings = agenda.Events.Where(e => e.Committee is not null).ToLookup(e => e.Committee!.Id, StringComparer.Ordinal);
        return
        [
            .. committees.Select(c => new CommitteeRecord
            {
                Committee = c,
                Updates = [.. updates[c.Id]],
                Meetings = [.. meetings[c.Id]],
                Expected = issues.IsEmpty ? [] : [.. Expected(c, meetings[c.Id].LastOrDefault(), issues[0])],
            }),
        ];
    }

    private IEnumerable<LocalDate> Expected(Committee committee, AgendaEvent? last, Issue newest)
    {
        if (last is null || committee.Meets is not { } text || RecurrenceRule.Parse(text) is not { } rule)
        {
            return [];
        }

        return rule.Between(LocalDate.Max(today, last.Date.PlusDays(1)), newest.Sent + Foresight, last.Date);
    }
}
