using System.Collections.Immutable;

namespace SecPress.Content;

/// <summary>What may differ from what was read before.</summary>
/// <param name="Everything">Nobody can tell which: every file is to be looked at.</param>
/// <param name="Paths">Files and folders that were written, made, moved or deleted, below the site's folder, with forward slashes.</param>
public sealed record SourceChanges(bool Everything, ImmutableSortedSet<string> Paths)
{
    public static readonly SourceChanges None = new(false, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public static readonly SourceChanges All = None with { Everything = true };

    public bool IsEmpty => !Everything && Paths.IsEmpty;

    public SourceChanges And(SourceChanges more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new SourceChanges(Everything || more.Everything, Paths.Union(more.Paths));
    }
}
