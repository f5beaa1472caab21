using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.GenericAttributes;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace SecPress.Content.Documents;

/// <summary>
/// How Markdown is read: CommonMark with pipe tables, task lists, figures, containers, attributes, strikethrough and its like, and in
/// bodies footnotes and abbreviations. A pipeline has no state of its own and serves every thread.
/// </summary>
internal static class MarkdownPipelines
{
    // A sign that could open emphasis and finds no partner counts as nesting until its paragraph ends, and the cells of a table are
    // one paragraph: "~5" in five hundred cells is an honest text. What is truly nested is counted by the lowerers.
    private const int MostOpenSigns = 1000;

    /// <summary>A body of an issue or a page.</summary>
    public static readonly MarkdownPipeline Body = Build(new MarkdownPipelineBuilder().UseFootnotes(), blocks: true);

    /// <summary>Blocks of Markdown in front matter, which have no footnotes: their numbers would clash with the body's.</summary>
    public static readonly MarkdownPipeline Blocks = Build(new MarkdownPipelineBuilder(), blocks: true);

    /// <summary>A line of Markdown in front matter: no blocks, whatever it starts with.</summary>
    public static readonly MarkdownPipeline Line = Build(new MarkdownPipelineBuilder(), blocks: false);

    private static MarkdownPipeline Build(MarkdownPipelineBuilder builder, bool blocks)
    {
        builder.PreciseSourceLocation = true;
        builder.MaximumNestingDepth = MostOpenSigns;
        if (blocks)
        {
            builder.UsePipeTables().UseTaskLists().UseFigures();
            // The whole extension would also take "::" in running text, as in "std::string".
            builder.BlockParsers.Insert(0, new CustomContainerParser());
            builder.BlockParsers.Insert(0, new AbbreviationDefinitionParser());
        }
        else
        {
            builder.BlockParsers.Clear();
            builder.BlockParsers.Add(new ParagraphBlockParser());
        }

        builder.UseEmphasisExtras();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new MergeFieldParser());
        builder.InlineParsers.Insert(0, new StrictAttributesParser());
        builder.Extensions.AddIfNotAlready<GenericAttributesExtension>();
        builder.Extensions.Add(new StrictAttributesExtension());
        return builder.Build();
    }
}
