using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Editorial;

/// <summary>The edits of one finding.</summary>
internal static class Edits
{
    /// <summary>In the order of their places; those that cannot be made are left out.</summary>
    public static ImmutableArray<TextEdit> Of(IEnumerable<TextEdit?> edits) => [.. edits.OfType<TextEdit>().OrderBy(e => e.Range.Start)];
}
