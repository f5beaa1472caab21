using System.Text;
using System.Text.RegularExpressions;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Sites;

namespace SecPress.Checks.Editorial;

/// <summary>
/// The size of an image can be read from its file, so that the page keeps the place free and does not jump while it loads (SP130).
/// </summary>
internal static partial class ImageSizeCheck
{
    private const int BeginningOfDrawing = 4096;

    public static void Run(PageText page, DiagnosticBag diagnostics)
    {
        foreach (var image in page.Images)
        {
            if (page.Publication.Map.Resolve(page.Page, image.Url) is AssetTarget { Asset: var asset } && !HasSize(asset))
            {
                diagnostics.Add(
                    EditorialRules.NoImageSize,
                    page.Source.At(image.UrlSpan),
                    $"the size of '{asset.Path}' cannot be read from the file",
                    asset.Path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
                        ? "Give its svg element a viewBox, or a width and a height."
                        : "Save it as PNG, JPEG, WebP or GIF.");
            }
        }
    }

    private static bool HasSize(Asset asset) =>
        ImageHeader.Read(asset.Bytes.AsSpan()) is not null || SvgTag().Match(Beginning(asset)) is { Success: true, Value: var tag } && SvgSize().Count(tag) > 0;

    private static string Beginning(Asset asset) => Encoding.UTF8.GetString(asset.Bytes.AsSpan()[..Math.Min(asset.Bytes.Length, BeginningOfDrawing)]);

    [GeneratedRegex(@"<svg\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SvgTag();

    [GeneratedRegex(@"\sviewBox\s*=|\swidth\s*=[^>]*\sheight\s*=|\sheight\s*=[^>]*\swidth\s*=", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SvgSize();
}
