using System.Collections.Immutable;
using SecPress.Content.Schemas;
using SecPress.Content.Yaml;
using SecPress.Model.Settings;

namespace SecPress.Content.Settings;

/// <summary>Reads what visitors see of a publication besides its issues: where its pages stand, who publishes it, how it looks.</summary>
internal static class AppearanceReader
{
    public static Addresses AddressesOf(MapReader map)
    {
        var built = new Addresses();
        string? PathOf(string key) => map.Text(key)?.TrimStart('/');
        return new Addresses
        {
            Archive = PathOf("archive") ?? built.Archive,
            Registers = PathOf("registers") ?? built.Registers,
            Committees = PathOf("committees") ?? built.Committees,
            Calendar = PathOf("calendar") ?? built.Calendar,
            Deadlines = PathOf("deadlines") ?? built.Deadlines,
            Statistics = PathOf("statistics") ?? built.Statistics,
            Glossary = PathOf("glossary") ?? built.Glossary,
            Tags = PathOf("tags") ?? built.Tags,
            Series = PathOf("series") ?? built.Series,
            Search = PathOf("search") ?? built.Search,
            Subscribe = PathOf("subscribe") ?? built.Subscribe,
        };
    }

    public static Publisher PublisherOf(MapReader map) => new(
        map.Text("name") ?? "",
        map.Text("address") ?? "",
        map.Text("email") ?? "",
        map.Text("phone") ?? "",
        [
            .. map.Maps("social")
                .Where(s => s.Text("name") is not null && s.Text("url") is not null)
                .Select(s => new NamedLink(s.Text("name")!, s.Text("url")!)),
        ]);

    public static Theme ThemeOf(MapReader map)
    {
        var colours = ((map.Node("colours") as YamlMap)?.Entries ?? [])
            .Where(e => e.Value is YamlScalar { Value: var colour } && Formats.Colour.Accepts(colour))
            .ToList();
        return new Theme
        {
            Colours = colours.ToImmutableSortedDictionary(e => e.Key.Value, e => ((YamlScalar)e.Value).Value, StringComparer.Ordinal),
            Places = colours.ToImmutableSortedDictionary(e => e.Key.Value, e => e.Value.Span, StringComparer.Ordinal),
            Logo = map.Text("logo"),
        };
    }
}
