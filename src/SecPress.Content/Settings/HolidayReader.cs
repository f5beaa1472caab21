using System.Collections.Immutable;
using NodaTime;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Holidays;

namespace SecPress.Content.Settings;

/// <summary>Reads <c>holidays</c>: the name of a calendar, or one with days added and taken out.</summary>
internal sealed class HolidayReader(SourceFile file, DiagnosticBag diagnostics)
{
    public WorkingDays WorkingDaysOf(MapReader site)
    {
        var (calendar, also, except) = site.Long("holidays") is { } map
            ? (map.Scalar("calendar"), DaysOf(map, "also"), DaysOf(map, "except"))
            : (site.Scalar("holidays"), [], []);
        return new WorkingDays(calendar is null ? HolidayCalendar.EnglandAndWales : CalendarOf(calendar), also, except);
    }

    private HolidayCalendar CalendarOf(YamlScalar name)
    {
        if (HolidayCalendar.Find(name.Value) is { } calendar)
        {
            return calendar;
        }

        if (Formats.Id.Accepts(name.Value))
        {
            var ids = HolidayCalendar.All.Select(c => c.Id);
            diagnostics.Add(
                ContentRules.UnknownName,
                file.At(name.Span),
                $"there is no holiday calendar '{name.Value}'",
                $"Use one of {string.Join(", ", ids)}; 'also' adds days to it.{Suggestion.DidYouMean(name.Value, ids)}");
        }

        return HolidayCalendar.EnglandAndWales;
    }

    private static ImmutableArray<LocalDate> DaysOf(MapReader map, string key) =>
        [.. map.ScalarsOf(key).Select(s => Scalars.Date(s.Value)).OfType<LocalDate>()];
}
