using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Checks.Editorial;

/// <summary>
/// An image has alternative text (SP129; WCAG 2.2, 1.1.1), and that is more than the name of its file. One that only decorates says so
/// with the class <c>decorative</c>.
/// </summary>
internal static class ImageTextCheck
{
    private const string Decorative = "decorative";

    public static void Run(PageText page, DiagnosticBag diagnostics)
    {
        foreach (var image in page.Images.Where(i => !i.Attributes.Classes.Contains(Decorative)))
        {
            if (string.IsNullOrWhiteSpace(image.Alt))
            {
                diagnostics.Add(
                    EditorialRules.NoAltText,
                    page.Source.At(image.Span),
                    "this image has no alternative text",
                    "Say in the square brackets what it shows, or mark it with {.decorative} when it tells nothing.");
            }
            else if (IsFileName(image))
            {
                diagnostics.Add(
                    EditorialRules.NoAltText,
                    page.Source.At(image.Span),
                    $"'{image.Alt}' is the name of the image's file, not what it shows",
                    "Say in the square brackets what it shows.");
            }
        }
    }

    private static bool IsFileName(Image image)
    {
        var path = image.Url.Split('?', '#')[0];
        return Path.HasExtension(path) && image.Alt.Trim().Equals(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase);
    }
}
