using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SecPress.Content;
using SecPress.Content.Schemas;

namespace SecPress.Tests.Content;

/// <summary>The manual lists the keys that the program takes: all of them, and no others.</summary>
public partial class ManualTests
{
    [Fact]
    public void Describes_every_key_of_front_matter_and_no_other() =>
        AssertSame([.. KeysOf(ContentSchema.Issue), .. KeysOf(ContentSchema.Page)], "front-matter.md");

    [Fact]
    public void Describes_every_setting_and_no_other() => AssertSame(KeysOf(ContentSchema.Site), "site-yml.md");

    private static void AssertSame(IReadOnlyCollection<string> keys, string page)
    {
        var text = File.ReadAllText(Path.Combine(ManualFolder(), page));
        var described = Quoted().Matches(Prose(text)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var listed = text.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line[..line.IndexOf('|', 1)]).Select(m => m.Groups[1].Value));

        Assert.Empty(keys.Except(described));
        Assert.Empty(listed.Except(keys));
    }

    private static string Prose(string page) => Example().Replace(page, "");

    private static List<string> KeysOf(Shape shape) => shape switch
    {
        MapShape map => [.. map.Fields.Where(f => f.SecretMend is null).SelectMany(f => KeysOf(f.Shape).Prepend(f.Key)).Distinct(StringComparer.Ordinal)],
        ListShape list => KeysOf(list.Item),
        EitherShape either => KeysOf(either.Long),
        TableShape table => KeysOf(table.Value),
        _ => [],
    };

    private static string ManualFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../docs/manual/content/pages"));

    [GeneratedRegex("`([a-z-]+)`", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Example();
}
