using System.Globalization;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editorial;

/// <summary>
/// A colour of the theme can be read on the page as it is written in <c>site.yml</c> (SP133; WCAG 2.2, 1.4.3). No colour can be read on
/// the white page and on the dark one, so only the white counts: for the dark one another is always made of it.
/// </summary>
internal static class ContrastCheck
{
    private const double LeastContrast = 4.5;

    public static void Run(SiteSettings settings, DiagnosticBag diagnostics)
    {
        foreach (var colour in ThemeColours.Of(settings.Theme))
        {
            var configured = settings.Theme.Colours[colour.Name];
            var contrast = ThemeColours.Contrast(configured, ThemeColours.LightPaper);
            if (contrast < LeastContrast)
            {
                diagnostics.Add(
                    EditorialRules.LowContrast,
                    settings.Source.At(settings.Theme.Places.GetValueOrDefault(colour.Name)),
                    string.Create(CultureInfo.InvariantCulture, $"{configured} is hard to read on white: {contrast:0.0} to 1, where 4.5 is the least"),
                    $"Pages use {colour.Light} in its place; write that, or another darker one.");
            }
        }
    }
}
