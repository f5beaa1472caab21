using SecPress.Model.Documents;

namespace SecPress.Model.Issues;

/// <summary>Finds the section a highlight speaks of.</summary>
public static class SectionFinder
{
    private const double LeastOverlap = 0.4;

    /// <summary>The heading a highlight names, or else the one that shares most of its words; null when none shares enough.</summary>
    public static Heading? Find(Issue issue, Highlight highlight)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(highlight);
        var headings = issue.Body.Headings.ToList();
        if (highlight.Section is { } section)
        {
            var anchor = section.Url.TrimStart('#');
            return headings.FirstOrDefault(h => h.Id == anchor);
        }

        var words = Words(highlight.Text.PlainText);
        return headings
            .Select(h => (Heading: h, Overlap: Overlap(words, Words(DocumentWalker.PlainText(h.Content)))))
            .Where(m => m.Overlap >= LeastOverlap)
            .OrderByDescending(m => m.Overlap)
            .Select(m => m.Heading)
            .FirstOrDefault();
    }

    // The share of the shorter one's words that stand in both: a highlight is often a heading cut short, or the reverse.
    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);

    private static HashSet<string> Words(string text) =>
        [.. Slug.From(text).Split('-').Where(w => w.Length > 2)];
}
