using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SecPress.Checks.Editorial;
using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>
/// The manual's page of an editorial rule shows what is wrong and what is right, and both are tried: each block of Markdown below
/// <c>## Wrong</c> or <c>## Right</c> is an issue (the oldest first), a block of YAML before the first of these headings is added to <c>site.yml</c>.
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
        var examples = Blocks(sections.Single(s => s.StartsWith(section + "\n", StringComparison.Ordinal)), "markdown");
        Assert.NotEmpty(examples);
        var settings = string.Concat(Blocks(sections[0], "yaml"));
        return EditorialSite.Find(Fixture.Settings + settings, [.. examples]).ToSorted().Select(d => d.Rule.Code);
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
