using System.Collections.Frozen;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;

namespace SecPress.Checks.Editorial;

/// <summary>
/// A paragraph that ends with a colon promises something (SP115). A heading or the end breaks the promise whatever it was; a paragraph
/// only when the words before the colon ask for a list and it is plainly none.
/// </summary>
internal static class ColonCheck
{
    /// <summary>Fewer words are an entry of a list without bullets.</summary>
    private const int FewestWordsOfProse = 8;

    /// <summary>No sentence ends with one of these, so what follows the colon is its other half; in English and French.</summary>
    private static readonly FrozenSet<string> Unfinished = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "and", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to", "with",
        "dans", "de", "des", "et", "ou", "par", "pour", "sur");

    /// <summary>Behind these, paragraphs may be the list: "topics were:" and one for each.</summary>
    private static readonly FrozenSet<string> Announcing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "are", "as", "include", "included", "includes", "including", "is", "namely", "specifically", "was", "were",
        "comme", "comprennent", "incluent", "notamment", "sont");

    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var blocks = Outline.Unwrapped(issue.Issue.Body.Blocks).ToList();
        var level = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Heading heading)
            {
                level = heading.Level;
            }
            else if (blocks[i] is Paragraph paragraph && PromiseOf(paragraph) is { } promise)
            {
                var next = i + 1 < blocks.Count ? blocks[i + 1] : null;
                var broken = next switch
                {
                    null => Parts.Unplaced(issue.Issue).IsEmpty,
                    Heading h => h.Level <= level && !(AnnouncesSections(h, i + 2 < blocks.Count ? blocks[i + 2] : null) && !IsUnfinished(promise)),
                    ThematicBreak => true,
                    Paragraph p => IsProse(p) && AsksForList(promise, i + 2 < blocks.Count && blocks[i + 2] is Paragraph),
                    _ => false,
                };
                if (broken)
                {
                    Report(issue, paragraph, promise, next, diagnostics);
                }
            }
        }
    }

    private static void Report(IssueText issue, Paragraph paragraph, string promise, Block? next, DiagnosticBag diagnostics)
    {
        var passage = new Passage(issue.Issue.Source, PassageKind.Paragraph, paragraph.Content, null, null);
        var words = promise.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = passage.Text.LastIndexOf(words[^1], StringComparison.Ordinal);
        var what = next is Paragraph ? "no list" : "nothing";
        diagnostics.Add(
            EditorialRules.NothingAfterColon,
            passage.At(start, passage.Text.TrimEnd().Length - start),
            $"{what} follows '{string.Join(' ', words.TakeLast(4))}:'",
            "Write what was meant to follow, or end the sentence with a full stop.");
    }

    /// <summary>The words before the colon at a paragraph's end. Null for one without, and for words in bold that stand for a heading.</summary>
    private static string? PromiseOf(Paragraph paragraph)
    {
        var text = DocumentWalker.PlainText(paragraph.Content).AsSpan().TrimEnd();
        return text is [.. var words, ':'] && !words.IsWhiteSpace() && paragraph.Content is not [Emphasis] ? words.ToString() : null;
    }

    // "Here are some changes:" before a section that is a list itself, one lower heading for each.
    private static bool AnnouncesSections(Heading heading, Block? first) => first is Heading lower && lower.Level > heading.Level;

    private static bool IsUnfinished(string promise) => Unfinished.Contains(promise[(promise.LastIndexOf(' ') + 1)..]);

    private static bool AsksForList(string promise, bool goesOn)
    {
        var words = promise.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return IsUnfinished(promise)
            || words.TakeLast(6).Any(w => w is "following" or "suivants" or "suivantes")
            || (!goesOn && Announcing.Contains(words[^1]));
    }

    /// <summary>Whether a paragraph is sentences, rather than entries of a list that was written without its signs.</summary>
    private static bool IsProse(Paragraph paragraph)
    {
        var text = DocumentWalker.PlainText(paragraph.Content).Trim();
        return paragraph.Content[0] is not (Link or Emphasis or Image or CodeSpan or RawHtmlInline)
            && !paragraph.Content.Any(i => i is LineBreak { Hard: true })
            && char.IsUpper(text[0])
            && text[^1] == '.'
            && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWordsOfProse;
    }
}
