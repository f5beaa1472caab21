using System.Collections.Immutable;
using SecPress.Model;
using static SecPress.Rendering.Web.Plots.PlotFrame;

namespace SecPress.Rendering.Web.Plots;

/// <summary>What a bar stands for: its name on the axis, its name in words, and what came (drawn upward) and went (drawn downward).</summary>
public sealed record Band(string Axis, string Name, int? Up, int? Down);

/// <summary>Lays out what came and went in equal spans of time. Where a number is missing there is no bar.</summary>
public sealed class BarPlot
{
    private const double WidestBar = 36;

    // A label on the axis has so much room at least.
    private const double LabelRoom = 50;

    private readonly Labels labels;
    private readonly ImmutableArray<Band> bands;
    private readonly LinearScale scale;
    private readonly double left;
    private readonly double band;

    private BarPlot(Labels labels, ImmutableArray<Band> bands)
    {
        (this.labels, this.bands) = (labels, bands);
        scale = LinearScale.Over(-bands.Max(b => b.Down ?? 0), bands.Max(b => b.Up ?? 0), 5, Bottom, Top);
        left = Left(scale.Ticks.Select(t => labels.Number(Math.Abs(t))));
        band = (Width - left) / bands.Length;
    }

    /// <summary>Null when no number is known.</summary>
    /// <param name="labels">The words of numbers.</param>
    /// <param name="bands">In order of time.</param>
    public static Plot? Of(Labels labels, IEnumerable<Band> bands)
    {
        var all = bands.ToImmutableArray();
        return all.Any(b => b.Up is not null || b.Down is not null) ? new BarPlot(labels, all).Lay() : null;
    }

    private Plot Lay() => new([.. Legible(Across())], [.. scale.Ticks.Select(t => new PlotTick(scale.At(t), labels.Number(Math.Abs(t)), TextAnchor.Start))])
    {
        Bars = [.. bands.SelectMany((b, i) => Bars(b, i))],
        Labels = [.. bands.SelectMany((b, i) => Values(b, i))],
        Zero = scale.At(0),
    };

    private double Middle(int at) => left + (band * (at + .5));

    private IEnumerable<PlotBar> Bars(Band of, int at)
    {
        var width = Math.Min(WidestBar, band * .72);
        var (x, zero) = (Middle(at) - (width / 2), scale.At(0));
        if (of.Up > 0)
        {
            yield return new PlotBar(x, scale.At(of.Up.Value), width, zero - scale.At(of.Up.Value), false, $"{of.Name}: {labels.Number(of.Up.Value)}");
        }

        if (of.Down > 0)
        {
            yield return new PlotBar(x, zero, width, scale.At(-of.Down.Value) - zero, true, $"{of.Name}: {labels.Number(of.Down.Value)}");
        }
    }

    // All or none: a value without a number beside others with one would look like a missing one.
    private IEnumerable<PlotLabel> Values(Band of, int at)
    {
        if (bands.SelectMany(b => new[] { b.Up ?? 0, b.Down ?? 0 }).Max(n => WidthOf(labels.Number(n))) > band)
        {
            yield break;
        }

        if (of.Up > 0)
        {
            yield return new PlotLabel(Middle(at), scale.At(of.Up.Value) - 6, labels.Number(of.Up.Value), TextAnchor.Middle);
        }

        if (of.Down > 0)
        {
            yield return new PlotLabel(Middle(at), scale.At(-of.Down.Value) + 17, labels.Number(of.Down.Value), TextAnchor.Middle);
        }
    }

    private IEnumerable<PlotTick> Across()
    {
        var every = Math.Max(1, (int)Math.Ceiling(LabelRoom / band));
        return bands
            .Select((b, i) => (b.Axis, X: Middle(i)))
            .Where((_, i) => i % every == 0)
            .Select(t => t.X + (WidthOf(t.Axis) / 2) > Width ? new PlotTick(Width, t.Axis, TextAnchor.End) : new PlotTick(t.X, t.Axis));
    }
}
