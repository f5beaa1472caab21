using System.Collections.Immutable;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Editorial;

/// <summary>Every editorial rule, in the order they run.</summary>
public static class EditorialChecks
{
    /// <param name="publication">The issues' surroundings: what earlier ones said, the settings.</param>
    /// <param name="issues">Those to judge: issues of the publication, in its order.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="jobs">How many issues to judge at a time. The findings do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two issues.</param>
    public static void Run(
        Publication publication, ImmutableArray<Issue> issues, DiagnosticBag diagnostics, int jobs = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        var acronyms = new ImmutableArray<UnexplainedAcronym>[issues.Length];
        Parallel.For(0, issues.Length, options, i =>
        {
            var issue = IssueText.Of(publication, issues[i]);
            Run(issue, diagnostics);
            acronyms[i] = AcronymCheck.In(issue);
        });
        AcronymCheck.Report(acronyms, diagnostics);
    }

    /// <summary>The rules on the settings and on the pages that are no issues.</summary>
    public static void RunOnSite(Publication publication, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ContrastCheck.Run(publication.Settings, diagnostics);
        foreach (var page in publication.Map.Pages.OfType<TextPage>())
        {
            Run(PageText.Of(publication, page), diagnostics);
        }
    }

    private static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
ConsultationCheck.Run(issue, diagnostics);
        HighlightCheck.Run(issue, diagnostics);
        RegisterTitleCheck.Run(issue, diagnostics);
        RegisterStateCheck.Run(issue, diagnostics);
        ColonCheck.Run(issue, diagnostics);
        HeadingCheck.Run(issue, diagnostics);
        LinkTextCheck.Run(issue, diagnostics);
        SameTextCheck.Run(issue, diagnostics);
        UpdatedCheck.Run(issue, diagnostics);
        SeatCheck.Run(issue, diagnostics);
        Run(PageText.Of(issue.Publication, issue.Issue), diagnostics);
        TermCheck.Run(issue, diagnostics);
        QuoteCheck.Run(issue, diagnostics);
        DashCheck.Run(issue, diagnostics);
        SpaceCheck.Run(issue, diagnostics);
    }

    private static void Run(PageText page, DiagnosticBag diagnostics)
    {
        ImageTextCheck.Run(page, diagnostics);
        ImageSizeCheck.Run(page, diagnostics);
        TableCheck.Run(page, diagnostics);
    }
}
