using NodaTime;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content.Drafts;

/// <summary>Works out what a new issue can say of meetings: from what earlier issues announced, and from the rules committees meet by.</summary>
internal sealed class MeetingPlanner(Site site, Issue? last, LocalDate date)
{
    /// <summary>How far ahead an issue looks.</summary>
    private static readonly Period Ahead = Period.FromMonths(1);

    /// <summary>The latest meeting that the last issue announced and that is past by now.</summary>
    public LocalDate? LastMet(Committee committee) =>
        UpdateOf(committee)?.Next.Select(n => (LocalDate?)n.Date).Where(d => d <= date).Max();

    /// <summary>What the last issue announced and is still to come, and what the committee's rule adds.</summary>
    public List<LocalDate> Next(Committee committee) =>
        [.. (UpdateOf(committee)?.Next.Select(n => n.Date) ?? []).Where(d => d > date).Concat(ByRule(committee)).Distinct().Order()];

    /// <summary>The last issue's entries that are still to come, and one for each meeting by rule.</summary>
    public List<CalendarEntry> Calendar()
    {
        var entries = (last?.Calendar ?? []).Where(e => e.Date > date).ToList();
        foreach (var committee in site.Settings.Committees)
        {
            entries.AddRange(ByRule(committee)
                .Where(day => !entries.Any(e => e.Committee?.Id == committee.Id && e.Date == day))
                .Select(day => Entry(committee, day))
                .ToList());
        }

        return [.. entries.OrderBy(e => e.Date).ThenBy(e => e.Start)];
    }

    private IEnumerable<LocalDate> ByRule(Committee committee) =>
        RuleOf(committee)?.Between(date.PlusDays(1), date + Ahead, LatestOf(committee)?.Date ?? LastMet(committee) ?? date) ?? [];

    private CalendarEntry Entry(Committee committee, LocalDate day)
    {
        var latest = LatestOf(committee);
        var number = latest is { Number: { } counted } && RuleOf(committee) is { } rule && latest.Date < day
            ? counted + rule.Between(latest.Date.PlusDays(1), day, latest.Date).Count()
            : (int?)null;
        var title = latest is { Number: { } before } && number is not null && latest.Title.EndsWith($" {before}", StringComparison.Ordinal)
            ? latest.Title[..^before.ToString().Length] + number
            : $"{committee.Short} Meeting{(number is null ? "" : $" {number}")}";
        return new CalendarEntry(day, latest?.Start, latest?.End, title, committee, number, latest?.Location, null, default);
    }

    /// <summary>The latest entry with a number that any issue up to now has for a committee.</summary>
    private CalendarEntry? LatestOf(Committee committee) => site.Issues
        .Where(i => i.Sent < date)
        .SelectMany(i => i.Calendar)
        .Where(e => e.Committee?.Id == committee.Id && e.Number is not null)
        .MaxBy(e => e.Date);

    private CommitteeUpdate? UpdateOf(Committee committee) => last?.Committees.FirstOrDefault(c => c.Committee.Id == committee.Id);

    private static RecurrenceRule? RuleOf(Committee committee) => committee.Meets is { } rule ? RecurrenceRule.Parse(rule) : null;
}
