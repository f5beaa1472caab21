using System.Collections.Immutable;
using System.CommandLine;
using SecPress.Cli.Pipeline;
using SecPress.Cli.Printing;
using SecPress.Cli.Printing.Reports;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Commands;

/// <summary><c>secpress check</c>: everything a build would find and all that an editor should see, and nothing published.</summary>
internal static class CheckCommand
{
    // Two findings may want the same place, and then one waits for the other. Two that undo each other must not wait forever.
    private const int MostRounds = 5;

    public static Command Create(Terminal terminal, GlobalOptions options)
    {
        var publication = new PublicationOptionSet();
        var issues = new Argument<string[]>("ISSUE")
        {
            Description = "Check these alone, drafts or not: slugs such as 2017-06, files, or beginnings of slugs that fit one. Without any, everything.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        issues.CompletionSources.Add(IssueArgument.Completions(terminal, options));
        var format = new Option<ReportFormat?>("--format")
        {
            Description = "How to give the findings: text, or for programs, on standard output, json or sarif.",
            HelpName = "FORMAT",
            CustomParser = OptionParser.Of<ReportFormat?>(FormatOf, "one of text, json and sarif"),
        };
        format.CompletionSources.Clear();
        format.CompletionSources.Add("text", "json", "sarif");
        var strict = new Option<bool>("--strict") { Description = "Count warnings as errors: exit 1 when there is one." };
        var external = new Option<bool>("--external") { Description = "Ask other sites whether links to them still lead somewhere." };
        var fix = new Option<bool>("--fix") { Description = "Mend in the files what can be mended mechanically, then check again." };
        var rehearsal = new Option<bool>("--dry-run") { Description = "With --fix: say what would be mended, and change nothing." };
        var command = new DeskCommand(
            "check",
            "Checks the content, the settings, the templates and the editions. Without --fix it writes nothing.",
            "secpress check",
            "secpress check 2017-06",
            "secpress check --fix",
            "secpress check --drafts --future --strict --format sarif > secpress.sarif") { issues };
        publication.AddTo(command);
        command.Add(format);
        command.Add(strict);
        command.Add(external);
        command.Add(fix);
        command.Add(rehearsal);
        command.Validators.Add(result =>
        {
            if (result.GetValue(rehearsal) && !result.GetValue(fix))
            {
                result.AddError("--dry-run says what --fix would do, so it stands beside it");
            }
        });
        command.SetAction(terminal, options, (desk, arguments, cancellationToken) => RunAsync(
            desk,
            publication.RequestFor(desk, arguments),
            new CheckOptions
            {
                Issues = [.. arguments.GetValue(issues) ?? []],
                Format = arguments.GetValue(format) ?? ReportFormat.Text,
                Strict = arguments.GetValue(strict),
                External = arguments.GetValue(external),
                Fix = arguments.GetValue(fix),
                DryRun = arguments.GetValue(rehearsal),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, PipelineRequest request, CheckOptions options, CancellationToken cancellationToken)
    {
        if (await CheckAsync(desk, request, options, cancellationToken) is not { } outcome)
        {
            return ExitCode.Usage;
        }

        var hasMore = options.Fix;
        for (var round = 0; hasMore && round < MostRounds; round++)
        {
            (var hasMended, hasMore) = new Mending(desk, options.Format).Run(outcome.Findings, options.DryRun);
            hasMore &= hasMended;
            if (hasMended && await CheckAsync(desk, request, options, cancellationToken) is { } after)
            {
                outcome = after;
            }
        }

        var exitCode = Report(desk, outcome, options);
        return exitCode == ExitCode.Fine && outcome.IsOffline ? ExitCode.Environment : exitCode;
    }

    private static async Task<CheckOutcome?> CheckAsync(Desk desk, PipelineRequest request, CheckOptions options, CancellationToken cancellationToken)
    {
        var pipeline = new CheckPipeline(request);
        await Task.Run(() => pipeline.Read(cancellationToken), cancellationToken);
        if (!pipeline.Find(desk, options.Issues))
        {
            return null;
        }

        var meter = new Meter();
        var outcome = await ProgressBar.WatchAsync(
            desk, "Checking", meter, () => Task.Run(() => pipeline.Check(meter, cancellationToken), cancellationToken));
        return options.External ? await new OutsideLinkPipeline(desk, outcome).AskAsync(pipeline.Diagnostics, cancellationToken) : outcome;
    }

    private static int Report(Desk desk, CheckOutcome outcome, CheckOptions options)
    {
        var findings = outcome.Findings;
        switch (options.Format)
        {
            case ReportFormat.Json:
                desk.Terminal.Output.WriteLine(JsonReport.Of(findings));
                return Desk.ExitCodeOf(findings, options.Strict);
            case ReportFormat.Sarif:
                desk.Terminal.Output.WriteLine(SarifReport.Of(findings));
                return Desk.ExitCodeOf(findings, options.Strict);
            default:
                if (findings.IsEmpty)
                {
                    desk.Say($"{Plural.Of(outcome.Made, "file")} made and checked: nothing to report");
                }

                return desk.Report(findings, options.Strict);
        }
    }

    private static ReportFormat? FormatOf(string given) => given switch
    {
        "text" => ReportFormat.Text,
        "json" => ReportFormat.Json,
        "sarif" => ReportFormat.Sarif,
        _ => null,
    };

    private sealed record CheckOptions
    {
        /// <summary>As they were typed; none for everything.</summary>
        public ImmutableArray<string> Issues { get; init; } = [];

        public ReportFormat Format { get; init; }

        public bool Strict { get; init; }

        public bool External { get; init; }

        public bool Fix { get; init; }

        public bool DryRun { get; init; }
    }
}
