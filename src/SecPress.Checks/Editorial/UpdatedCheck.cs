using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Checks.Editorial;

/// <summary>
/// A title that says "Updated" and a note of what changed imply each other (SP124, SP125). The word is the one that the site puts beside
/// an issue that changed: the label <c>issue.updated</c>.
/// </summary>
internal static class UpdatedCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var word = issue.Publication.Labels["issue.updated"];
        var title = issue.Issue.Title;
        var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var isThere = at >= 0 && Words.StartsAt(title, at) && Words.EndsAt(title, at + word.Length);
        if (issue.Issue.Revisions.IsEmpty)
        {
            if (isThere && StandsApart(title, at, at + word.Length))
            {
                diagnostics.Add(
                    EditorialRules.UpdatedWithoutRevision,
                    issue.Titles[0].At(at, word.Length),
                    $"the title says '{title.Substring(at, word.Length)}', and no change note says what changed",
                    "Add 'revisions:' with '- { date: …, note: … }' to the front matter, or take the word out of the title.");
            }
        }
        else if (!isThere)
        {
            diagnostics.Add(
                EditorialRules.RevisionWithoutUpdated,
                issue.Titles[0].Whole,
                $"a change note of {issue.Publication.Labels.Date(issue.Issue.Revisions[0].Date)} says what changed, and the title does not say '{word}'",
                $"Write '{title} – {word}' as the title: the page marks the change by itself, but feeds and the subject of an email show the title alone.");
        }
    }

    // "Updated guidance for members" is about something that was updated; a mark stands alone behind a sign, or before one.
    private static bool StandsApart(string title, int start, int end)
    {
        var before = title.AsSpan(0, start).TrimEnd();
        var after = title.AsSpan(end).TrimStart();
        var isLast = after.IsEmpty || IsSign(after[0]) || char.IsDigit(after[0]);
        var isMarkedOff = before.IsEmpty ? !after.IsEmpty && IsSign(after[0]) : IsSign(before[^1]);
        return isLast && (isMarkedOff || after.IsEmpty);
    }

    private static bool IsSign(char c) => c is '-' or '–' or '—' or ':' or '(' or ')' or '[' or ']' or ',' or '|' or '/';
}
