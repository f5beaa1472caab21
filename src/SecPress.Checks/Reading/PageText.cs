using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Reading;

/// <summary>What an editor wrote for one page in Markdown, an issue or an ordinary page.</summary>
internal sealed record PageText(Publication Publication, SitePage Page, SourceFile Source, ImmutableArray<Document> Documents)
{
    public static PageText Of(Publication publication, Issue issue) =>
        new(publication, publication.PageOf(issue), issue.Source, [issue.Body, .. issue.Committees.SelectMany(c => c.Items)]);

    public static PageText Of(Publication publication, TextPage page) => new(publication, page, page.Page.Source, [page.Body]);

    public IEnumerable<Block> Blocks => Documents.SelectMany(DocumentWalker.Blocks);

    public IEnumerable<Image> Images => Blocks.SelectMany(DocumentWalker.Inlines).OfType<Image>();
}
