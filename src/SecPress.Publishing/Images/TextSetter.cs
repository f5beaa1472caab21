using System.Collections.Immutable;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>Breaks a text into lines, as large as they fit.</summary>
internal static class TextSetter
{
    private const string Ellipsis = "…";

    /// <summary>Lines at the first of the sizes that they fit at; at the last one what does not fit is cut off with an ellipsis.</summary>
    /// <param name="text">Words with single spaces between them.</param>
    /// <param name="font">Makes the font of a size.</param>
    /// <param name="sizes">Large to small, each with the most lines there is room for.</param>
    /// <param name="width">The measure in pixels.</param>
    public static (SKFont Font, ImmutableArray<string> Lines) Fit(
        string text, Func<float, SKFont> font, IEnumerable<(float Size, int Lines)> sizes, float width)
    {
        SKFont? last = null;
        ImmutableArray<string> lines = [];
        var most = 0;
        foreach (var (size, count) in sizes)
        {
            last?.Dispose();
            last = font(size);
            most = count;
            lines = Break(text, last, width);
            if (lines.Length <= count && lines.All(l => last.MeasureText(l) <= width))
            {
                return (last, Balance(text, last, width, lines));
            }
        }

        return (last!, Cut(lines, most, last!, width));
    }

    /// <summary>A line that fits, cut off with an ellipsis if it must be.</summary>
    public static string Line(string text, SKFont font, float width) =>
        font.MeasureText(text) <= width ? text : CutLine(text, font, width);

    private static ImmutableArray<string> Break(string text, SKFont font, float width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && font.MeasureText(longer) > width)
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
    private static ImmutableArray<string> Balance(string text, SKFont font, float width, ImmutableArray<string> lines)
    {
        for (var narrower = width - 20; narrower > width / 3; narrower -= 20)
        {
            var tried = Break(text, font, narrower);
            if (tried.Length > lines.Length || tried.Any(l => font.MeasureText(l) > narrower))
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private static ImmutableArray<string> Cut(ImmutableArray<string> lines, int most, SKFont font, float width)
    {
        var kept = lines.Length > most
            ? lines.RemoveRange(most, lines.Length - most).SetItem(most - 1, lines[most - 1] + Ellipsis)
            : lines;
        return [.. kept.Select(l => font.MeasureText(l) <= width ? l : CutLine(l, font, width))];
    }

    private static string CutLine(string line, SKFont font, float width)
    {
        line = line.TrimEnd('…');
        while (line.Length > 0 && font.MeasureText(line + Ellipsis) > width)
        {
            line = line[..^(char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        }

        return line.TrimEnd(' ', ',', ';', ':', '-', '–') + Ellipsis;
    }
}
