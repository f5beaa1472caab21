using SecPress.Model.Diagnostics;

namespace SecPress.Model.Issues;

/// <summary>Tells which findings are about an issue: about its text, a file beside it, or what was made of it.</summary>
public static class IssueFindings
{
    private const string Index = "/index.md";

    public static bool Concern(Diagnostic diagnostic, Issue issue)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(issue);
        return IsOf(diagnostic.At?.File.Path ?? diagnostic.Path, issue) || diagnostic.Chain.Any(c => IsOf(c.File.Path, issue));
    }

    private static bool IsOf(string? path, Issue issue)
    {
        var source = issue.Source.Path;
        return path == source
            || (source.EndsWith(Index, StringComparison.Ordinal) && path?.StartsWith(source[..^(Index.Length - 1)], StringComparison.Ordinal) == true);
    }
}
