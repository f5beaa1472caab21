using System.Collections.Immutable;
using NodaTime;
using SecPress.Model.Issues;

namespace SecPress.Model.Records;

/// <summary>
/// Which known events the entries of one issue's calendar are. The surest sign is looked for first, in all entries: so two meetings on
/// one day stay two, a meeting that moved is found by its number, and one that was only numbered anew by its day.
/// </summary>
internal sealed class AgendaClaims
{
    // A number that comes again after so many days is another meeting: somebody counted wrong, or began to count anew.
    private const int SameNumberWithin = 120;

    private readonly AgendaIndex index;
    private readonly IReadOnlyList<AgendaEvent> events;
    private readonly ImmutableArray<CalendarEntry> entries;
    private readonly int?[] claims;
    private readonly HashSet<int> claimed = [];
    private readonly HashSet<(string Committee, LocalDate Date)> days;

    public AgendaClaims(AgendaIndex index, IReadOnlyList<AgendaEvent> events, ImmutableArray<CalendarEntry> entries)
    {
        (this.index, this.events, this.entries) = (index, events, entries);
        claims = new int?[entries.Length];
        days = [.. entries.Where(e => e.Committee is not null).Select(e => (e.Committee!.Id, e.Date))];
        Claim(e => Titled(e).Where(k => events[k].Start == e.Start && SameNumber(k, e)));
        Claim(e => OnDay(e).Where(k => e.Number is not null && events[k].Number == e.Number));
        Claim(e => Titled(e).Where(k => SameNumber(k, e)));
        Claim(Moved);
        Claim(OnDay);
    }

    /// <summary>The place of the event that an entry is; null for one that is new.</summary>
    public int? Of(int entry) => claims[entry];

    private void Claim(Func<CalendarEntry, IEnumerable<int>> find)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (claims[i] is null && find(entries[i]).Where(k => !claimed.Contains(k)).Select(k => (int?)k).FirstOrDefault() is { } known)
            {
                claims[i] = known;
                claimed.Add(known);
            }
        }
    }

    private IEnumerable<int> OnDay(CalendarEntry entry) => entry.Committee is { Id: var id } ? index.OnDay(id, entry.Date) : [];

    // The committee may have been left out by one of the two.
    private IEnumerable<int> Titled(CalendarEntry entry) => index.Titled(entry.Title, entry.Date)
        .Where(k => entry.Committee is null || events[k].Committee is null || events[k].Committee!.Id == entry.Committee.Id);

    // A day that the issue still names for the committee has not been given up.
    private IEnumerable<int> Moved(CalendarEntry entry) => entry is { Committee.Id: var id, Number: { } number }
        ? index.Numbered(id, number)
            .Reverse()
            .Where(k => Math.Abs(Period.DaysBetween(events[k].Date, entry.Date)) <= SameNumberWithin && !days.Contains((id, events[k].Date)))
        : [];

    private bool SameNumber(int known, CalendarEntry entry) => entry.Number is null || events[known].Number is null || events[known].Number == entry.Number;
}
