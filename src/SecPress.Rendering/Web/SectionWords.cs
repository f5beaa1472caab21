using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>
/// The words of the section that an editor placed a part in, to stand on another page. Only a section that is about that part alone,
/// short, and plain text is repeated; of all others the link to it must do.
/// </summary>
internal static class SectionWords
{
    // Twelve of this length leave a page of updates below 100 KB.
    private const int MostCharacters = 2500;

    /// <summary>Null where the section is not to be repeated.</summary>
    public static SafeHtml? Of(Issue issue, Part part, HtmlPrinterOptions printing)
    {
        var blocks = issue.Body.Blocks.ToList();
        var at = blocks.FindIndex(b => b is PartPlacement p && p.Kind == part.Kind && p.Argument == part.Argument);
        var heading = at < 1 ? -1 : blocks.FindLastIndex(at - 1, b => b is Heading);
        if (heading < 0)
        {
            return null;
        }

        ImmutableArray<Block> words = [.. blocks.Skip(heading + 1).TakeWhile(b => b is not Heading).Where(b => !ReferenceEquals(b, blocks[at]))];
        return words.IsEmpty || !words.All(b => b is Paragraph or ListBlock) || !IsPlainAndShort(words)
            ? null
            : HtmlPrinter.Print(new Document(words, []), printing);
    }

    private static bool IsPlainAndShort(ImmutableArray<Block> words)
    {
        var inlines = DocumentWalker.Inlines(new Document(words, [])).ToList();
        return !inlines.Any(i => i is Image or FootnoteReference or RawHtmlInline)
            && inlines.OfType<TextInline>().Sum(t => t.Text.Length) <= MostCharacters;
    }
}
