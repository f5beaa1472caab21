using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Content.Importing;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress import</c>: an old newsletter into issues.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var source = new Argument<string>("SOURCE") { Description = "A file in HTML, plain text or Markdown, or a folder of them; a Jekyll, Hugo or Pelican folder too." };
        var date = new Option<LocalDate?>("--date")
        {
            Description = "When the issue went out, for a text that does not say so, such as 2017-06-29.",
            HelpName = "DATE",
            CustomParser = OptionParser.Of<LocalDate?>(
                text => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null, "a date such as 2017-06-29"),
        };
        var slug = new Option<string?>("--slug")
        {
            Description = "The name of the issue's file and address, when SOURCE is one file; from the file's name unless given.",
            HelpName = "SLUG",
            CustomParser = OptionParser.Of<string>(text => text.Length > 0 && Slug.FileName(text) == text ? text : null, "a slug such as 2017-06"),
        };
        var oldSite = new Option<Uri?>("--old-site")
        {
            Description = "Where the old site is: links that would lead nowhere lead there.",
            HelpName = "URL",
            CustomParser = OptionParser.Of<Uri>(
                text => Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null, "a web address such as https://example.org/"),
        };
        var oldAddresses = new Option<string?>("--old-addresses")
        {
            Description = "The addresses posts had, such as /{year}/{month}/{day}/{slug}/: links follow, and they become aliases.",
            HelpName = "PATTERN",
            CustomParser = OptionParser.Of<string>(text => text.Contains('{', StringComparison.Ordinal) ? text : null, "a pattern such as /{year}/{month}/{day}/{slug}/"),
        };
        var report = new Option<string?>("--report") { Description = "Write the whole list of what to look at into a file.", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read everything and print the list, and write nothing." };
        var command = new DeskCommand(
            "import",
            "Turns an old newsletter into issues, and lists what it could not place. Nothing is dropped, and no file overwritten. Exits 1 when something was left out.",
            "secpress import june.html --date 2017-06-29",
            "secpress import old-site/_posts --dry-run",
            "secpress import blog/content --old-site https://blog.example.org --report import.txt")
        { source, date, slug, oldSite, oldAddresses, report, dryRun };
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk,
            desk.FullPath(arguments.GetRequiredValue(source)),
            new ImportOptions
            {
                Date = arguments.GetValue(date),
                Slug = arguments.GetValue(slug),
                OldSite = arguments.GetValue(oldSite),
                OldAddresses = arguments.GetValue(oldAddresses),
                Today = LocalDate.MinIsoValue,
            },
            arguments.GetValue(report) is { } file ? desk.FullPath(file) : null,
            arguments.GetValue(dryRun),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Desk desk, string path, ImportOptions options, string? report, bool dryRun, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return desk.Complain($"there is no file or folder '{desk.ShortPath(path)}'", "Name what to import.", ExitCode.Usage);
        }

        if (options.Slug is not null && Directory.Exists(path))
        {
            return desk.Complain("--slug names one issue, and this is a folder", "Leave it out: each file gives its own.", ExitCode.Usage);
        }

        var diagnostics = new DiagnosticBag();
        var request = PipelineRequest.Now(desk);
        if (new BuildPipeline(request, diagnostics).Read(cancellationToken) is not { } site || diagnostics.HasErrors)
        {
            return desk.Report(diagnostics);
        }

        options = options with { Today = request.Clock.In(site.Settings.TimeZone).InZone(site.Settings.TimeZone).Date };
        var meter = new Meter();
        var outcome = await ProgressBar.WatchAsync(desk, "Importing", meter, () => Task.Run(
            () => Import(desk, site, ImportSource.Open(path, diagnostics), options, dryRun, meter, cancellationToken), cancellationToken));
        return ImportSummary.Print(desk, outcome, diagnostics, report, dryRun);
    }

    private static ImportOutcome Import(
        Desk desk, Site site, ImportSource source, ImportOptions options, bool dryRun, Meter meter, CancellationToken cancellationToken)
    {
        meter.Expect(source.Count);
        var writer = new ImportWriter(desk.SiteFolder, site, dryRun);
        foreach (var step in new Importer(site.Settings, site.Labels, source, options).Run(cancellationToken))
        {
            writer.Take(step);
            meter.Report();
        }

        return writer.Outcome;
    }
}
