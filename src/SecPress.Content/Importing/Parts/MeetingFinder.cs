using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Parts;

/// <summary>Finds in a sentence when a committee met and when it meets next. The sentence stays where it is.</summary>
internal sealed partial class MeetingFinder(DateFinder dates, CommitteeFinder committees, IssueDraft draft)
{
    /// <param name="sentence">One sentence.</param>
    /// <param name="section">The committee whose section it stands in; null outside of one.</param>
    public void Read(string sentence, string? section)
    {
        if (dates.In(sentence) is not [var first, ..] found || (committees.In(sentence[..first.Start])?.Id ?? section) is not { } committee)
        {
            return;
        }

        var before = sentence[..first.Start];
        if (Next().IsMatch(before))
        {
            draft.CommitteeOf(committee).Next.UnionWith(found.Select(f => f.Date));
        }
        else if (Met().IsMatch(before))
        {
            var known = draft.CommitteeOf(committee);
            known.Met = known.Met is { } other ? LocalDate.Max(other, first.Date) : first.Date;
        }
    }

    [GeneratedRegex(
        @"\b(next|forthcoming)\b[^.;]*\bmeetings?\b[^.;]*\b(is|are|will|takes?)\b|\bmeetings?\b[^.;]*\bwill\s+(also\s+)?(be\s+held|take\s+place)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Next();

    // "met on", "meeting took place on Tuesday,", "was held on the".
    [GeneratedRegex(
        @"\b(met|meeting\s+(took\s+place|was\s+held))\s+on\s+(the\s+)?(\p{L}+day,?\s*)?(the\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Met();
}
