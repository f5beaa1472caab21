using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;

namespace SecPress.Checks.Editorial;

/// <summary>Highlights lead to sections (SP110), and say the same as those in the same words (SP111).</summary>
internal static class HighlightCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var headings = issue.Issue.Body.Headings.ToList();
        var passages = issue.Passages.Where(p => p.Kind == PassageKind.Highlight).ToList();
        for (var i = 0; i < passages.Count && headings.Count > 0; i++)
        {
            var highlight = issue.Issue.Highlights[i];
            if (SectionFinder.Find(issue.Issue, highlight) is { } heading)
            {
                Compare(issue, passages[i], highlight, heading, diagnostics);
            }
            else if (highlight.Section is null && passages[i].Links.Count == 0)
            {
                diagnostics.Add(
                    EditorialRules.HighlightWithoutSection,
                    passages[i].Whole,
                    $"no section belongs to the highlight '{passages[i].Text.Trim()}'",
                    "Write it in the words of the heading it is about, or name that one with 'section: …'.");
            }
        }
    }

    private static void Compare(IssueText issue, Passage highlight, Highlight entry, Heading heading, DiagnosticBag diagnostics)
    {
        var title = DocumentWalker.PlainText(heading.Content).Trim();
        var headingWords = ProseWord.In(title).Select(w => w.Plain).ToHashSet(StringComparer.Ordinal);
        var sectionWords = WordsUnder(issue, heading);
        sectionWords.UnionWith(headingWords);
        var line = issue.Issue.Source.At(heading.Span).Position.Line;
        var others = new List<ProseWord>();
        foreach (var word in ProseWord.In(highlight.Text))
        {
            if (headingWords.Contains(word.Plain))
            {
                continue;
            }

            if (headingWords.FirstOrDefault(h => Misspelling.IsForm(word.Plain, h)) is { } form && !word.IsNumber)
            {
                headingWords.Remove(form);
            }
            else if (SlipOf(word.Plain, headingWords, sectionWords) is { } near)
            {
                headingWords.Remove(near);
                diagnostics.Add(
                    EditorialRules.HighlightWords,
                    highlight.At(word.Start, word.Length),
                    $"the highlight writes '{word.Text}', and its section '{WrittenAs(near, title, issue)}'",
                    "Mend the spelling in one of the two.");
            }
            else
            {
                others.Add(word);
            }
        }

        var missing = ProseWord.In(title)
            .Where(w => headingWords.Contains(w.Plain) && !ProseWord.In(highlight.Text).Any(o => o.Plain == w.Plain))
            .ToList();
        if (entry.Section is null ? others.Exists(IsTelling) && missing.Exists(IsTelling) : Disagree(others, missing, sectionWords))
        {
            diagnostics.Add(
                EditorialRules.HighlightWords,
                highlight.Whole,
                $"the highlight says '{highlight.Text.Trim()}', and the heading on line {line} '{title}'",
                entry.Section is null
                    ? $"Use the same words in both, or add 'section: {heading.Id}' to the highlight when it means to say it in other words."
                    : "Mend the number in one of the two.");
        }
    }

    // The text below may have the word as well as one that looks like it; the heading has the one that is meant.
    private static string? SlipOf(string word, HashSet<string> headingWords, HashSet<string> sectionWords) =>
        Misspelling.Of(word, headingWords) ?? (sectionWords.Contains(word) ? null : Misspelling.Of(word, sectionWords));

    // Who names the section has other words for it on purpose, but not other dates.
    private static bool Disagree(List<ProseWord> others, List<ProseWord> missing, HashSet<string> sectionWords) =>
        others.Exists(w => w.IsNumber && !sectionWords.Contains(w.Plain)) && missing.Exists(w => w.IsNumber);

    // "Issue of the report" and "Issued report" say the same.
    private static bool IsTelling(ProseWord word) => word.Length > 3 || word.IsNumber;

    private static string WrittenAs(string plain, string title, IssueText issue) =>
        issue.Passages.Where(p => p.Kind != PassageKind.Highlight).Select(p => p.Text).Prepend(title)
            .SelectMany(ProseWord.In)
            .First(w => w.Plain == plain).Text;

    private static HashSet<string> WordsUnder(IssueText issue, Heading heading)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var isUnder = false;
        foreach (var passage in issue.Passages.Where(p => p.Section is not null))
        {
            if (passage.Kind == PassageKind.Heading)
            {
                isUnder = ReferenceEquals(passage.Section, heading) || (isUnder && passage.Section!.Level > heading.Level);
            }

            if (isUnder)
            {
                words.UnionWith(ProseWord.In(passage.Text).Select(w => w.Plain));
            }
        }

        return words;
    }
}
