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
    /// <param name="issues">Those to judge: issues of the publication.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="jobs">How many issues to judge at a time. The findings do not depend on it.</param>
    /// <param name="cancellationToken">Stops between two issues.</param>
    public static void Run(
        Publication publication, ImmutableArray<Issue> issues, DiagnosticBag diagnostics, int jobs = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        Parallel.For(0, issues.Length, options, i => Run(IssueText.Of(publication, issues[i]), diagnostics));
    }

    private static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        MeetingCheck.Run(issue, diagnostics);
        WeekdayCheck.Run(issue, diagnostics);
        MeetingNumberCheck.Run(issue, diagnostics);
        PartyCheck.Run(issue, diagnostics);
        WorkingDayCheck.Run(issue, diagnostics);
        CalendarCheck.Run(issue, diagnostics);
    }
}
