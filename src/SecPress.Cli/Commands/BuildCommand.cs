using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

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
        var preview = new Option<string?>("--preview")
        {
            Description = "Also make pages for reviewers of what is not published yet, each at an address that nobody guesses without this passphrase "
                + $"of at least {PreviewKey.LeastLength} characters. env:NAME takes it from an environment variable.",
            HelpName = "PASSPHRASE",
        };
        var command = new DeskCommand(
            "build",
            "Makes the archive site. Files that do not change are not touched, and with an error nothing is.",
            "secpress build",
            "secpress build --drafts --future --output preview",
            "secpress build --preview \"four words nobody guesses\"",
            "secpress build --clock 2017-06-29T09:00 --base-url https://staging.example.org/");
        publication.AddTo(command);
        command.Add(output);
        command.Add(preview);
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) =>
        {
            var request = publication.RequestFor(desk, arguments);
            if (arguments.GetValue(preview) is { } given)
            {
                if (PassphraseOf(desk, given) is not { } passphrase)
                {
                    return Task.FromResult(ExitCode.Usage);
                }

                request = request with { Preview = passphrase };
            }

            return RunAsync(
                desk, request, arguments.GetValue(output) is { } folder ? desk.FullPath(folder) : Path.Combine(desk.SiteFolder, "output"), cancellationToken);
        });
        return command;
    }

    private static string? PassphraseOf(Desk desk, string given)
    {
        const string variable = "env:";
        var passphrase = given.StartsWith(variable, StringComparison.Ordinal) ? desk.Terminal.Environment(given[variable.Length..]) : given;
        if (passphrase is { Length: >= PreviewKey.LeastLength })
        {
            return passphrase;
        }

        desk.Complain(
            passphrase is null ? $"{given[variable.Length..]} is not set" : $"the passphrase has {Plural.Of(passphrase.Length, "character")}",
            $"Choose one of at least {PreviewKey.LeastLength} characters, such as four words, and use the same each time: the addresses depend on it.",
            ExitCode.Usage);
        return null;
    }

    private static void SayReviewed(Desk desk, Publication publication)
    {
        var reviewed = publication.Reviewed.ToList();
        desk.Say(reviewed.Count == 0 ? "Nothing to review: this build leaves no issue out." : "For review, until they are published or a build leaves --preview out:");
        foreach (var page in reviewed)
        {
            desk.Say($"  {page.Issue.Slug}  {publication.Map.AbsoluteUrl(page)}");
        }
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

            if (request.Preview is not null)
            {
                SayReviewed(desk, publication);
            }
        }

        return exitCode;
    }
}
