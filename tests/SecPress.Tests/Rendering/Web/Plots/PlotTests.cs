using CsCheck;
using NodaTime;
using SecPress.Rendering.Web.Plots;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering.Web.Plots;

public sealed class PlotTests
{
    private static readonly LocalDate Start = new(2017, 3, 30);

    [Fact]
    public void Nothing_known_is_no_plot()
    {
        Assert.Null(Line());
        Assert.Null(Line(null, null));
        Assert.Null(BarPlot.Of(RepositoryTemplates.Labels, [new Band("a", "a", null, null)]));
    }

    [Fact]
    public void One_value_is_a_dot_in_the_middle_with_its_number()
    {
        var plot = Line(264)!;
        Assert.Equal(plot.Dots[0].X, Assert.Single(plot.Labels).X);
        Assert.Equal(("264", "30 Mar 2017"), (plot.Labels[0].Text, Assert.Single(plot.Across).Text));
        Assert.DoesNotContain('L', plot.Line);
    }

    [Fact]
    public void Two_values_are_a_line_with_both_numbers()
    {
        var plot = Line(197, 209)!;
        Assert.Equal(1, plot.Line.Count(c => c == 'L'));
        Assert.Equal(["197", "209"], plot.Labels.Select(l => l.Text));
        Assert.Equal(2, plot.Dots.Length);
    }

    [Fact]
    public void A_missing_value_is_a_gap()
    {
        var plot = Line(1, 2, null, 3, null, 4, 5)!;
        Assert.Equal(3, plot.Line.Count(c => c == 'M'));
        Assert.Equal(2, plot.Line.Count(c => c == 'L'));
    }

    [Fact]
    public void Of_many_values_only_those_between_gaps_are_dots()
    {
        var values = Enumerable.Range(0, 100).Select(i => (int?)(i * i)).ToArray();
        Assert.Empty(Line(values)!.Dots);
        (values[49], values[51]) = (null, null);
        Assert.EndsWith(": 2,500", Assert.Single(Line(values)!.Dots).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_run_through_the_middle()
    {
        var plot = Line(7, 7, 7)!;
        Assert.All(plot.Dots, d => Assert.Equal((PlotFrame.Top + PlotFrame.Bottom) / 2.0, d.Y, 9));
    }

    [Fact]
    public void Every_line_stays_within_its_frame() =>
        Gen.Int[0, int.MaxValue].Nullable().Array[1, 120].Sample(values =>
        {
            if (Line(values) is not { } plot)
            {
                return;
            }

            Assert.All(plot.Dots, d => Assert.True(d.X is >= 0 and <= PlotFrame.Width && d.Y is >= PlotFrame.Top and <= PlotFrame.Bottom));
            Assert.All(plot.Labels, l => Assert.InRange(l.Y, 15, PlotFrame.Bottom + 20));
            Assert.All(plot.Across, t => Assert.True(Leftmost(t) >= -1, t.Text));
            Assert.All(plot.Across.Zip(plot.Across.Skip(1)), pair =>
                Assert.True(Leftmost(pair.Second) >= Leftmost(pair.First) + PlotFrame.WidthOf(pair.First.Text), $"{pair.First.Text} {pair.Second.Text}"));
        });

    [Fact]
    public void Bars_come_upward_and_go_downward_from_one_line()
    {
        var plot = BarPlot.Of(RepositoryTemplates.Labels, [new Band("Mar", "March 2017", 12, 0), new Band("Apr", "April 2017", null, null), new Band("May", "May 2017", 18, 3)])!;
        Assert.Equal(["March 2017: 12", "May 2017: 18", "May 2017: 3"], plot.Bars.Select(b => b.Text));
        Assert.All(plot.Bars, b => Assert.Equal(plot.Zero!.Value, b.Below ? b.Y : b.Y + b.Height, 9));
        Assert.Equal(["12", "18", "3"], plot.Labels.Select(l => l.Text));
    }

    [Fact]
    public void Every_bar_stays_within_its_frame() =>
        Gen.Select(Gen.Int[0, int.MaxValue].Nullable(), Gen.Int[0, int.MaxValue].Nullable()).Array[1, 60].Sample(values =>
        {
            if (BarPlot.Of(RepositoryTemplates.Labels, values.Select((v, i) => new Band("Mar", $"{i}", v.Item1, v.Item2))) is not { } plot)
            {
                return;
            }

            Assert.All(plot.Bars, b => Assert.True(
                b.X >= 0 && b.Width > 0 && b.X + b.Width <= PlotFrame.Width && b.Y >= PlotFrame.Top - .01 && b.Y + b.Height <= PlotFrame.Bottom + .01));
        });

    private static double Leftmost(PlotTick tick) => tick.At - tick.Anchor switch
    {
        TextAnchor.Start => 0,
        TextAnchor.End => PlotFrame.WidthOf(tick.Text),
        _ => PlotFrame.WidthOf(tick.Text) / 2,
    };

    private static Plot? Line(params int?[] values) =>
        LinePlot.Of(RepositoryTemplates.Labels, values.Select((v, i) => (Start.PlusDays(i * 30), v)));
}
