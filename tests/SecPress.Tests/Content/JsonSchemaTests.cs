using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Json.Schema;
using SecPress.Content;
using SecPress.Content.Schemas;
using SecPress.Model.Diagnostics;
using SecPress.Tests.Support;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Written = SecPress.Content.JsonSchema;

namespace SecPress.Tests.Content;

/// <summary>What editors' programs are told, and what the program itself takes, is the same.</summary>
public sealed class JsonSchemaTests
{
    // What a schema can say. That a text is no address, or that two ids are the same, only the program tells.
    private static readonly HashSet<Rule> Structural =
    [
        ContentRules.UnknownKey, ContentRules.MissingKey, ContentRules.WrongType, ContentRules.BadDate, ContentRules.DuplicateKey, ContentRules.SecretInSettings,
    ];

    // What two values say of each other is not for a schema either.
    private static readonly HashSet<string> BetweenValues =
        ["there is an end and no start", "it ends before it starts", "the consultation closes before it opens"];

    private static readonly HashSet<Rule> Shapely = [.. Structural, ContentRules.BadValue, ContentRules.UnknownName];

    private static readonly string?[] Values =
    [
        null, "\"\"", "\"  \"", "\"word\"", "\"Two words\"", "7", "-1", "2.5", "true", "false", "\"true\"", "[]", "{}", "[\"a\"]", "{\"a\": \"b\"}", "[null]",
        "\"2017-06-29\"", "\"2017-02-29\"", "\"2016-02-29\"", "\"0000-01-01\"", "\"9001-01-01\"", "\"2017-6-9\"", "\"2017-06-29T09:30\"", "\"2017-06-29T24:00\"",
        "\"09:30\"", "\"9:30\"", "\"#12ab3f\"", "\"panel\"", "\"blue\"", "\"newsletter\"", "\"raised\"", "\"open\"", "\"off\"", "\"two\\nlines\"", "\"https://example.org/\"",
        "\"javascript:alert(1)\"", "\"a@example.org\"", "\"env:NAME\"", "\"60/min\"",
    ];

    // Written once each: the names of a test's site are always the same.
    private static readonly ConcurrentDictionary<string, Json.Schema.JsonSchema> Schemas = new(StringComparer.Ordinal);

    private static readonly string[] Keys = ["title", "url", "color", "colour", "password", "secret", "nonsense", "SP131", "id", "date"];

    public static TheoryData<string, string> Documents => new()
    {
        { "settings", "site.yml" },
        { "whole", "site.yml" },
        { "hebdo", "site.yml" },
        { "front-matter", "content/issues/*.md" },
        { "whole", "content/issues/2017-06/*.md" },
        { "whole", "content/pages/*.md" },
        { "whole", "content/data/*.yml" },
        { "settings", "content/data/committees.yml" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Takes_and_refuses_what_the_program_does(string fixture, string pattern)
    {
        var paths = Files(Fixture.Folder(fixture), pattern).ToList();
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            AssertAgrees(path, Read(Path.Combine(Fixture.Folder(fixture), path)));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Agrees_with_the_program_on_documents_that_were_changed_at_random(string fixture, string pattern)
    {
        var originals = Files(Fixture.Folder(fixture), pattern).Select(p => (Path: p, Json: Read(Path.Combine(Fixture.Folder(fixture), p)).ToJsonString())).ToList();
        Gen.Select(Gen.Int[0, originals.Count - 1], Gen.Int[0, 10_000], Gen.Int[0, Values.Length - 1], Gen.Int[0, Keys.Length - 1], Gen.Int[0, 3])
            .Sample(
                (document, place, value, key, change) =>
                {
                    var root = JsonNode.Parse(originals[document].Json)!;
                    Change(root, place, change, Values[value], Keys[key]);
                    AssertAgrees(originals[document].Path, root);
                },
                iter: 150,
                threads: 1);
    }

    [Fact]
    public void A_pattern_matches_all_that_its_format_accepts()
    {
        var formats = Written.All.SelectMany(s => Formats(s.Name)).Distinct().ToList();
        Assert.True(formats.Count > 15);
        var characters = Gen.OneOf(Gen.Char["abcXYZ019"], Gen.Char[" /:.-_@#?%{}<>[]\"'\n\té·"]);
        Gen.Select(Gen.Int[0, formats.Count - 1].Select(i => formats[i]), Gen.Int[0, 60], characters, Gen.Bool).Sample((format, at, character, insert) =>
        {
            var place = Math.Min(at, format.Example.Length);
            var text = format.Example[..place] + character + format.Example[(insert ? place : Math.Min(place + 1, format.Example.Length))..];
            Assert.True(
                !format.Accepts(text) || Regex.IsMatch(text, format.Pattern!, RegexOptions.None, TimeSpan.FromSeconds(1)),
                $"{format.Kind}: '{text}' is accepted, and {format.Pattern} does not match");
        });
        Assert.All(formats.Where(f => f.Example.Length > 0 && f.Accepts(f.Example)), f => Assert.Matches(f.Pattern!, f.Example));
    }

    [Fact]
    public void Every_schema_is_one_that_others_read() =>
        Assert.All(Written.All, s => Assert.NotNull(Json.Schema.JsonSchema.FromText(Written.Write(s.Name, SiteNames.Common([]))!)));

    [Fact]
    public void Describes_a_page() => Golden.Verify(Written.Write("page", SiteNames.Common([]))!, "json");

    [Fact]
    public void Knows_the_names_of_the_site()
    {
        var bag = new DiagnosticBag();
        var names = SiteNames.Of(Fixture.Parse("whole", bag)!.Settings, [ContentRules.UnknownKey, new Rule("SP999", Severity.Warning, "A rule")]);
        Assert.Contains("panel", names.Of(NameKind.Committee));
        using var issue = JsonDocument.Parse(Written.Write("issue", names)!);
        Assert.Equal(
            names.Of(NameKind.Committee), issue.RootElement.GetProperty("definitions").GetProperty("committee").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        using var site = JsonDocument.Parse(Written.Write("site", names)!);
        Assert.Equal(["SP999"], site.RootElement.GetProperty("properties").GetProperty("checks").GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    private static void AssertAgrees(string path, JsonNode document)
    {
        using var folder = new TemporaryFolder();
        var bag = new DiagnosticBag();
        var json = document.ToJsonString();
        var isSettings = path == "site.yml" || path.StartsWith("content/data/", StringComparison.Ordinal);
        folder.Write("site.yml", path == "site.yml" ? json : isSettings ? "title: A\nbase-url: https://example.org/\n" : Names);
        if (path != "site.yml")
        {
            folder.Write(path, isSettings ? json : $"---\n{json}\n---\n\nText.\n");
        }

        SiteNames names;
        if (isSettings)
        {
            SiteParser.ParseSettings(SourceTree.ReadSettings(folder.Path, bag), bag);
            names = SiteNames.Common([]);
        }
        else
        {
            names = SiteNames.Of(Fixture.ParseFolder(folder.Path, bag)!.Settings, []);
        }

        var found = bag.ToSorted().Where(d => Shapely.Contains(d.Rule) || d.Rule == ContentRules.Duplicate).ToList();
        var schema = Schemas.GetOrAdd(NameOf(path), name => Json.Schema.JsonSchema.FromText(Written.Write(name, names)!));
        using var instance = JsonDocument.Parse(json);
        var isTaken = schema.Evaluate(instance.RootElement).IsValid;
        Assert.True(isTaken || found.Count > 0, $"The program takes what the schema refuses: {json}");
        var missed = found.Where(d => Structural.Contains(d.Rule) && !BetweenValues.Contains(d.Message)).Select(d => d.Message).ToList();
        Assert.True(!isTaken || missed.Count == 0, $"The schema takes what the program refuses ({string.Join("; ", missed)}): {json}");
    }

    // All the names that the fixtures' front matter uses.
    private static readonly string Names = File.ReadAllText(Path.Combine(Fixture.Folder("front-matter"), "site.yml"));

    private static string NameOf(string path) => path switch
    {
        "site.yml" => "site",
        _ when path.StartsWith("content/issues/", StringComparison.Ordinal) => "issue",
        _ when path.StartsWith("content/pages/", StringComparison.Ordinal) => "page",
        _ => path["content/".Length..^".yml".Length],
    };

    /// <summary>Replaces, removes, adds or renames at one of all places.</summary>
    private static void Change(JsonNode root, int place, int change, string? value, string key)
    {
        var nodes = Below(root).ToList();
        var node = nodes[place % nodes.Count];
        switch (node.Parent)
        {
            case JsonObject map when change == 0:
                map[node.GetPropertyName()] = value is null ? null : JsonNode.Parse(value);
                break;
            case JsonObject map when change == 1:
                map.Remove(node.GetPropertyName());
                break;
            case JsonObject map when change == 2:
                map[key] = value is null ? null : JsonNode.Parse(value);
                break;
            case JsonObject map:
                var name = node.GetPropertyName();
                map.Remove(name);
                map[key] = node;
                break;
            case JsonArray list:
                list[node.GetElementIndex()] = value is null ? null : JsonNode.Parse(value);
                break;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => (node switch
    {
        JsonObject map => map.Select(p => p.Value),
        JsonArray list => list,
        _ => [],
    }).OfType<JsonNode>().SelectMany(n => Below(n).Prepend(n));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(folder, Path.GetDirectoryName(pattern)!))
            ? Directory.GetFiles(Path.Combine(folder, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern))
                .Order(StringComparer.Ordinal)
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            : [];

    private static JsonNode Read(string file)
    {
        var text = File.ReadAllText(file);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(file.EndsWith(".md", StringComparison.Ordinal) ? text.Split("---\n")[1] : text));
        return Convert(yaml.Documents[0].RootNode)!;
    }

    /// <summary>As the core schema of YAML 1.2 has it, which editors' programs follow.</summary>
    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: not ScalarStyle.Plain, Value: var text } => JsonValue.Create(text),
        YamlScalarNode { Value: "" or "~" or "null" or null } => null,
        YamlScalarNode { Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalarNode { Value: { } text } => int.TryParse(text, out var number) ? JsonValue.Create(number) : JsonValue.Create(text),
        _ => throw new NotSupportedException(),
    };

    private static IEnumerable<TextFormat> Formats(string schema) => Texts(schema switch
    {
        "site" => ContentSchema.Site,
        "issue" => ContentSchema.Issue,
        "page" => ContentSchema.Page,
        _ => ContentSchema.Data[schema["data/".Length..] + ".yml"],
    }).Where(f => f.Pattern is not null);

    private static IEnumerable<TextFormat> Texts(Shape shape) => shape switch
    {
        TextShape text => [text.Format],
        MapShape map => map.Fields.SelectMany(f => Texts(f.Shape)),
        ListShape list => Texts(list.Item),
        TableShape table => Texts(table.Value),
        EitherShape either => [.. Texts(either.Short), .. Texts(either.Long)],
        _ => [],
    };
}
