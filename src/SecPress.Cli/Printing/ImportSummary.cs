using NodaTime.Text;
using SecPress.Cli.Pipeline;
using SecPress.Content.Importing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing;

/// <summary>Tells what an import made, and what somebody should look at.</summary>
internal static class ImportSummary
{
    private const int MostLines = 40;
    private const int MostFiles = 10;
    private const int LongestLine = 200;

    public static int Print(Desk desk, ImportOutcome outcome, DiagnosticBag diagnostics, string? report, bool dryRun)
    {
        var exitCode = desk.Report(diagnostics);
        if (report is not null)
        {
            File.WriteAllText(report, Whole(outcome.Notes));
        }

        PrintFiles(desk, outcome, dryRun);
        var shown = desk.IsVerbose ? outcome.Notes : [.. outcome.Notes.Where(n => n.Kind != ImportNoteKind.Taken)];
        PrintNotes(desk, "left out:", shown.Where(n => n.Kind == ImportNoteKind.Left));
        PrintNotes(desk, "to look at:", shown.Where(n => n.Kind == ImportNoteKind.Look));
        PrintNotes(desk, "taken into front matter:", shown.Where(n => n.Kind == ImportNoteKind.Taken));
        if (report is not null)
        {
            desk.Say($"{desk.ShortPath(report)}: the whole list");
        }

        return exitCode != ExitCode.Fine || outcome.Notes.Any(n => n.Kind == ImportNoteKind.Left) ? ExitCode.Content : ExitCode.Fine;
    }

    private static void PrintFiles(Desk desk, ImportOutcome outcome, bool dryRun)
    {
        var files = outcome.Issues.Concat(outcome.Pages).ToList();
        if (files.Count <= MostFiles || desk.IsVerbose)
        {
            files.ForEach(f => desk.Say($"content/{f.Path}{(f.Sent is { } sent ? ", sent on " + LocalDatePattern.Iso.Format(sent) : "")}"));
        }

        var counts = new[] { (outcome.Issues.Count, "issue"), (outcome.Pages.Count, "page"), (outcome.Copied, "other file") }
            .Where(c => c.Item1 > 0)
            .Select(c => Plural.Of(c.Item1, c.Item2))
            .DefaultIfEmpty("nothing");
        desk.Say($"{string.Join(", ", counts)} imported{(dryRun ? " (nothing was written)" : "")}");
    }

    // What is said of many files alike is said once.
    private static void PrintNotes(Desk desk, string title, IEnumerable<ImportNote> notes)
    {
        var groups = notes.GroupBy(n => n.Line > 1 ? n.ToString() : n.Message).ToList();
        if (groups.Count == 0 || desk.IsQuiet)
        {
            return;
        }

        desk.Terminal.Error.WriteLine(title);
        foreach (var group in desk.IsVerbose ? groups : groups.Take(MostLines))
        {
            var more = group.Count() > 1 ? $" (and {Plural.Of(group.Count() - 1, "file")} more)" : "";
            var line = group.First().ToString();
            desk.Terminal.Error.WriteLine($"  {(line.Length > LongestLine && !desk.IsVerbose ? line[..LongestLine] + "…" : line)}{more}");
        }

        if (groups.Count > MostLines && !desk.IsVerbose)
        {
            desk.Terminal.Error.WriteLine($"  and {groups.Count - MostLines:0} more; --verbose or --report FILE has them all");
        }
    }

    private static string Whole(List<ImportNote> notes) => string.Concat(
        new[] { (ImportNoteKind.Left, "left out"), (ImportNoteKind.Look, "to look at"), (ImportNoteKind.Taken, "taken into front matter") }
            .SelectMany(kind => notes.Where(n => n.Kind == kind.Item1).Select(n => n + "\n").Prepend(kind.Item2 + ":\n")));
}
