using System.Collections.Immutable;
using SecPress.Content.Schemas;

namespace SecPress.Content;

/// <summary>Describes what editors write to their programs: JSON Schema, draft 7, which editors of YAML understand.</summary>
public static class JsonSchema
{
    /// <summary>
    /// The definitions by name, in the order of their use: <c>site</c>, <c>issue</c>, <c>page</c>, and <c>data/</c> with the name of each
    /// file that <c>content/data</c> may hold.
    /// </summary>
    public static ImmutableArray<(string Name, string Title)> All =>
    [
        ("site", "site.yml: the settings of a publication"),
        ("issue", "The front matter of an issue"),
        ("page", "The front matter of a page"),
        .. ContentSchema.Data.Keys.Select(f => ("data/" + NameOf(f), $"content/data/{f}: what is added to the key '{NameOf(f)}' of site.yml")),
    ];

    /// <summary>The schema of a name in <see cref="All"/>; null when there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="names">The names that content may use.</param>
    public static string? Write(string name, SiteNames names)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(names);
        Shape? shape = name switch
        {
            "site" => ContentSchema.Site,
            "issue" => ContentSchema.Issue,
            "page" => ContentSchema.Page,
            _ => ContentSchema.Data.FirstOrDefault(d => "data/" + NameOf(d.Key) == name).Value,
        };
        return shape is null ? null : new SchemaWriter(names).Write(shape, All.Single(a => a.Name == name).Title);
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}
