using System.Collections.Immutable;

namespace SecPress.Rendering.Web.Plots;

/// <summary>Maps whole numbers onto a line. Its ends are round numbers, and so are its ticks: multiples of 1, 2 or 5 times a power of ten.</summary>
public sealed class LinearScale
{
    private readonly double from;
    private readonly double to;

    private LinearScale(ImmutableArray<long> ticks, double from, double to) => (Ticks, this.from, this.to) = (ticks, from, to);

    /// <summary>In order, two at least; the first and the last are the ends.</summary>
    public ImmutableArray<long> Ticks { get; }

    /// <param name="least">The smallest value.</param>
    /// <param name="greatest">The largest value; the smallest may be the same.</param>
    /// <param name="most">How many steps there may be between ticks.</param>
    /// <param name="from">Where the first tick is drawn.</param>
    /// <param name="to">Where the last is.</param>
    public static LinearScale Over(long least, long greatest, int most, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, greatest);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);

        // A flat line runs through the middle of something.
        if (least == greatest)
        {
            (least, greatest) = least == 0 ? (0, 1) : (least - 1, greatest + 1);
        }

        long step = 1;
        for (var i = 0; Steps(least, greatest, step) > most; i++)
        {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }

        var first = Floor(least, step);
        return new LinearScale(
            [.. Enumerable.Range(0, (int)Steps(least, greatest, step) + 1).Select(i => first + (i * step))], from, to);
    }

    public double At(long value) => from + ((value - Ticks[0]) * (to - from) / (Ticks[^1] - Ticks[0]));

    private static long Steps(long least, long greatest, long step) => (-Floor(-greatest, step) - Floor(least, step)) / step;

    private static long Floor(long value, long step) => (value >= 0 ? value : value - step + 1) / step * step;
}
