using System.Collections.Immutable;
using SecPress.Cli.Printing;
using SecPress.Cli.Printing.Reports;
using SecPress.Model.Diagnostics;
using SecPress.Publishing;
using SecPress.Publishing.Mending;

namespace SecPress.Cli.Commands;

/// <summary>Mends what can be mended mechanically, and says what it changed.</summary>
internal sealed class Mending(Desk desk, ReportFormat format)
{
    /// <summary>Whether any file was changed, and whether that was in the way of more.</summary>
    public (bool HasMended, bool HasMore) Run(ImmutableArray<Diagnostic> findings, bool isRehearsal)
    {
        var plan = FixPlan.Of(findings);
        var mender = new SourceMender(desk.SiteFolder, LocalDisk.Instance);
        var (mended, files) = (0, 0);
        foreach (var fix in plan.Files)
        {
            if (!isRehearsal && !MayWrite(fix.File.Path))
            {
                desk.Complain($"{fix.File.Path} may not be written, and was left as it is", "Change the permissions of the file or of its folder, and run the command again.", ExitCode.Environment);
                continue;
            }

            if (!isRehearsal && mender.Write(fix) == MendOutcome.ChangedMeanwhile)
            {
                desk.Complain($"{fix.File.Path} changed while it was checked, and was left as it is", "Run the command again.", ExitCode.Fine);
                continue;
            }

            files++;
            mended += fix.Mended.Length;
            foreach (var diagnostic in fix.Mended)
            {
                Say($"  {diagnostic.At}: {diagnostic.Rule.Code}: {diagnostic.Message}");
            }
        }

        Say(mended == 0
            ? "nothing to mend mechanically"
            : $"{Plural.Of(mended, "finding")} {(isRehearsal ? "would be mended" : "mended")} in {Plural.Of(files, "file")}");
        if (!plan.Refused.IsEmpty)
        {
            Say($"{Plural.Of(plan.Refused.Length, "finding")} in the same place as those: {(isRehearsal ? "they would be" : "they are")} next");
        }

        return (mended > 0 && !isRehearsal, !plan.Refused.IsEmpty);
    }

    // A file set read-only is meant to stay as it is, though replacing it would ask its folder alone.
    private bool MayWrite(string file)
    {
        var path = Path.Combine(desk.SiteFolder, file);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return !File.Exists(path);
        }
    }

    // Standard output belongs to the report when a program reads it.
    private void Say(string line)
    {
        if (format == ReportFormat.Text)
        {
            desk.Say(line);
        }
        else if (!desk.IsQuiet)
        {
            desk.Terminal.Error.WriteLine(line);
        }
    }
}
