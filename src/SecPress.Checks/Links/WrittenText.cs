using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>What editors wrote on one page: its file, its running text, and the addresses of its front matter.</summary>
internal sealed record WrittenText(SitePage Page, SourceFile Source, IReadOnlyList<Inline> Inlines, IReadOnlyList<Reference> References)
{
    public static IEnumerable<WrittenText> Of(Publication publication)
    {
        foreach (var page in publication.Map.Pages)
        {
            if (page is IssuePage { Issue: var issue })
            {
                yield return new WrittenText(page, issue.Source, [.. InlinesOf(issue)], [.. ReferencesOf(issue)]);
            }
            else if (page.Written is { } text)
            {
                yield return new WrittenText(page, text.Source, [.. DocumentWalker.Inlines(text.Body)], []);
            }
        }
    }

    private static IEnumerable<Inline> InlinesOf(Issue issue) =>
        DocumentWalker.Inlines(issue.Body)
            .Concat(issue.Highlights.SelectMany(h => DocumentWalker.Inlines(h.Text.Content)))
            .Concat(issue.KeyDates.SelectMany(d => DocumentWalker.Inlines(d.Text.Content)))
            .Concat(issue.Committees.SelectMany(c => c.Items).SelectMany(DocumentWalker.Inlines));

    private static IEnumerable<Reference> ReferencesOf(Issue issue)
    {
        var titled = issue.Links
            .Concat(issue.Attachments)
            .Concat(issue.Committees.SelectMany(c => c.Links))
            .Concat(issue.Committees.Select(c => c.Headlines).OfType<TitledLink>())
            .Concat(issue.Committees.Select(c => c.Minutes).OfType<TitledLink>());
        return titled.Select(l => l.Target)
            .Concat(issue.Modifications.Select(m => m.Link).OfType<Reference>())
            .Concat(issue.Consultations.Select(c => c.Link).OfType<Reference>())
            .Concat(issue.Calendar.Select(e => e.Link).OfType<Reference>());
    }
}
