using Markdig;
using Markdig.Syntax;
using SecPress.Content.Documents;

namespace SecPress.Content.Importing.Posts;

/// <summary>Markdown as SecPress reads it, with the places of everything.</summary>
internal static class MarkdownTree
{
    /// <summary>Null when it is nested too deeply.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, MarkdownPipelines.Body);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
