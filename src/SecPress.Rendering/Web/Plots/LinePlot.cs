using System.Collections.Immutable;
using System.Text;
using NodaTime;
using SecPress.Model;
using static SecPress.Rendering.Web.Plots.PlotFrame;

namespace SecPress.Rendering.Web.Plots;

/// <summary>Lays out how a number changed over time. Where a number is missing the line has a gap.</summary>
public sealed class LinePlot
{
    // More of them would touch each other, and the line alone shows more.
    private const int MostDots = 36;
    private const int MostTicks = 5;

    private readonly Labels labels;
    private readonly ImmutableArray<(LocalDate Date, int? Value)> values;
    private readonly ImmutableArray<(LocalDate Date, int Value)> known;
    private readonly LinearScale scale;
    private readonly double left;

    private LinePlot(Labels labels, IEnumerable<(LocalDate Date, int? Value)> values)
    {
        this.labels = labels;
        this.values = [.. values];
        known = [.. this.values.Where(v => v.Value is not null).Select(v => (v.Date, v.Value!.Value))];
        scale = LinearScale.Over(known.Min(v => v.Value), known.Max(v => v.Value), 4, Bottom, Top);
        left = Left(scale.Ticks.Select(t => labels.Number(t)));
    }

    /// <summary>Null when no number is known.</summary>
    /// <param name="labels">The words of dates.</param>
    /// <param name="values">In order of time.</param>
    public static Plot? Of(Labels labels, IEnumerable<(LocalDate Date, int? Value)> values)
    {
        var all = values.ToList();
        return all.Exists(v => v.Value is not null) ? new LinePlot(labels, all).Lay() : null;
    }

    private Plot Lay() => new([.. Legible(Across())], [.. scale.Ticks.Select(t => new PlotTick(scale.At(t), labels.Number(t), TextAnchor.Start))])
    {
        Line = Line(),
        Dots = [.. Dots()],
        Labels = [.. Ends()],
    };

    private double X(LocalDate date)
    {
        var days = Period.DaysBetween(known[0].Date, known[^1].Date);
        var right = Width - 6;
        return days == 0 ? (left + right) / 2 : left + (Period.DaysBetween(known[0].Date, date) * (right - left) / days);
    }

    private string Line()
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (date, value) in values)
        {
            if (value is { } given)
            {
                path.Append(pen).Append(Format(X(date))).Append(' ').Append(Format(scale.At(given)));
                pen = 'L';
            }
            else
            {
                pen = 'M';
            }
        }

        return path.ToString();
    }

    // A value between two gaps has no line that would show it.
    private IEnumerable<PlotDot> Dots() => values
        .Where((v, i) => v.Value is not null && (
            known.Length <= MostDots
            || ((i == 0 || values[i - 1].Value is null) && (i == values.Length - 1 || values[i + 1].Value is null))))
        .Select(v => new PlotDot(X(v.Date), scale.At(v.Value!.Value), $"{labels.Date(v.Date)}: {labels.Number(v.Value!.Value)}"));

    // On the side of the line that it does not run to.
    private IEnumerable<PlotLabel> Ends()
    {
        var (first, last) = (known[0], known[^1]);
        if (first.Date == last.Date)
        {
            return [new PlotLabel(X(last.Date), scale.At(last.Value) - 10, labels.Number(last.Value), TextAnchor.Middle)];
        }

        return
        [
            new PlotLabel(X(first.Date), scale.At(first.Value) + (known[1].Value > first.Value ? 20 : -10), labels.Number(first.Value), TextAnchor.Start),
            new PlotLabel(X(last.Date), scale.At(last.Value) + (known[^2].Value > last.Value ? 20 : -10), labels.Number(last.Value), TextAnchor.End),
        ];
    }

    private IEnumerable<PlotTick> Across()
    {
        var (first, last) = (known[0].Date, known[^1].Date);
        var ticks = DateTicks.Between(first, last, MostTicks);
        if (ticks.Length >= 2)
        {
            var byYear = ticks.All(t => t.Month == 1);
            return ticks.Select((t, i) => Tick(t, byYear ? $"{t.Year:0000}" : i == 0 || t.Month == 1
                ? $"{labels.ShortMonths[t.Month - 1]} {t.Year:0000}"
                : labels.ShortMonths[t.Month - 1]));
        }

        return first == last
            ? [Tick(first, labels.Date(first, "short"))]
            : [new PlotTick(left, labels.Date(first, "short"), TextAnchor.Start), new PlotTick(Width, labels.Date(last, "short"), TextAnchor.End)];
    }

    private PlotTick Tick(LocalDate date, string text) => X(date) + (WidthOf(text) / 2) > Width
        ? new PlotTick(Width, text, TextAnchor.End)
        : new PlotTick(X(date), text);
}
