using System.Collections.Immutable;
using System.Globalization;
using SecPress.Model.Documents;

namespace SecPress.Model.Settings;

/// <summary>A colour of the theme in its two forms, each legible on its background. <c>Shape</c> counts from 1 to 4.</summary>
public sealed record ThemeColour(string Name, string Class, string Light, string Dark, int Shape);

/// <summary>
/// The theme's colours, made dark or light enough to be read: at least 5 to 1 against the page and against a tinted box on it,
/// which leaves room above the 4.5 of WCAG 2.2, 1.4.3.
/// </summary>
public static class ThemeColours
{
    public const string LightPaper = "#ffffff";
    public const string LightTint = "#f3f2ee";
    public const string DarkPaper = "#15181c";
    public const string DarkTint = "#20252b";

    private const double LeastContrast = 5;
    private const int Shapes = 4;
    private const string DefaultAccent = "#1d4f91";

    public static ImmutableArray<ThemeColour> Of(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return [.. theme.Colours.Select((c, i) =>
            new ThemeColour(c.Key, Slug.From(c.Key), Legible(c.Value, LightTint, 0), Legible(c.Value, DarkTint, 255), i % Shapes + 1))];
    }

    /// <summary>The colour of links and marks: the theme's <c>accent</c>, or else its <c>blue</c>, or else a blue of our own.</summary>
    public static ThemeColour Accent(Theme theme)
    {
        ArgumentNullException.ThrowIfNull(theme);
        var colour = theme.Colours.GetValueOrDefault("accent") ?? theme.Colours.GetValueOrDefault("blue") ?? DefaultAccent;
        return new ThemeColour("accent", "accent", Legible(colour, LightTint, 0), Legible(colour, DarkTint, 255), 1);
    }

    /// <summary>The ratio of WCAG 2.2 between two colours as <c>#rrggbb</c>, 1 to 21.</summary>
    public static double Contrast(string a, string b)
    {
        var (first, second) = (Luminance(Parse(a)), Luminance(Parse(b)));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    // Mixed with black or white in steps of 4 %, until it can be read: its hue stays.
    private static string Legible(string colour, string background, int towards)
    {
        var (r, g, b) = Parse(colour);
        for (var step = 0; step <= 25; step++)
        {
            var mixed = Format(Mix(r, towards, step), Mix(g, towards, step), Mix(b, towards, step));
            if (Contrast(mixed, background) >= LeastContrast)
            {
                return mixed;
            }
        }

        return Format(towards, towards, towards);
    }

    private static int Mix(int channel, int towards, int step) => channel + (towards - channel) * step / 25;

    private static (int R, int G, int B) Parse(string colour) =>
        (Channel(colour, 1), Channel(colour, 3), Channel(colour, 5));

    private static int Channel(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Format(int r, int g, int b) => $"#{r:x2}{g:x2}{b:x2}";

    private static double Luminance((int R, int G, int B) c) => 0.2126 * Linear(c.R) + 0.7152 * Linear(c.G) + 0.0722 * Linear(c.B);

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
