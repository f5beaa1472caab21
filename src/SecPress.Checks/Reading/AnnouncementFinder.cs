using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using SecPress.Model.Settings;

namespace SecPress.Checks.Reading;

/// <summary>Words that say when a committee meets.</summary>
/// <param name="Committee">Who meets.</param>
/// <param name="Date">When.</param>
/// <param name="IsNext">Whether it is said to be the next meeting.</param>
/// <param name="Start">Where the date stands in its passage.</param>
/// <param name="Length">How long the date is.</param>
internal sealed record Announcement(Committee Committee, LocalDate Date, bool IsNext, int Start, int Length);

/// <summary>
/// Finds announcements of meetings in English prose: "The next SSC meetings are on 12 and 26 July", "A meeting will also be held on 30
/// June", "On 18 July the Panel meets again". Only words that lead straight from the meeting to its date are followed, so that the date of
/// something else in the same sentence is never taken for it.
/// </summary>
internal sealed partial class AnnouncementFinder(ImmutableArray<Committee> committees)
{
    // A sentence's beginning, further than which nobody leads to a date.
    private const int Reach = 240;

    // What may stand between a meeting and its date.
    private const string Gap =
        @"(?<gap>(?:[\s,:(–—-]|(?<![\p{L}\p{N}])(?:(?<verb>is|are|will|takes?|falls?)|be|being|held|taking|place|scheduled|planned|set|expected|arranged|happen|on|at|"
        + @"the|for|now|currently|provisionally|also|both|again|an?|day|week|early|late|earlier|later|than|usual|brought|moved|put|forward|back|postponed|"
        + @"rescheduled|confirmed|to|as|follows|this|coming|in\s\p{Lu}\p{Ll}+|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|noon)?)(?![\p{L}\p{N}]))*)$";

    private const string Words = @"(?:[\p{L}\p{N}’'&()/-]+\s+)";

    private readonly CommitteeFinder finder = new(committees);

    /// <param name="passage">What to read.</param>
    /// <param name="dates">The dates in it.</param>
    /// <param name="sent">The day it is sent: what lies behind it is no announcement, unless it says so.</param>
    public IEnumerable<Announcement> In(Passage passage, ImmutableArray<WrittenDate> dates, LocalDate sent)
    {
        foreach (var group in dates.GroupBy(d => d.Group))
        {
            var start = group.Min(d => Math.Min(d.Start, d.Weekday?.Start ?? d.Start));
            var end = group.Max(d => d.End);
            var before = passage.Text[Math.Max(0, start - Reach)..start];
            var after = passage.Text[end..Math.Min(passage.Text.Length, end + Reach)];
            if (Condition().IsMatch(before) || ConditionAfter().IsMatch(after) || Read(before, after, passage.Committee) is not var (committee, isNext, mayBePast))
            {
                continue;
            }

            foreach (var date in group.Where(d => !d.EndsRange))
            {
                if (date.Date is { } day && (mayBePast || day > sent))
                {
                    yield return new Announcement(committee, day, isNext, date.Start, date.Length);
                }
            }
        }
    }

    private (Committee Committee, bool IsNext, bool MayBePast)? Read(string before, string after, Committee? section)
    {
        if (NextMeeting().Match(before) is { Success: true } next)
        {
            return Owner(before[..next.Index], next.Groups["what"].Value + " " + next.Groups["of"].Value, section) is { } owner
                ? (owner, true, next.Groups["verb"].Success)
                : null;
        }

        if (OneMoreMeeting().Match(before) is { Success: true } more)
        {
            return more.Groups["verb"].Success && Meant(more.Groups["what"].Value, section) is { } one ? (one, false, false) : null;
        }

        if (Meets().Match(before) is { Success: true } meets)
        {
            return WhoEnds(before[..meets.Index], section) is { } who ? (who, false, false) : null;
        }

        return On().IsMatch(before) && MeetsThen().Match(after) is { Success: true } then && WhoIs(then.Groups["who"].Value, section) is { } they
            ? (they, false, false)
            : null;
    }

    // "The Panel's next meeting", "Its next meeting"; not "the Ofgem next meeting".
    private Committee? Owner(string before, string what, Committee? section)
    {
        if (Possessive().Match(before) is { Success: true } possessive)
        {
            return string.IsNullOrWhiteSpace(what) ? WhoEnds(possessive.Groups["who"].Value, section) : null;
        }

        return Determiner().IsMatch(before) ? Meant(what, section) : null;
    }

    // The committee that some words before or behind "meeting" name, and nothing else; the section's when they name nobody.
    private Committee? Meant(string what, Committee? section)
    {
        var named = finder.In(what);
        var rest = named is null ? what : what.Replace(named.Name, " ", StringComparison.Ordinal).Replace(named.Short, " ", StringComparison.Ordinal);
        return OrdinaryWords().IsMatch(rest) ? named ?? section : null;
    }

    private Committee? WhoEnds(string words, Committee? section)
    {
        var trimmed = words.TrimEnd();
        return Pronoun().IsMatch(trimmed) ? section : committees
            .SelectMany(c => new[] { c.Name, c.Short, $"{c.Name} ({c.Short})" }.Select(n => (Name: n, Committee: c)))
            .OrderByDescending(c => c.Name.Length)
            .FirstOrDefault(c => trimmed.EndsWith(c.Name, StringComparison.Ordinal)
                && (trimmed.Length == c.Name.Length || char.IsWhiteSpace(trimmed[^(c.Name.Length + 1)])))
            .Committee;
    }

    private Committee? WhoIs(string words, Committee? section) => words is "it" or "they" ? section : finder.FirstIn(words) is { Start: 0 } found && found.Length == words.Length ? found.Committee : null;

    [GeneratedRegex(@"\bnext\s+(?<what>" + Words + @"{0,12}?)meetings?(?:\s+of\s+(?:the\s+)?(?<of>" + Words + "{1,12}?))?" + Gap, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NextMeeting();

    [GeneratedRegex(@"\b(?:an?|another)\s+(?<what>" + Words + "{0,8}?)meeting" + Gap, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OneMoreMeeting();

    [GeneratedRegex(@"\s(?:will\s+(?:next\s+)?meet|(?:next\s+)?meets)(?:\s+(?:again|next))?" + Gap, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Meets();

    // "If there is no quorum, the Panel meets on 9 May instead" says nothing of a meeting that is due.
    [GeneratedRegex(@"(?:(?:^|[.!?]\s+)Should|\b(?:if|unless|in\s+case))\b[^.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^,?\s+(?:instead,?\s+)?(?:if|unless|should)\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ConditionAfter();

    [GeneratedRegex(@"\bon\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex On();

    [GeneratedRegex(@"^,?\s+(?:the\s+)?(?<who>[^.,;:]{1,90}?)\s+(?:will\s+(?:next\s+)?meet|(?:next\s+)?meets)\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex MeetsThen();

    [GeneratedRegex(@"(?<who>[^.;:]*)[’']s?\s+$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"(?:^|[.!?:;]|\b(?:the|its|their|our|and))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Determiner();

    [GeneratedRegex(@"(?:^|[.!?]\s+)(?:It|They|The\s+(?:Sub-)?Committee)$|\band\s+it$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"^(?:scheduled|planned|regular|ordinary|full|formal|monthly|quarterly|weekly|two|three|four|few|extra|further|second|third|additional|special|extraordinary|"
        + @"emergency|ad[ -]hoc|committee|sub-committee|[()\s])*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex OrdinaryWords();
}
