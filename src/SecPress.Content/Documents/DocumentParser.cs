using System.Collections.Immutable;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Content.Documents;

/// <summary>Reads the Markdown of one file into documents that hold nothing of the Markdown parser's own tree.</summary>
internal sealed class DocumentParser(SourceFile file, ProseRules rules, DiagnosticBag diagnostics)
{
    private readonly HeadingIds ids = new();

    /// <summary>The body: everything from an offset to the end of the file.</summary>
    public Document ParseBody(int start, TextKind kind) =>
        Parse(file.Text[start..], TextMap.Shift(start), MarkdownPipelines.Body, kind);

    /// <summary>Blocks of Markdown in front matter.</summary>
    public Document ParseBlocks(YamlScalar scalar) =>
        Parse(scalar.Value, TextMap.Of(file, scalar), MarkdownPipelines.Blocks, TextKind.Value);

    /// <summary>A line of Markdown in front matter.</summary>
    public ImmutableArray<Inline> ParseLine(YamlScalar scalar)
    {
        var document = Parse(scalar.Value, TextMap.Of(file, scalar), MarkdownPipelines.Line, TextKind.Value);
        return [.. document.Blocks.OfType<Paragraph>().SelectMany(p => p.Content)];
    }

    private Document Parse(string text, TextMap map, MarkdownPipeline pipeline, TextKind kind)
    {
        if (TextLimits.FindExcess(text) is { } excess)
        {
            diagnostics.Add(ContentRules.TooLarge, file.At(map.Map(excess.Start, excess.Start + 1)), excess.Message, excess.Mend);
            return Document.Empty;
        }

        if (ParseMarkdown(text, pipeline) is not { } tree)
        {
            var start = StartOfLineTooDeep(text, pipeline);
            var end = text.IndexOf('\n', start);
            diagnostics.Add(
                ContentRules.TooDeep,
                file.At(map.Map(start, end < 0 ? text.Length : end)),
                "the Markdown is nested too deeply here",
                "Take quotes, lists or brackets out of each other.");
            return Document.Empty;
        }

        var context = new ParseContext(file, text, map, rules, ids, kind, diagnostics);
        var definitions = AbbreviationDefinitionParser.DefinitionsOf(tree);
        if (definitions.Count > 0)
        {
            // The editor's own words come first: of two that are alike the finder takes the first.
            context.Words = new WordFinder(definitions.Concat(rules.Acronyms));
        }

        return new BlockLowerer(context).Lower(tree);
    }

    private static MarkdownDocument? ParseMarkdown(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // Thrown for nothing but too much nesting.
            return null;
        }
    }

    /// <summary>The start of the line without which the text can be read.</summary>
    private static int StartOfLineTooDeep(string text, MarkdownPipeline pipeline)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        // From the start in growing steps, so that the search costs no more than reading what stands before the place a few times.
        var (low, high) = (0, 0);
        while (high < starts.Count - 1 && ParseMarkdown(text[..starts[high + 1]], pipeline) is not null)
        {
            (low, high) = (high + 1, Math.Min((high * 2) + 1, starts.Count - 1));
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ParseMarkdown(text[..starts[middle + 1]], pipeline) is null)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return starts[low];
    }
}
