using System.Collections.Immutable;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>Breaks a text into lines, as large as they fit.</summary>
internal static class TextSetter
{
    private const string Ellipsis = "…";

    /// <summary>Lines at the first of the sizes that they fit at; at the last one what does not fit is cut off with an ellipsis.</summary>
    /// <param name="text">Words with single spaces between them.</param>
    /// <param name="sizes">Large to small, each with the most lines there is room for.</param>
    /// <param name="width">The measure in pixels.</param>
    public static (Typesetting Setting, ImmutableArray<string> Lines) Fit(
        string text, IEnumerable<(float Size, int Lines)> sizes, float width)
    {
        Typesetting? last = null;
        ImmutableArray<string> lines = [];
        var most = 0;
        foreach (var (size, count) in sizes)
        {
            last?.Dispose();
            last = Typesetting.Display(size);
            most = count;
            lines = Break(text, last, width);
            if (lines.Length <= count && lines.All(l => last.Measure(l) <= width))
            {
                return (last, Balance(text, last, width, lines));
            }
        }

        return (last!, Cut(lines, most, last!, width));
    }

    /// <summary>A line that fits, cut off with an ellipsis if it must be.</summary>
    public static string Line(string text, Typesetting setting, float width) =>
        setting.Measure(text) <= width ? text : CutLine(text, setting, width);

    private static ImmutableArray<string> Break(string text, Typesetting setting, float width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && setting.Measure(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
        return lines.ToImmutable();
    }

    // The narrowest measure of as many lines: lines of about one length, and no single word on the last.
    private static ImmutableArray<string> Balance(string text, Typesetting setting, float width, ImmutableArray<string> lines)
    {
        for (var narrower = width - 20; narrower > width / 3; narrower -= 20)
        {
            var tried = Break(text, setting, narrower);
            if (tried.Length > lines.Length || tried.Any(l => setting.Measure(l) > narrower))
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private static ImmutableArray<string> Cut(ImmutableArray<string> lines, int most, Typesetting setting, float width)
    {
        var kept = lines.Length > most
            ? lines.RemoveRange(most, lines.Length - most).SetItem(most - 1, lines[most - 1] + Ellipsis)
            : lines;
        return [.. kept.Select(l => Line(l, setting, width))];
    }

    private static string CutLine(string line, Typesetting setting, float width)
    {
        line = line.TrimEnd('…');
        while (line.Length > 0 && setting.Measure(line + Ellipsis) > width)
        {
            line = line[..^(char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        }

        return line.TrimEnd(' ', ',', ';', ':', '-', '–') + Ellipsis;
    }
}
