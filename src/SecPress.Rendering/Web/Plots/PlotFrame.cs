using System.Globalization;

namespace SecPress.Rendering.Web.Plots;

/// <summary>
/// The space of a plot, in units of its <c>viewBox</c>. It is drawn for a phone, where a unit is a little less than a pixel of CSS and
/// letters are 15 units high; where it is shown larger the style sheet makes the letters smaller, and they only stand less close.
/// </summary>
public static class PlotFrame
{
    public const int Width = 360;
    public const int Height = 220;

    /// <summary>Where the words of the horizontal axis stand.</summary>
    public const int AxisLabels = Height - 4;

    /// <summary>The lowest a value is drawn: below it stand a label of its own and the words of the axis.</summary>
    public const int Bottom = Height - 40;

    /// <summary>The highest, below a label of its own.</summary>
    public const int Top = 26;

    private const double DigitWidth = 8.6;

    /// <summary>Where values begin, so that the numbers of the vertical axis stand before them.</summary>
    public static double Left(IEnumerable<string> labels) => 10 + (DigitWidth * labels.Select(l => l.Length).DefaultIfEmpty(0).Max());

    public static double WidthOf(string label) => DigitWidth * label.Length;

    /// <summary>Marks of an axis without those whose words would touch the words before them.</summary>
    public static IEnumerable<PlotTick> Legible(IEnumerable<PlotTick> ticks)
    {
        ArgumentNullException.ThrowIfNull(ticks);
        var end = double.MinValue;
        foreach (var tick in ticks)
        {
            var width = WidthOf(tick.Text);
            var start = tick.At - tick.Anchor switch { TextAnchor.Start => 0, TextAnchor.End => width, _ => width / 2 };
            if (start >= end)
            {
                end = start + width;
                yield return tick;
            }
        }
    }

    /// <summary>A coordinate with one decimal, the same on every machine.</summary>
    public static string Format(double coordinate) =>
        Math.Round(coordinate, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
