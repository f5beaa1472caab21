using System.Collections.Immutable;
using NodaTime;

namespace SecPress.Rendering.Web.Plots;

/// <summary>The days at which an axis of time has a mark: the first days of months or years, evenly apart.</summary>
public static class DateTicks
{
    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    /// <summary>From one day to another, both included; empty when neither a month nor a year begins between them.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="most">How many marks there may be, one at least.</param>
    public static ImmutableArray<LocalDate> Between(LocalDate from, LocalDate to, int most)
    {
        var first = from.Day == 1 ? from : from.With(DateAdjusters.StartOfMonth).PlusMonths(1);
        foreach (var step in Months)
        {
            var ticks = Every(step, first, to);
            if (ticks.Length <= most)
            {
                return ticks;
            }
        }

        return Every(Months[^1], first, to)[..most];
    }

    private static ImmutableArray<LocalDate> Every(int months, LocalDate first, LocalDate to)
    {
        var ticks = ImmutableArray.CreateBuilder<LocalDate>();
        var ahead = -((first.Year * 12) + first.Month - 1) % months;
        for (var tick = first.PlusMonths(ahead < 0 ? ahead + months : ahead); tick <= to; tick = tick.PlusMonths(months))
        {
            ticks.Add(tick);
        }

        return ticks.ToImmutable();
    }
}
