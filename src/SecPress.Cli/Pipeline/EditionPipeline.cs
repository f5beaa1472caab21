using SecPress.Checks;
using SecPress.Checks.Editorial;
using SecPress.Cli.Commands;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Cli.Pipeline;

/// <summary>The line from a site's folder to the email edition of one issue.</summary>
internal sealed class EditionPipeline(Desk desk)
{
    private readonly DiagnosticBag diagnostics = new();
    private readonly PipelineRequest request = PipelineRequest.Now(desk);

    /// <summary>
    /// The edition of the issue that is meant; or, when there is none, the exit code, and why has been said. Warnings, and errors that
    /// only this site calls so, are those of this issue alone: the others' are the business of a check.
    /// </summary>
    public (MadeEdition? Made, int ExitCode) Make(string given, CancellationToken cancellationToken)
    {
        var pipeline = new BuildPipeline(request, diagnostics);
        if (pipeline.Read(cancellationToken) is not { } site)
        {
            return (null, desk.Report(diagnostics));
        }

        if (IssueArgument.Find(desk, site, given) is not { } issue)
        {
            return (null, ExitCode.Usage);
        }

        var isFuture = issue.SentAt(site.Settings.TimeZone) > request.Clock.In(site.Settings.TimeZone);
        if (pipeline.Assemble(site, drafts: issue.Draft, future: isFuture) is not { } publication)
        {
            return (null, desk.Report(diagnostics));
        }

        PublicationChecks.Run(publication, diagnostics);
        EditorialChecks.Run(publication, [issue], diagnostics, cancellationToken: cancellationToken);
        var engine = new TemplateEngine(publication.Site.Templates, publication.Labels);
        var edition = new EditionComposer(publication, engine, diagnostics).Compose(issue);
        var exitCode = desk.Report([.. diagnostics.ToSorted().Where(d => d is { Severity: Severity.Error, Rule.IsConfigurable: false } || IssueFindings.Concern(d, issue))]);
        return exitCode == ExitCode.Fine && edition is not null ? (new MadeEdition(publication, edition), exitCode) : (null, exitCode);
    }
}

/// <summary>An edition, and the publication it is of.</summary>
internal sealed record MadeEdition(Publication Publication, Edition Edition);
