using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Checks.Reading;

/// <summary>Finds where the plain words of front matter stand: the model keeps the places of entries alone.</summary>
internal static class TitleFinder
{
    /// <summary>Titles as passages, in the order of the front matter's parts. One that is not written as it reads has its entry's place.</summary>
    public static IEnumerable<Passage> In(Issue issue)
    {
        yield return Title(issue, issue.Title, issue.TitleSpan);
        if (issue.Summary.Length > 0)
        {
            yield return Title(issue, issue.Summary, issue.SummarySpan);
        }

        var entries = issue.Modifications.Select(m => (Words: m.Title ?? "", m.Span))
            .Concat(issue.Consultations.Select(c => (Words: c.Title, c.Span)))
            .Concat(issue.Calendar.Select(e => (Words: e.Title, e.Span)));
        foreach (var (words, span) in entries.Where(e => e.Words.Length > 0))
        {
            yield return Title(issue, words, span);
        }
    }

    private static Passage Title(Issue issue, string words, TextSpan within)
    {
        // An entry may say the same in another key before its title.
        var text = issue.Source.Text.AsSpan(within.Start, within.Length);
        var from = Math.Max(0, text.IndexOf("title:"));
        var at = text[from..].IndexOf(words, StringComparison.Ordinal);
        var span = at < 0 ? within : new TextSpan(within.Start + from + at, within.Start + from + at + words.Length);
        return new Passage(issue.Source, PassageKind.Title, [new TextInline(span, words)], null, null) { InFrontMatter = true };
    }
}
