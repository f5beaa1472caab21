using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>How often what a calendar holds was announced anew, and when last: <c>SEQUENCE</c> and <c>LAST-MODIFIED</c> of RFC 5545.</summary>
internal readonly record struct ChangeCount(int Sequence, LocalDate LastChanged)
{
    // The sequence must never fall. A revision may undo two changes that were counted, its own issue's and the next one's.
    private const int StepsOfARevision = 3;

    /// <summary>Of what an issue is the first to announce.</summary>
    public static ChangeCount Of(Issue issue) => new(StepsOfARevision * issue.RevisionNumber, issue.LastChanged);

    /// <summary>After a later issue that announces the same, with other facts or not.</summary>
    public ChangeCount After(Issue issue, bool changes) => new(
        Sequence + (changes ? 1 : 0) + (StepsOfARevision * issue.RevisionNumber),
        changes || issue.RevisionNumber > 0 ? LocalDate.Max(LastChanged, issue.LastChanged) : LastChanged);
}
