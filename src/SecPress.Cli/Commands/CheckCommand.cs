using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress check</c>: everything a build would find, and nothing written.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var publication = new PublicationOptionSet();
        var strict = new Option<bool>("--strict") { Description = "Count warnings as errors: exit 1 when there is one." };
        var command = new DeskCommand(
            "check",
            "Checks the content, the settings, the templates and the editions, and writes nothing.",
            "secpress check",
            "secpress check --drafts --future --strict");
        publication.AddTo(command);
        command.Add(strict);
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk, publication.RequestFor(desk, arguments), arguments.GetValue(strict), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, PipelineRequest request, bool strict, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var pipeline = new BuildPipeline(request, diagnostics);
        var meter = new Meter();
        var made = await ProgressBar.WatchAsync(
            desk, "Checking", meter, () => Task.Run(() => pipeline.Check(meter, cancellationToken), cancellationToken));
        var exitCode = desk.Report(diagnostics, strict);
        if (diagnostics.ToSorted().IsEmpty)
        {
            desk.Say($"{Plural.Of(made, "file")} made and checked: nothing to report");
        }

        return exitCode;
    }
}
