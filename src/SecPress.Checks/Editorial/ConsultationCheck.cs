using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Records;

namespace SecPress.Checks.Editorial;

/// <summary>A consultation says when it closes (SP108), and is not over when the issue goes out, unless it says so (SP109).</summary>
internal static class ConsultationCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        foreach (var consultation in issue.Issue.Consultations)
        {
            var at = issue.Issue.Source.At(consultation.Span);
            if (consultation is { Closes: { } closes, Status: null or ConsultationStatus.Open } && closes < issue.Issue.Sent)
            {
                diagnostics.Add(
                    EditorialRules.ClosedConsultation,
                    at,
                    $"'{consultation.Title}' closed on {closes:uuuu-MM-dd}, before this issue is sent",
                    "Write 'status: closed', or mend the date.");
            }
            else if (consultation is { Closes: null, Status: null or ConsultationStatus.Open } && !IsKnown(issue, consultation))
            {
                diagnostics.Add(
                    EditorialRules.NoClosingDate,
                    at,
                    $"'{consultation.Title}' does not say when it closes",
                    "Write 'closes: …' with its last day, or 'status: closed' when it is over.");
            }
        }
    }

    // What another issue said need not be said again, as long as it lies ahead.
    private static bool IsKnown(IssueText issue, Consultation consultation) => issue.Publication.Records.Deadlines
        .OfType<ConsultationDeadline>()
        .Any(d => d.Consultation.Title == consultation.Title && d.Consultation.Issuer == consultation.Issuer && d.Date >= issue.Issue.Sent);
}
