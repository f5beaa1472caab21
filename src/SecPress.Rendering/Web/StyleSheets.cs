using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>
/// The style sheets and drawings of <c>templates/assets/</c>, which are templates themselves, each published under a name that
/// changes with its content, so that browsers may keep it for good.
/// </summary>
public sealed class StyleSheets
{
    private const string Folder = "assets/";
    private readonly FrozenDictionary<string, Asset> byName;

    private StyleSheets(FrozenDictionary<string, Asset> byName) => this.byName = byName;

    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<Asset> All => byName.Values.OrderBy(a => a.Path, StringComparer.Ordinal);

    /// <summary>Its path below the output folder; null when there is none of that name (<c>site.css</c>).</summary>
    public string? PathOf(string name) => byName.GetValueOrDefault(name)?.Path;

    public static StyleSheets Render(Publication publication, TemplateEngine engine, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(engine);
        var view = ThemeView(publication);
        var sheets = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var template in publication.Site.Templates.Names.Where(IsTemplate))
        {
            if (engine.Render(template, view, diagnostics) is { } text)
            {
                var name = template[Folder.Length..];
                sheets.Add(name, new Asset(Folder + WithFingerprint(name, text), "templates/" + template, [.. Encoding.UTF8.GetBytes(text)]));
            }
        }

        return new StyleSheets(sheets.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static bool IsTemplate(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal) && Path.GetExtension(name) is ".css" or ".js" or ".svg";

    private static Scriban.Runtime.ScriptObject ThemeView(Publication publication)
    {
        static Scriban.Runtime.ScriptObject ViewOf(ThemeColour c) => View.Of(
            ("name", c.Name), ("class", c.Class), ("light", c.Light), ("dark", c.Dark), ("shape", c.Shape));
        return View.Of(
            ("title", publication.Settings.Title),
            ("initial", publication.Settings.Title.EnumerateRunes().FirstOrDefault().ToString()),
            ("accent", ViewOf(ThemeColours.Accent(publication.Settings.Theme))),
            ("colours", View.List(ThemeColours.Of(publication.Settings.Theme).Select(ViewOf))),
            ("paper", View.Of(("light", ThemeColours.LightPaper), ("dark", ThemeColours.DarkPaper))),
            ("tint", View.Of(("light", ThemeColours.LightTint), ("dark", ThemeColours.DarkTint))));
    }

    private static string WithFingerprint(string name, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
        var extension = Path.GetExtension(name);
        return $"{name[..^extension.Length]}.{hash}{extension}";
    }
}
