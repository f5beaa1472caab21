using System.Text;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SecPress.Content.Documents;

namespace SecPress.Content.Importing.Posts;

/// <summary>The anchors that other generators gave a text's headings, and those that SecPress gives them.</summary>
internal sealed class HeadingAnchors
{
    private readonly Dictionary<string, string> anchors = new(StringComparer.OrdinalIgnoreCase);

    private HeadingAnchors()
    {
    }

    public static HeadingAnchors Of(string body)
    {
        var found = new HeadingAnchors();
        if (TextLimits.FindExcess(body) is not null || MarkdownTree.Parse(body) is not { } tree)
        {
            return found;
        }

        var ids = new HeadingIds();
        foreach (var heading in tree.Descendants<HeadingBlock>())
        {
            var words = WordsOf(heading.Inline);
            var given = heading.TryGetAttributes()?.Id;
            var id = string.IsNullOrEmpty(given) ? ids.From(words) : given;
            foreach (var old in new[] { id, Spaced(words), Collapsed(words) }.Where(o => o.Length > 0))
            {
                found.anchors.TryAdd(old, id);
            }
        }

        return found;
    }

    /// <summary>The anchor of today for one of old; null when no heading had it.</summary>
    public string? Find(string anchor) => anchors.GetValueOrDefault(Uri.UnescapeDataString(anchor));

    private static string WordsOf(ContainerInline? inline)
    {
        var words = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            _ = part switch
            {
                LiteralInline literal => words.Append(literal.Content.AsSpan()),
                CodeInline code => words.Append(code.Content),
                HtmlEntityInline entity => words.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => words.Append(' '),
                _ => words,
            };
        }

        return words.ToString();
    }

    // GitHub and kramdown: letters, digits and hyphens, a hyphen for each space.
    private static string Spaced(string words) => new(
        [.. words.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    // Python-Markdown: the same, with runs of hyphens as one.
    private static string Collapsed(string words) => string.Join('-', Spaced(words).Split('-', StringSplitOptions.RemoveEmptyEntries));
}
