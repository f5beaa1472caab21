using System.Collections.Immutable;
using SecPress.Content.Schemas;

namespace SecPress.Content;

/// <summary>The schemas as files of a folder, and what editors' programs are told of them.</summary>
public static class SchemaFolder
{
    /// <summary>Every schema, by its path in the site's folder.</summary>
    /// <param name="folder">Where they are to be, from the site's folder, with forward slashes.</param>
    /// <param name="names">The names that content may use.</param>
    public static ImmutableArray<(string Path, string Text)> Files(string folder, SiteNames names) =>
        [.. JsonSchema.All.Select(s => (PathOf(folder, s.Name), JsonSchema.Write(s.Name, names)!))];

    /// <summary>
    /// The text of <c>.vscode/settings.json</c>. Front matter is not there: programs look for YAML in files of YAML alone.
    /// </summary>
    public static string VsCodeSettings(string folder) => Drafts.VsCodeSettings.Of(
        JsonSchema.All.Where(s => s.Name == "site" || s.Name.StartsWith("data/", StringComparison.Ordinal))
            .Select(s => ("./" + PathOf(folder, s.Name), s.Name == "site" ? "site.yml" : $"content/{s.Name}.yml")));

    private static string PathOf(string folder, string name) => $"{(folder.Length == 0 ? "" : folder + "/")}{name.Replace("data/", "", StringComparison.Ordinal)}.schema.json";
}
