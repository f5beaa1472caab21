using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SecPress.Tests.Support;

/// <summary>The pages of the manual, as files.</summary>
internal static partial class Manual
{
    /// <summary>The folder of the manual's site.</summary>
    public static string Site { get; } = Root();

    /// <summary>The names of the pages in a folder, without the page of the folder.</summary>
    public static IEnumerable<string> PagesIn(string folder) =>
        Directory.GetFiles(Path.Combine(Site, "content/pages", folder), "*.md")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n != "index")
            .Order(StringComparer.Ordinal);

    /// <param name="path">The page's file below <c>content/pages</c>, without its extension.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Site, "content/pages", path + ".md"));

    /// <summary>The blocks of code in a language, in order.</summary>
    public static List<string> Blocks(string text, string language) =>
        [.. Block().Matches(text).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    /// <summary>What stands below a heading of the second level; null when there is no such heading.</summary>
    public static string? Section(string page, string heading) =>
        HeadingLine().Split(page).FirstOrDefault(s => s.StartsWith(heading + "\n", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath("../../../docs/manual", Path.GetDirectoryName(thisFile)!);

    // Not the headings of an example, which stand between fences.
    [GeneratedRegex("^## (?=(?:Wrong|Right|What you see|How to mend it|How it is written|What the reader sees|Common mistakes|The usual slips)$)", RegexOptions.Multiline, 1000)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("^(?<fence>`{3,})(?<language>\\w+)\\n(?<text>.*?)^\\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
