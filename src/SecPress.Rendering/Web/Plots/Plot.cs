using System.Collections.Immutable;

namespace SecPress.Rendering.Web.Plots;

public enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>Words at a point of a plot.</summary>
public sealed record PlotLabel(double X, double Y, string Text, TextAnchor Anchor);

/// <summary>A mark on an axis: where it is along it, and its words.</summary>
public sealed record PlotTick(double At, string Text, TextAnchor Anchor = TextAnchor.Middle);

/// <summary>A value that is drawn as a dot; <c>Text</c> says it in words.</summary>
public sealed record PlotDot(double X, double Y, string Text);

/// <summary>A value that is drawn as a bar, on one side of the zero line.</summary>
public sealed record PlotBar(double X, double Y, double Width, double Height, bool Below, string Text);

/// <summary>A plot that is laid out, in the units of <see cref="PlotFrame"/>.</summary>
public sealed record Plot(ImmutableArray<PlotTick> Across, ImmutableArray<PlotTick> Upward)
{
    /// <summary>What a <c>path</c> draws: one piece for each run of values without a gap.</summary>
    public string Line { get; init; } = "";

    public ImmutableArray<PlotDot> Dots { get; init; } = [];

    public ImmutableArray<PlotBar> Bars { get; init; } = [];

    /// <summary>Values that are written beside what shows them.</summary>
    public ImmutableArray<PlotLabel> Labels { get; init; } = [];

    /// <summary>Where the zero line is drawn; null without one.</summary>
    public double? Zero { get; init; }
}
