using SecPress.Checks.Reading;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Holidays;

namespace SecPress.Checks.Editorial;

/// <summary>The time to refer a decision ends as many Working Days after it as the issue says (SP107).</summary>
internal static class WorkingDayCheck
{
    public static void Run(IssueText text, DiagnosticBag diagnostics)
    {
        var workingDays = text.Settings.WorkingDays;
        foreach (var decision in text.Issue.Decisions)
        {
            if (decision is { Date: { } decided, Referral: { WorkingDays: { } count, Deadline: { } deadline } referral }
                && workingDays.After(decided, count) is { } right
                && right != deadline)
            {
                var holidays = workingDays.HolidaysBetween(decided.PlusDays(1), deadline > right ? deadline : right).Select(EnglishDates.Of).ToList();
                var because = holidays.Count == 0 ? "" : $" ({string.Join(" and ", holidays)} {(holidays.Count == 1 ? "is a holiday" : "are holidays")})";
                diagnostics.Add(
                    EditorialRules.WorkingDays,
                    text.Issue.Source.At(referral.Span),
                    $"{Days(count)} after {EnglishDates.WithWeekday(decided)} {(count == 1 ? "ends" : "end")} on {EnglishDates.WithWeekday(right)}{because}, not on {EnglishDates.WithWeekday(deadline)}",
                    $"Write 'deadline: {right.Year:0000}-{right.Month:00}-{right.Day:00}', or mend the number or the date of the decision; 'holidays' in site.yml says by which calendar they are counted ({workingDays.Calendar.Id}).");
            }
        }
    }

    private static string Days(int count) => count == 1 ? "1 Working Day" : $"{count} Working Days";
}
