using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress build</c>: content to output.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var publication = new PublicationOptionSet();
        var output = new Option<string?>("--output")
        {
            Description = "The folder to publish into; 'output' in the site's folder unless given.",
            HelpName = "DIR",
        };
        var command = new DeskCommand(
            "build",
            "Makes the archive site. Files that do not change are not touched, and with an error nothing is.",
            "secpress build",
            "secpress build --drafts --future --output preview",
            "secpress build --clock 2017-06-29T09:00 --base-url https://staging.example.org/");
        publication.AddTo(command);
        command.Add(output);
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk,
            publication.RequestFor(desk, arguments),
            arguments.GetValue(output) is { } given ? desk.FullPath(given) : Path.Combine(desk.SiteFolder, "output"),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, PipelineRequest request, string output, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var pipeline = new BuildPipeline(request, diagnostics);
        var meter = new Meter();
        var outcome = await ProgressBar.WatchAsync(
            desk, "Building", meter, () => Task.Run(() => pipeline.Build(output, meter, cancellationToken), cancellationToken));
        var exitCode = desk.Report(diagnostics);
        if (outcome.Result.Failure is { } failure)
        {
            return desk.Complain(failure);
        }

        if (exitCode == ExitCode.Fine && outcome.Publication is { } publication)
        {
            desk.Say(BuildSummary.Of(publication, outcome.Result, desk.ShortPath(output)));
            BuildSummary.Details(outcome.Result).ToList().ForEach(desk.SayMore);
            if (outcome.EditorialWarnings > 0 && publication.Latest is { Slug: var latest })
            {
                desk.Say($"{latest} has {Plural.Of(outcome.EditorialWarnings, "warning")} an editor should see: secpress check {latest}");
            }
        }

        return exitCode;
    }
}
