using System.Diagnostics.CodeAnalysis;

namespace SecPress.Model.Issues;

/// <summary>Takes two texts of one file for the same issue, and never looks at what they say.</summary>
internal sealed class SameFile : IEqualityComparer<Issue>
{
    public static readonly SameFile Instance = new();

    private SameFile()
    {
    }

    public bool Equals(Issue? x, Issue? y) => string.Equals(x?.Source.Path, y?.Source.Path, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] Issue obj) => StringComparer.Ordinal.GetHashCode(obj.Source.Path);
}
