using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SecPress.Checks.Editorial;
using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>
/// The manual's page of an editorial rule shows what is wrong and what is right, and both are tried: each block of Markdown below
/// <c>## Wrong</c> or <c>## Right</c> is an issue (the oldest first), a block of YAML before the first of these headings is added to <c>site.yml</c>,
/// as is one below them, in the place of the keys that it gives anew.
/// </summary>
public sealed partial class ManualExampleTests
{
    public static TheoryData<string> Codes => [.. EditorialRules.All.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_is_found(string code) => Assert.Contains(code, CodesIn(code, "Wrong"));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_is_not(string code) => Assert.DoesNotContain(code, CodesIn(code, "Right"));

    private static IEnumerable<string> CodesIn(string code, string section)
    {
        var page = File.ReadAllText(Path.Combine(Folder(), code.ToLowerInvariant() + ".md"));
        var sections = HeadingLine().Split(page);
        var shown = sections.Single(s => s.StartsWith(section + "\n", StringComparison.Ordinal));
        var (examples, own) = (Blocks(shown, "markdown"), string.Concat(Blocks(shown, "yaml")));
        Assert.True(examples.Count > 0 || own.Length > 0, "there is no example");
        var settings = Without(KeysOf(own), Fixture.Settings + string.Concat(Blocks(sections[0], "yaml"))) + own;
        return EditorialSite.Find(settings, examples.Count > 0 ? [.. examples] : ["A line of text.\n"]).ToSorted().Select(d => d.Rule.Code);
    }

    private static HashSet<string> KeysOf(string yaml) =>
        [.. yaml.Split('\n').Where(line => line.Length > 0 && char.IsLetter(line[0])).Select(line => line.Split(':')[0])];

    private static string Without(HashSet<string> keys, string yaml)
    {
        var kept = true;
        return string.Join('\n', yaml.Split('\n').Where(line =>
        {
            kept = line.Length > 0 && char.IsLetter(line[0]) ? !keys.Contains(line.Split(':')[0]) : kept;
            return kept;
        }));
    }

    private static List<string> Blocks(string text, string language) =>
        [.. Block().Matches(text).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath("../../../../docs/manual/content/pages/checks", Path.GetDirectoryName(thisFile)!);

    // An example may have headings of its own.
    [GeneratedRegex("^## (?=(?:Wrong|Right|What it leaves alone)$)", RegexOptions.Multiline, 1000)]
    private static partial Regex HeadingLine();

    // Four backticks or more, so that an example may hold code.
    [GeneratedRegex("^(?<fence>`{3,})(?<language>\\w+)\\n(?<text>.*?)^\\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
