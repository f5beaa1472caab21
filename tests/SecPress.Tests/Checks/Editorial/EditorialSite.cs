using NodaTime;
using SecPress.Checks.Editorial;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Tests.Content;
using SecPress.Tests.Support;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>A publication written for one test, and what its editorial rules find. What else is wrong with it fails the test.</summary>
internal static class EditorialSite
{
    private static readonly Instant Clock = Instant.FromUtc(2030, 1, 1, 0, 0);

    /// <summary>The codes that are found, in the order of their places.</summary>
    /// <param name="issues">Oldest first. One without front matter is the issue of 29 June 2017.</param>
    public static IReadOnlyList<string> Codes(params ReadOnlySpan<string> issues) => [.. Find(Fixture.Settings, issues).ToSorted().Select(d => d.Rule.Code)];

    /// <summary>The findings as an editor reads them.</summary>
    public static string Text(params ReadOnlySpan<string> issues) => DiagnosticText.Of(Find(Fixture.Settings, issues));

    /// <param name="settings">The whole of <c>site.yml</c>.</param>
    /// <param name="issues">Oldest first.</param>
    public static DiagnosticBag Find(string settings, params ReadOnlySpan<string> issues)
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.yml", settings);
        folder.Write("content/images/plan.bmp", "BM, a picture in a form that tells its size to nobody");
        folder.Write("content/images/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0h4v3z\"/></svg>");
        for (var i = 0; i < issues.Length; i++)
        {
            var text = issues[i].StartsWith("---\n", StringComparison.Ordinal) ? issues[i] : Fixture.FrontMatter + issues[i];
            folder.Write($"content/issues/issue-{i + 1}.md", text);
        }

        var bag = new DiagnosticBag();
        var site = Fixture.ParseFolder(folder.Path, bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        var publication = Publication.Assemble(site!, new PublicationOptions(Clock, Drafts: true, Future: true), bag);
        Assert.Equal("", DiagnosticText.Of(bag));
        EditorialChecks.RunOnSite(publication, bag);
        EditorialChecks.Run(publication, publication.Issues, bag);
        return bag;
    }
}
