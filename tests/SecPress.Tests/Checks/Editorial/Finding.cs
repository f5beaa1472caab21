using SecPress.Model.Diagnostics;
using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>What one rule finds in an issue, whatever the others say.</summary>
internal static class Finding
{
    /// <summary>The messages, each behind its line and column, in the order of their places.</summary>
    public static IReadOnlyList<string> Of(string code, string issue, string settings = "") =>
        [.. All(code, settings, issue).Select(d => $"{d.At!.Value.Position.Line},{d.At.Value.Position.Column} {d.Message}")];

    /// <summary>The words that are pointed at.</summary>
    public static IReadOnlyList<string> Words(string code, string issue, string settings = "") => [.. All(code, settings, issue).Select(Excerpt)];

    /// <summary>The body of an issue without front matter after every mechanical mend.</summary>
    public static string Mended(string code, string issue, string settings = "")
    {
        var text = issue.StartsWith("---\n", StringComparison.Ordinal) ? issue : Fixture.FrontMatter + issue;
        var plan = FixPlan.Of(All(code, settings, issue));
        Assert.Empty(plan.Refused);
        if (!plan.Files.IsEmpty)
        {
            text = Assert.Single(plan.Files).Text;
        }

        return issue.StartsWith("---\n", StringComparison.Ordinal) ? text : text[Fixture.FrontMatter.Length..];
    }

    public static IEnumerable<Diagnostic> All(string code, string settings, params ReadOnlySpan<string> issues) =>
        EditorialSite.Find(Fixture.Settings + settings, issues).ToSorted().Where(d => d.Rule.Code == code);

    private static string Excerpt(Diagnostic finding)
    {
        var (file, range) = (finding.At!.Value.File, finding.At.Value.Range);
        return file.Text[range.Start..range.End];
    }
}
