using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Cli.Pipeline;

/// <summary>The issue a person means, or why that cannot be told.</summary>
internal readonly record struct FoundIssue(Issue? Issue, string Message, string Mend);

/// <summary>Finds an issue by its slug, its file, or the beginning of a slug when only one begins so.</summary>
internal sealed class IssueFinder(Site site, string siteFolder, string currentFolder)
{
    private const int NamedIssues = 5;

    public FoundIssue Find(string given)
    {
        var file = Path.GetRelativePath(siteFolder, Path.GetFullPath(given, currentFolder)).Replace(Path.DirectorySeparatorChar, '/');
        var exact = site.Issues.FirstOrDefault(i => i.Slug == given)
            ?? site.Issues.FirstOrDefault(i => i.Source.Path == file || i.Source.Path == given || FolderOf(i) == file.TrimEnd('/'));
        if (exact is not null)
        {
            return new FoundIssue(exact, "", "");
        }

        ImmutableArray<Issue> begun = [.. site.Issues.Where(i => i.Slug.StartsWith(given, StringComparison.OrdinalIgnoreCase)).OrderBy(i => i.Slug, StringComparer.Ordinal)];
        return begun.Length switch
        {
            1 => new FoundIssue(begun[0], "", ""),
            0 => new FoundIssue(null, $"there is no issue '{given}'", Known(given)),
            _ => new FoundIssue(null, $"'{given}' fits {begun.Length} issues", $"Say which: {Names(begun)}."),
        };
    }

    private string Known(string given)
    {
        if (site.Issues.IsEmpty)
        {
            return "The site has no issue yet; 'secpress new issue' writes one.";
        }

        var meant = Suggestion.DidYouMean(given, site.Issues.Select(i => i.Slug)).TrimStart();
        return meant.Length > 0 ? meant : $"The newest are {Names([.. site.Issues.OrderByDescending(i => i.Sent)])}.";
    }

    private static string Names(ImmutableArray<Issue> issues) =>
        string.Join(", ", issues.Take(NamedIssues).Select(i => i.Slug)) + (issues.Length > NamedIssues ? ", …" : "");

    private static string FolderOf(Issue issue) =>
        issue.Source.Path.EndsWith("/index.md", StringComparison.Ordinal) ? issue.Source.Path[..^"/index.md".Length] : issue.Source.Path;
}
