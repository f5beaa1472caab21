using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Model.Holidays;

/// <summary>The public holidays of a country or a part of one, for any year.</summary>
public sealed class HolidayCalendar
{
    private readonly Func<int, IEnumerable<LocalDate>> rule;
    private readonly ConcurrentDictionary<int, FrozenSet<LocalDate>> years = new();

    private HolidayCalendar(string id, Func<int, IEnumerable<LocalDate>> rule) => (Id, this.rule) = (id, rule);

    /// <summary>Every built-in one.</summary>
    public static ImmutableArray<HolidayCalendar> All { get; } =
    [
        new("england-and-wales", BritishHolidays.InEnglandAndWales),
        new("scotland", BritishHolidays.InScotland),
        new("northern-ireland", BritishHolidays.InNorthernIreland),
        new("ireland", IrishHolidays.In),
        new("none", _ => []),
    ];

    public static HolidayCalendar EnglandAndWales => All[0];

    /// <summary>What <c>site.yml</c> calls it.</summary>
    public string Id { get; }

    public static HolidayCalendar? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>In order, each once.</summary>
    public ImmutableArray<LocalDate> Of(int year) => [.. OfYear(year).Order()];

    public bool Has(LocalDate day) => OfYear(day.Year).Contains(day);

    private FrozenSet<LocalDate> OfYear(int year) => years.GetOrAdd(year, y => rule(y).ToFrozenSet());
}
