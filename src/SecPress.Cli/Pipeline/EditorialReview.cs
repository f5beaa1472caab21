using System.Collections.Immutable;
using SecPress.Checks.Editorial;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Cli.Pipeline;

/// <summary>
/// The editorial rules in a build. Only the latest issue is judged: the others have gone out, and a build of thousands is to cost no more.
/// </summary>
internal static class EditorialReview
{
    /// <summary>Adds what the site has made an error, and gives how many warnings there are for the latest issue.</summary>
    public static int OfLatest(Publication publication, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ImmutableArray<Issue> latest = publication.Latest is { } issue ? [issue] : [];
        var found = new DiagnosticBag { Severities = publication.Settings.Checks };
        EditorialChecks.RunOnSite(publication, found);
        EditorialChecks.Run(publication, latest, found, cancellationToken: cancellationToken);
        var findings = found.ToSorted();
        foreach (var error in findings.Where(d => d.Severity == Severity.Error))
        {
            diagnostics.Add(error);
        }

        return findings.Count(d => d.Severity == Severity.Warning && latest.Any(i => IssueFindings.Concern(d, i)));
    }
}
