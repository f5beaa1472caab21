using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SecPress.Content.Importing.Html;

/// <summary>The looks of text that tell what it is, inherited from element to element. <c>Size</c> is in CSS pixels; 0 when not given.</summary>
internal readonly partial record struct HtmlStyle(bool Bold, bool Italic, double Size, string? Colour)
{
    private const double PixelsPerPoint = 4.0 / 3;
    private const double DefaultSize = 16;

    // HTML's <font size>, from 1 to 7, in pixels (HTML 15.3.4).
    private static readonly double[] FontSizes = [10, 13, 16, 18, 24, 32, 48];

    public HtmlStyle Of(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        var (bold, italic, size, colour) = (Bold, Italic, Size, Colour);
        bold = element.LocalName is "b" or "strong" or "th" || bold;
        italic = element.LocalName is "i" or "em" or "cite" || italic;
        if (Weight().Match(style) is { Success: true } weight)
        {
            bold = weight.Groups[1].Value is var value && (value.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || (value.Length == 3 && value[0] >= '6'));
        }

        if (FontSize().Match(style) is { Success: true } match && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            size = match.Groups[2].Value.ToLowerInvariant() switch
            {
                "pt" => number * PixelsPerPoint,
                "em" or "rem" => number * DefaultSize,
                "%" => number / 100 * DefaultSize,
                _ => number,
            };
        }
        else if (element.LocalName == "font" && int.TryParse(element.GetAttribute("size"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step))
        {
            var index = element.GetAttribute("size")![0] is '+' or '-' ? 3 + step : step;
            size = FontSizes[Math.Clamp(index, 1, 7) - 1];
        }

        colour = ColourIn().Match(style) is { Success: true } named ? named.Groups[1].Value : element.LocalName == "font" ? element.GetAttribute("color") ?? colour : colour;
        return new HtmlStyle(bold, italic, size, colour?.Trim().ToLowerInvariant());
    }

    /// <summary>Whether no reader ever saw it: such as the line that mail programs show behind the subject.</summary>
    public static bool Hides(IElement element) =>
        element.HasAttribute("hidden") || Hidden().IsMatch(element.GetAttribute("style") ?? "");

    [GeneratedRegex(@"font-weight\s*:\s*(\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Weight();

    [GeneratedRegex(@"font-size\s*:\s*([\d.]+)\s*(px|pt|em|rem|%)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"(?<![\w-])color\s*:\s*([#\w]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ColourIn();

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?<![\w-])(max-)?height\s*:\s*0(px)?\s*(;|!|$)|font-size\s*:\s*[01](px|pt)?\s*(;|!|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Hidden();
}
