using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SecPress.Content.Importing.Blocks;
using SecPress.Content.Importing.Parts;

namespace SecPress.Content.Importing.Texts;

/// <summary>
/// Tables as they come out of a page copied to text: cells parted by tabs, bars or wide gaps, or stuck to each other where a small
/// letter meets a capital ("Gas NetworksSara Neal").
/// </summary>
internal static partial class TextTables
{
    private const int LongestCell = 90;

    /// <summary>The table that some lines begin with, and how many lines it takes; null when they begin with none.</summary>
    public static (DraftTable Table, int Lines)? Read(IReadOnlyList<TextLine> lines, DateFinder dates) =>
        ReadCounts(lines) ?? ReadParted(lines) ?? ReadStuck(lines, dates);

    // Words with a number behind them, line for line.
    private static (DraftTable, int)? ReadCounts(IReadOnlyList<TextLine> lines)
    {
        var rows = lines.Select(l => Counted().Match(l.Trimmed)).TakeWhile(m => m.Success).ToList();
        return rows.Count < 3 || rows.Count < lines.Count || !lines.Any(l => Gap().IsMatch(l.Trimmed))
            ? null
            : (TableOf(lines[0].Number, rows.Select(m => ImmutableArray.Create(m.Groups[1].Value.Trim(), m.Groups[2].Value))), rows.Count);
    }

    private static (DraftTable, int)? ReadParted(IReadOnlyList<TextLine> lines)
    {
        var first = CellsOf(lines[0]);
        var rows = new List<ImmutableArray<string>>();
        foreach (var line in lines)
        {
            var cells = CellsOf(line);
            if (IsRuler(line) && rows.Count > 0)
            {
                rows.Add([]);
                continue;
            }

            if (cells.Length < 2 || cells.Length != first.Length || cells.Any(c => c.Length > LongestCell))
            {
                break;
            }

            rows.Add(cells);
        }

        return rows.Count(r => r.Length > 0) < 2 ? null : (TableOf(lines[0].Number, rows.Where(r => r.Length > 0)), rows.Count);
    }

    private static ImmutableArray<string> CellsOf(TextLine line)
    {
        var text = line.Trimmed;
        var parts = text.Contains('\t', StringComparison.Ordinal) ? Tabs().Split(text)
            : text.Contains('|', StringComparison.Ordinal) ? text.Trim('|').Split('|')
            : Gap().Split(text);
        return [.. parts.Select(p => p.Trim())];
    }

    private static bool IsRuler(TextLine line) => line.Trimmed.Length > 2 && line.Trimmed.All(c => c is '-' or '|' or '+' or '=' or ':' or ' ');

    // All lines of a paragraph, three at least, or it is a name such as "LinkedIn" in running text.
    private static (DraftTable, int)? ReadStuck(IReadOnlyList<TextLine> lines, DateFinder dates)
    {
        if (lines.Count < 3)
        {
            return null;
        }

        var rows = new List<ImmutableArray<string>>();
        foreach (var line in lines)
        {
            var text = line.Trimmed;
            var joint = dates.Leading(text) is { Behind.Length: > 0 } dated ? text.Length - dated.Behind.Length : JointOf(text);
            if (joint <= 0 || text.Length > LongestCell)
            {
                return null;
            }

            rows.Add([text[..joint].Trim(), text[joint..].Trim()]);
        }

        return (TableOf(lines[0].Number, rows), lines.Count);
    }

    private static int JointOf(string text) =>
        Joint().Matches(text).Select(m => m.Index).FirstOrDefault(at => !text[..at].EndsWith("Mc", StringComparison.Ordinal), -1);

    private static DraftTable TableOf(int line, IEnumerable<ImmutableArray<string>> rows) =>
        new(line, [.. rows.Select(r => r.Select(DraftText.Of).ToImmutableArray())]);

    [GeneratedRegex(@"^(\S.{0,89}?\S)\s+(\d[\d,]*)$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\t+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tabs();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<=[\p{Ll}\d)])(?=\p{Lu})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joint();
}
