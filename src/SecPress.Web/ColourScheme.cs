using System.Text.RegularExpressions;

namespace SecPress.Web;

/// <summary>Shows an email in one colour scheme whatever the browser prefers, by what its media queries ask.</summary>
public static partial class ColourScheme
{
    public static string Show(string html, bool dark)
    {
        ArgumentNullException.ThrowIfNull(html);
        // A query that the scheme answers becomes one that is always, or never, true; what else it asks stays.
        html = SchemeQuery().Replace(html, query => (query.Groups[1].Value == "dark") == dark ? "(min-width: 0)" : "(max-width: 0)");
        html = SchemeMeta().Replace(html, $"$1{(dark ? "dark" : "light")}$2");
        return SchemeProperty().Replace(html, $"$1{(dark ? "dark" : "light")}");
    }

    [GeneratedRegex(@"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeQuery();

    [GeneratedRegex("""(<meta\s+name="color-scheme"\s+content=")[^"]*(")""", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeMeta();

    [GeneratedRegex("""(?<=[{;\s"])(color-scheme\s*:\s*)(?:light|dark|only|\s)+""", RegexOptions.IgnoreCase)]
    private static partial Regex SchemeProperty();
}
