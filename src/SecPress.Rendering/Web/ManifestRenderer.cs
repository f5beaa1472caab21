using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>Renders what a browser asks for when a reader puts the site on a home screen (W3C, Web Application Manifest).</summary>
public sealed class ManifestRenderer(Publication publication, TemplateEngine engine, TemplateAssets templateAssets, ImagePlan images)
{
    // What fits below an icon on a home screen, and some.
    private const int LongestShortName = 24;

    public string? Render(DiagnosticBag diagnostics)
    {
        var settings = publication.Settings;
        return engine.Render("feeds/manifest.webmanifest", View.Of(
            ("name", settings.Title),
            ("short_name", ShortName(settings.Title)),
            ("description", View.Text(settings.Description)),
            ("language", settings.Language),
            ("paper", ThemeColours.LightPaper),
            ("accent", ThemeColours.Accent(settings.Theme).Light),
            ("drawing", templateAssets.PathOf("icon.svg")),
            ("icons", View.List(Icons().Select(i => View.Of(("url", i.Path), ("size", i.Size)))))), diagnostics);
    }

    // Those that are drawn, and those of the content that have their names.
    private IEnumerable<(string Path, int Size)> Icons() => new[] { ("icon-192.png", 192), ("icon-512.png", 512) }
        .Where(icon => images.Icons.Any(i => i.Path == icon.Item1) || publication.Map.Assets.Any(a => a.Path == icon.Item1));

    private static string ShortName(string title)
    {
        if (title.Length <= LongestShortName)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', LongestShortName);
        return space > 0 ? title[..space] : title;
    }
}
