using System.Collections.Immutable;
using System.Text;

namespace SecPress.Model.Diagnostics;

/// <summary>One file mended: the findings that this settles, and its text afterwards.</summary>
public sealed record FileFix(SourceFile File, ImmutableArray<Diagnostic> Mended, string Text);

/// <summary>The mechanical fixes of some findings, put together file by file.</summary>
/// <param name="Files">By path.</param>
/// <param name="Refused">Findings whose fix would change what another one changes too: they wait for the next time.</param>
public sealed record FixPlan(ImmutableArray<FileFix> Files, ImmutableArray<Diagnostic> Refused)
{
    /// <summary>Takes each fix whole or not at all, in the order of the findings.</summary>
    public static FixPlan Of(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var refused = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = diagnostics
            .Where(d => d is { Fix.IsEmpty: false, At: not null })
            .GroupBy(d => d.At!.Value.File)
            .OrderBy(g => g.Key.Path, StringComparer.Ordinal)
            .Select(g => FixOf(g.Key, g, refused))
            .ToImmutableArray();
        return new FixPlan(files, refused.ToImmutable());
    }

    private static FileFix FixOf(SourceFile file, IEnumerable<Diagnostic> diagnostics, ImmutableArray<Diagnostic>.Builder refused)
    {
        var taken = new List<TextEdit>();
        var mended = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Fix.Any(edit => taken.Any(t => AreInTheWay(t.Range, edit.Range))))
            {
                refused.Add(diagnostic);
            }
            else
            {
                taken.AddRange(diagnostic.Fix);
                mended.Add(diagnostic);
            }
        }

        return new FileFix(file, mended.ToImmutable(), Apply(file.Text, taken));
    }

    // An insertion at the edge of another change is in its way too: nobody knows which of the two comes first.
    private static bool AreInTheWay(TextSpan a, TextSpan b) => a.Length == 0 || b.Length == 0
        ? a.Start <= b.End && b.Start <= a.End
        : a.Start < b.End && b.Start < a.End;

    private static string Apply(string text, List<TextEdit> edits)
    {
        var lineBreak = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var mended = new StringBuilder();
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Range.Start))
        {
            mended.Append(text, at, edit.Range.Start - at).Append(edit.Replacement.ReplaceLineEndings(lineBreak));
            at = edit.Range.End;
        }

        return mended.Append(text, at, text.Length - at).ToString();
    }
}
