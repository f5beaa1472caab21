using Scriban.Runtime;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Plots;

/// <summary>What the template of a plot is given.</summary>
internal static class PlotViews
{
    /// <summary>Null for null.</summary>
    public static ScriptObject? Of(Plot? plot) => plot is null ? null : View.Of(
        ("width", PlotFrame.Width),
        ("height", PlotFrame.Height),
        ("axis", PlotFrame.AxisLabels),
        ("across", View.List(plot.Across.Select(t => View.Of(("x", F(t.At)), ("text", t.Text), ("anchor", Name(t.Anchor)))))),
        ("upward", View.List(plot.Upward.Select(t => View.Of(("y", F(t.At)), ("label_y", F(t.At - 4)), ("text", t.Text))))),
        ("zero", plot.Zero is { } zero ? F(zero) : null),
        ("line", View.Text(plot.Line)),
        ("dots", View.List(plot.Dots.Select(d => View.Of(("x", F(d.X)), ("y", F(d.Y)), ("text", d.Text))))),
        ("bars", View.List(plot.Bars.Select(b => View.Of(
            ("x", F(b.X)), ("y", F(b.Y)), ("width", F(b.Width)), ("height", F(b.Height)), ("below", b.Below), ("text", b.Text))))),
        ("labels", View.List(plot.Labels.Select(l => View.Of(("x", F(l.X)), ("y", F(l.Y)), ("text", l.Text), ("anchor", Name(l.Anchor)))))));

    private static string F(double coordinate) => PlotFrame.Format(coordinate);

    private static string Name(TextAnchor anchor) => anchor switch
    {
        TextAnchor.Start => "start",
        TextAnchor.End => "end",
        _ => "middle",
    };
}
