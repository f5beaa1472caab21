using System.CommandLine;
using System.Globalization;
using System.Text;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Mailing;
using SecPress.Mailing.Subscribers;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress subscribers import</c>: a list into the store.</summary>
internal static class SubscribersImportCommand
{
    private const int NamedRows = 20;

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "CSV in UTF-8 with a header that names 'email', or one address a line." };
        var stream = new Option<string[]>("--stream")
        {
            Description = "The stream of rows that name none; 'newsletter' unless given.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var consent = new Option<string>("--consent")
        {
            Description = "The words the people agreed to, kept with each.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and judge every row, and keep nothing." };
        var rejects = new Option<string?>("--rejects") { Description = "Write the refused rows into this file, each with its line and what is wrong.", HelpName = "FILE" };
        var command = new DeskCommand(
            "import",
            "Takes a list of subscribers. Whoever opted out stays out, and taking the same list twice changes nothing. Exits 1 when a row was refused.",
            "secpress subscribers import list.csv --dry-run",
            "secpress subscribers import list.csv --consent \"Yes, send me the newsletter\"") { file, stream, consent, dryRun, rejects };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk,
            desk.FullPath(arguments.GetRequiredValue(file)),
            arguments.GetValue(stream) ?? [],
            arguments.GetValue(consent)!,
            arguments.GetValue(dryRun),
            arguments.GetValue(rejects) is { } path ? desk.FullPath(path) : null,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Desk desk, string file, string[] streams, string consent, bool dryRun, string? rejects, CancellationToken cancellationToken)
    {
        if (SettingsReader.ReadOrReport(desk) is not { } settings)
        {
            return ExitCode.Content;
        }

        var known = settings.Streams.Select(s => s.Id).ToList();
        if (streams.FirstOrDefault(s => !known.Contains(s)) is { } unknown)
        {
            return desk.Complain($"there is no stream '{unknown}' in site.yml", $"It has {string.Join(", ", known)}.", ExitCode.Usage);
        }

        if (!File.Exists(file))
        {
            return desk.Complain($"there is no file '{desk.ShortPath(file)}'", "Name the list to import.", ExitCode.Usage);
        }

        var options = new ImportOptions { Source = Path.GetFileName(file), KnownStreams = [.. known], ConsentText = consent, DryRun = dryRun };
        await using var store = StoreOpener.Open(desk, settings);
        await using var list = File.OpenRead(file);
        var meter = new Meter();
        var report = await ProgressBar.WatchAsync(desk, "Importing", meter, () => new SubscriberImporter(store.Subscribers)
            .ImportAsync(list, streams.Length > 0 ? options with { Streams = [.. streams] } : options, meter, cancellationToken));
        if (rejects is not null && report.Refused > 0)
        {
            await WriteRejectsAsync(rejects, report, cancellationToken);
        }

        return Print(desk, desk.ShortPath(file), report, dryRun);
    }

    /// <summary>As CSV, for the program the list came from: the line in the list, the address as it stands there, what is wrong with it.</summary>
    private static async Task WriteRejectsAsync(string path, ImportReport report, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("line,email,reason\n");
        foreach (var error in report.Errors)
        {
            text.Append(error.Line.ToString(CultureInfo.InvariantCulture)).Append(',').Append(Quoted(error.Value)).Append(',').Append(Quoted(error.Reason)).Append('\n');
        }

        await File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int Print(Desk desk, string file, ImportReport report, bool dryRun)
    {
        if (report.Refusal is { } refusal)
        {
            return desk.Report(
            [
                new Diagnostic(DeliveryRules.UnreadableList, null, $"nothing was imported: {refusal}", "Save it as CSV in UTF-8 with a header that names 'email'.")
                {
                    Path = file,
                },
            ]);
        }

        foreach (var error in desk.IsVerbose ? report.Errors : [.. report.Errors.Take(NamedRows)])
        {
            desk.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}({error.Line}): error: {error.Reason}"));
        }

        if (report.Refused > NamedRows && !desk.IsVerbose)
        {
            desk.Terminal.Error.WriteLine($"{Plural.Of(report.Refused - NamedRows, "more refused row")}; --verbose shows them");
        }

        var counts = new[]
        {
            (report.Added, "added"), (report.Updated, "updated"), (report.Unchanged, "unchanged"),
            (report.KeptOut, "kept out because they left, bounced or complained"), (report.Repeated, "repeated"), (report.Refused, "refused"),
        }.Where(c => c.Item1 > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1:N0} {c.Item2}"));
        desk.Say($"{file}: {Plural.Of(report.Rows, "row")}: {string.Join(", ", counts)}{(dryRun ? " (nothing was kept)" : "")}");
        return report.Refused > 0 ? ExitCode.Content : ExitCode.Fine;
    }
}
