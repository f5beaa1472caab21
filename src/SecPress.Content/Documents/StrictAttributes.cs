using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace SecPress.Content.Documents;

/// <summary>Takes attributes in braces only where text cannot be meant: not "{}", "{name}" or "{...}", and behind a heading only at the end of its line.</summary>
internal sealed class StrictAttributesParser : GenericAttributesParser
{
    private const int Longest = 1000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        IsMeant(slice.AsSpan()) && base.Match(processor, ref slice);

    /// <summary>Whether braces at the start of a text hold an id, a class or a name with a value.</summary>
    public static bool IsMeant(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, Longest)].IndexOf('}');
        return close > 0 && text[1..close].TrimStart() is [var first, ..] inside
            && (first is '#' or '.' ? inside is [_, var second, ..] && (char.IsLetterOrDigit(second) || second is '-' or '_') : inside.Contains('='));
    }
}

/// <summary>Holds blocks to the same; set up behind the extension that gives them attributes at all.</summary>
internal sealed class StrictAttributesExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers.OfType<IAttributesParseable>())
        {
            if (parser.TryParseAttributes is { } parse)
            {
                parser.TryParseAttributes = (BlockProcessor processor, ref StringSlice line, IBlock block) =>
                    IsAtEnd(line.AsSpan()) && parse(processor, ref line, block);
            }
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static bool IsAtEnd(ReadOnlySpan<char> line)
    {
        var open = line.LastIndexOf('{');
        return open >= 0 && line.TrimEnd() is [.., '}'] trimmed && trimmed.LastIndexOf('}') > open && StrictAttributesParser.IsMeant(line[open..]);
    }
}
