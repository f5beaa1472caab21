using System.Runtime.CompilerServices;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using YamlDotNet.RepresentationModel;

namespace SecPress.Tests.Rendering.Support;

/// <summary>The repository's own templates and labels, as the program embeds them.</summary>
internal static class RepositoryTemplates
{
    private static readonly Lazy<Dictionary<string, SourceFile>> Files = new(Read);

    public static TemplateSet Set => With();

    public static Labels Labels { get; } = ReadLabels();

    /// <summary>With some templates replaced, as a site's own folder does.</summary>
    public static TemplateSet With(params (string Name, string Text)[] own)
    {
        var files = new Dictionary<string, SourceFile>(Files.Value, StringComparer.Ordinal);
        foreach (var (name, text) in own)
        {
            files[name] = new SourceFile("templates/" + name, text);
        }

        return new TemplateSet(files);
    }

    private static Dictionary<string, SourceFile> Read()
    {
        var folder = Folder();
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .ToDictionary(name => name, name => new SourceFile("templates/" + name, File.ReadAllText(Path.Combine(folder, name))), StringComparer.Ordinal);
    }

    /// <summary>With some words replaced.</summary>
    public static Labels LabelsWith(params (string Key, string Text)[] own) => ReadLabels(own);

    private static Labels ReadLabels(params (string Key, string Text)[] own)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Files.Value["i18n/en.yml"].Text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        List<string> ListOf(string key) => [.. ((YamlSequenceNode)root[key]).Select(n => ((YamlScalarNode)n).Value!)];
        var texts = root.Children
            .Where(c => c.Value is YamlScalarNode)
            .ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value!, StringComparer.Ordinal);
        foreach (var (key, text) in own)
        {
            texts[key] = text;
        }

        return new Labels("en-GB", texts, [.. ListOf("months")], [.. ListOf("months-short")], [.. ListOf("days")], [.. ListOf("days-short")]);
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../../templates"));
}
