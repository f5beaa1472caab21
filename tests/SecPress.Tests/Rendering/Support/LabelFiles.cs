using System.Runtime.CompilerServices;
using YamlDotNet.RepresentationModel;

namespace SecPress.Tests.Rendering.Support;

/// <summary>The files of words that come with the program, as they are written.</summary>
internal static class LabelFiles
{
    /// <summary>The languages, English among them.</summary>
    public static IEnumerable<string> Languages =>
        Directory.GetFiles(Folder(), "*.yml").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    /// <summary>Every label of a language by its key; a list's words are parted by bars.</summary>
    public static SortedDictionary<string, string> Read(string language)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(Folder(), language + ".yml"))));
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(labels, "", (YamlMappingNode)yaml.Documents[0].RootNode);
        return labels;
    }

    private static void Add(SortedDictionary<string, string> labels, string prefix, YamlMappingNode map)
    {
        foreach (var (key, value) in map.Children)
        {
            var name = prefix + ((YamlScalarNode)key).Value;
            switch (value)
            {
                case YamlMappingNode inner:
                    Add(labels, name + ".", inner);
                    break;
                case YamlSequenceNode list:
                    labels.Add(name, string.Join('|', list.Select(n => ((YamlScalarNode)n).Value)));
                    break;
                case YamlScalarNode scalar:
                    labels.Add(name, scalar.Value!);
                    break;
            }
        }
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../../templates/i18n"));
}
