using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Sources;

/// <summary>The templates that come with the program, embedded in it.</summary>
internal static class BuiltInTemplates
{
    private const string Prefix = "templates/";

    private static readonly Lazy<(FrozenDictionary<string, SourceFile> Texts, FrozenDictionary<string, ImmutableArray<byte>> Files)> Loaded = new(Load);

    /// <summary>By name below <c>templates/</c>.</summary>
    public static FrozenDictionary<string, SourceFile> Texts => Loaded.Value.Texts;

    /// <summary>Fonts, pictures and the like, by name below <c>templates/</c>.</summary>
    public static FrozenDictionary<string, ImmutableArray<byte>> Files => Loaded.Value.Files;

    private static (FrozenDictionary<string, SourceFile>, FrozenDictionary<string, ImmutableArray<byte>>) Load()
    {
        var assembly = typeof(BuiltInTemplates).Assembly;
        var texts = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var files = new Dictionary<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            if (TemplateFiles.IsText(name))
            {
                texts.Add(name, new SourceFile("(built-in) " + resource, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')));
            }
            else
            {
                files.Add(name, [.. bytes]);
            }
        }

        return (texts.ToFrozenDictionary(StringComparer.Ordinal), files.ToFrozenDictionary(StringComparer.Ordinal));
    }
}

/// <summary>Which files below <c>templates/</c> are texts.</summary>
internal static class TemplateFiles
{
    private static readonly FrozenSet<string> TextExtensions = new[]
    {
        ".html", ".xml", ".txt", ".css", ".js", ".json", ".yml", ".svg", ".webmanifest",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsText(string name) => TextExtensions.Contains(Path.GetExtension(name));
}
