using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Checks.Reading;

/// <summary>An issue as its rules read it: its running text in reading order, and its place among the others.</summary>
internal sealed class IssueText
{
    private IssueText(Publication publication, Issue issue, ImmutableArray<Passage> passages)
    {
        Publication = publication;
        Issue = issue;
        Passages = passages;
        Titles = [.. TitleFinder.In(issue)];
        Older = publication.Neighbours(issue).Older;
    }

    public Publication Publication { get; }

    public SiteSettings Settings => Publication.Settings;

    public Issue Issue { get; }

    /// <summary>The issue before it.</summary>
    public Issue? Older { get; }

    /// <summary>Highlights, the body, key dates, what committees did.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>The words of front matter that are no Markdown: titles and the summary.</summary>
    public ImmutableArray<Passage> Titles { get; }

    public static IssueText Of(Publication publication, Issue issue) =>
        new(publication, issue, [.. PassagesOf(issue, new CommitteeFinder(publication.Settings.Committees))]);

    private static IEnumerable<Passage> PassagesOf(Issue issue, CommitteeFinder committees)
    {
        foreach (var highlight in issue.Highlights)
        {
            yield return new Passage(issue.Source, PassageKind.Highlight, highlight.Text.Content, null, null) { InFrontMatter = true };
        }

        foreach (var passage in InDocument(issue, issue.Body, committees, null))
        {
            yield return passage;
        }

        foreach (var date in issue.KeyDates)
        {
            yield return new Passage(issue.Source, PassageKind.KeyDate, date.Text.Content, null, null) { InFrontMatter = true };
        }

        foreach (var update in issue.Committees)
        {
            foreach (var passage in update.Items.SelectMany(i => InDocument(issue, i, committees, update.Committee)))
            {
                yield return passage;
            }
        }
    }

    private static IEnumerable<Passage> InDocument(Issue issue, Document document, CommitteeFinder committees, Committee? committee)
    {
        Heading? section = null;
        var sections = new List<(int Level, Committee? Committee)>();
        var quoted = new HashSet<Block>(ReferenceEqualityComparer.Instance);
        foreach (var block in DocumentWalker.Blocks(document))
        {
            if (block is Heading heading)
            {
                section = heading;
                sections.RemoveAll(s => s.Level >= heading.Level);
                sections.Add((heading.Level, committees.In(DocumentWalker.PlainText(heading.Content))));
            }

            if (block is Quote quote)
            {
                quoted.UnionWith(DocumentWalker.Blocks(new Document(quote.Blocks, [])));
            }

            var about = committee ?? sections.LastOrDefault(s => s.Committee is not null).Committee;
            foreach (var (kind, inlines) in TextsOf(block))
            {
                yield return new Passage(issue.Source, kind, inlines, section, about)
                {
                    InFrontMatter = committee is not null,
                    IsQuoted = quoted.Contains(block),
                };
            }
        }
    }

    private static IEnumerable<(PassageKind Kind, ImmutableArray<Inline> Inlines)> TextsOf(Block block) => block switch
    {
        Heading h => [(PassageKind.Heading, h.Content)],
        Paragraph p => [(PassageKind.Paragraph, p.Content)],
        Figure { Caption.IsEmpty: false } f => [(PassageKind.Caption, f.Caption)],
        Table t => (t.Caption.IsEmpty ? Array.Empty<(PassageKind, ImmutableArray<Inline>)>() : [(PassageKind.Caption, t.Caption)])
            .Concat(t.Header.Concat(t.Rows.SelectMany(r => r)).Select(c => (PassageKind.TableCell, c.Content))),
        _ => [],
    };
}
