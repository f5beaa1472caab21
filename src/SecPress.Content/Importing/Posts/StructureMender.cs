using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using SecPress.Content.Documents;

namespace SecPress.Content.Importing.Posts;

/// <summary>
/// Puts backslashes before what means something to SecPress and meant nothing where the text comes from: containers, merge fields,
/// comments without an end, footnotes nobody refers to. Takes out definitions without an address, which hide the next one, and puts
/// brackets and backticks that cross each other in order.
/// </summary>
internal static partial class StructureMender
{
    /// <summary>What a backslash reveals may need one itself.</summary>
    private const int MostRounds = 8;

    public static string Mend(string body, int firstLine, ImportNotes notes)
    {
        body = EmptyDefinition().Replace(body, match =>
        {
            notes.Left(firstLine + body.AsSpan(0, match.Index).Count('\n'), "this definition of a link has no address", match.Value);
            return "";
        });
        body = CrossedBackticks().Replace(body, "[`$1`](");
        for (var round = 0; round < MostRounds; round++)
        {
            var edits = new TextEdits();
            if (MarkdownTree.Parse(body) is { } tree)
            {
                Collect(tree, body, edits);
            }

            if (edits.IsEmpty)
            {
                break;
            }

            body = edits.Apply(body);
        }

        return body;
    }

    private static void Collect(MarkdownDocument tree, string body, TextEdits edits)
    {
        foreach (var node in tree.Descendants())
        {
            switch (node)
            {
                case CustomContainer container:
                    EscapeFences(container, body, edits);
                    break;
                case MergeFieldInline { Fallback: not null } field:
                    edits.Insert(field.Span.Start, "\\");
                    break;
                case HtmlBlock html when Unclosed(html.Span.Start, html.Span.End, body) is >= 0 and var at:
                    // Within a block of HTML a backslash is a letter like any other.
                    edits.Replace(at, at == html.Span.Start ? at : at + 1, at == html.Span.Start ? "\\" : "&lt;");
                    break;
            }
        }

        foreach (var unused in tree.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g.OfType<FootnoteLinkReferenceDefinition>()).Where(d => d.Footnote.Order < 0))
        {
            edits.Insert(unused.Span.Start, "\\");
        }
    }

    private static void EscapeFences(CustomContainer container, string body, TextEdits edits)
    {
        edits.Insert(container.Span.Start, "\\");
        var last = body.LastIndexOf('\n', Math.Min(container.Span.End, body.Length - 1)) + 1;
        var colons = body.IndexOf(':', last);
        if (container.ClosingFencedCharCount > 0 && last > container.Span.Start && colons >= 0 && colons <= container.Span.End)
        {
            edits.Insert(colons, "\\");
        }
    }

    private static int Unclosed(int start, int end, string body)
    {
        var length = Math.Min(end + 1, body.Length) - start;
        var at = length <= 0 ? -1 : HtmlSanitizer.FindUnclosedComment(body.AsSpan(start, length));
        return at < 0 ? -1 : start + at;
    }

    [GeneratedRegex(@"`\[([^\]\[`\n]*)`\]\(", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex CrossedBackticks();

    [GeneratedRegex(@"^\[[^\]\n]+\]:[ \t]*\n(?=\S)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex EmptyDefinition();
}
