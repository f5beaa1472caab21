using System.Collections.Immutable;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Issues;

namespace SecPress.Content.Issues;

/// <summary>Links out of front matter: a URL by itself, or <c>{ text, link }</c>, which may also be written <c>{ title, url }</c>.</summary>
internal static class LinkReader
{
    public static TitledLink? Link(MapReader map, string key) => map.Node(key) is { } node ? Link(node) : null;

    public static ImmutableArray<TitledLink> Links(MapReader map, string key) =>
        map.Node(key) is YamlList list ? [.. list.Items.Select(Link).OfType<TitledLink>()] : [];

    private static TitledLink? Link(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } scalar when LinkSchemeAllows(scalar.Value):
                return new TitledLink("", new Reference(scalar.Value.Trim(), scalar.Span));
            case YamlMap map:
                var reader = new MapReader(map, Shapes.TitledLink.Long);
                return reader.Reference("link") is { } target ? new TitledLink(reader.Text("text") ?? "", target) : null;
            default:
                return null;
        }
    }

    private static bool LinkSchemeAllows(string url) => url.Trim().Length > 0 && Formats.Link.Accepts(url);
}
