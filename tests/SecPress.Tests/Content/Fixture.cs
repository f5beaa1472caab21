using System.Runtime.CompilerServices;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content;

/// <summary>Miniature sites, from <c>Fixtures/sites</c> or written for one test.</summary>
internal static class Fixture
{
    public const string Settings = """
        title: Standards Bulletin
        base-url: https://bulletin.example.org/
        theme: { colours: { blue: "#1d5fa8" } }
        committees:
          - { id: panel, name: Code Panel, short: Panel }
          - { id: ssc, name: Security Sub-Committee, short: SSC, meets: "FREQ=MONTHLY;BYDAY=2WE,4WE" }
        registers: [{ id: proposals, pattern: 'CP\d{3}', events: [raised, decided] }]
        acronyms: { SSC: Security Sub-Committee, DCC: Data Company, DCC User: a user of the Data Company }

        """;

    public const string FrontMatter = "---\ntitle: June\nsent: 2017-06-29\n---\n";

    public static string Folder(string name, [CallerFilePath] string testFile = "") =>
        Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Fixtures", "sites", name);

    public static Site? Parse(string name, DiagnosticBag bag, IReadOnlyCollection<Rule>? rules = null) =>
        ParseFolder(Folder(name), bag, rules);

    public static Site? ParseFolder(string folder, DiagnosticBag bag, IReadOnlyCollection<Rule>? rules = null) =>
        SiteParser.Parse(SourceTree.Read(folder, bag, CancellationToken.None), bag, rules: rules);

    /// <summary>A site of one issue.</summary>
    public static Issue? ParseIssue(string text, DiagnosticBag bag, string settings = Settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", settings);
        folder.Write("content/issues/2017-06.md", text);
        return ParseFolder(folder.Path, bag)?.Issues.FirstOrDefault();
    }

    /// <summary>A body that must be right.</summary>
    public static Document ParseBody(string markdown, string settings = Settings)
    {
        var bag = new DiagnosticBag();
        var issue = ParseIssue(FrontMatter + markdown, bag, settings);
        Assert.Equal("", DiagnosticText.Of(bag));
        return issue!.Body;
    }
}
