using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SecPress.Model;
using SecPress.Tests.Rendering.Support;

namespace SecPress.Tests.Rendering;

/// <summary>A word that nothing shows would be translated for nobody.</summary>
public sealed partial class LabelUseTests
{
    [Fact]
    public void Every_label_is_used_by_a_template_or_by_the_program()
    {
        var texts = new[] { "templates", "src" }
            .SelectMany(folder => Directory.GetFiles(Root(folder), "*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".html" or ".txt" or ".xml" or ".json" or ".webmanifest" or ".js")
            .Where(path => !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => Literal().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        var families = texts.Where(t => t.EndsWith('.')).ToList();
        Assert.All(LabelFiles.Read("en").Keys, key => Assert.True(
            texts.Contains(key) || texts.Contains(WithoutForm(key)) || families.Any(f => key.StartsWith(f, StringComparison.Ordinal)),
            $"nothing uses {key}"));
    }

    private static string WithoutForm(string key) =>
        key.LastIndexOf('.') is var at and > 0 && PluralForms.IsForm(key[(at + 1)..]) ? key[..at] : key;

    private static string Root(string folder, [CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../..", folder));

    /// <summary>A key, or the start of a family of keys that a name is put behind.</summary>
    [GeneratedRegex("\"([a-z][a-z0-9.-]*)\"")]
    private static partial Regex Literal();
}
