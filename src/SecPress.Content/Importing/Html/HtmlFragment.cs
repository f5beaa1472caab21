using AngleSharp.Html.Parser;
using SecPress.Content.Importing.Blocks;

namespace SecPress.Content.Importing.Html;

/// <summary>Turns a piece of HTML that stands among Markdown into Markdown.</summary>
internal static class HtmlFragment
{
    public static string ToMarkdown(string html, int line, Func<string, string?> addressOf, ImportNotes notes)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var context = new HtmlContext((url, _) => addressOf(url), new Dictionary<string, string>(), notes.At(line));
        var blocks = new HtmlBlockReader(context).Read(document.Body!);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is DraftHeading heading && !html.Contains($"<h{heading.Level}", StringComparison.OrdinalIgnoreCase))
            {
                blocks[i] = new DraftParagraph(heading.Line, heading.Text);
            }
        }

        return DraftMarkdownWriter.Write(blocks);
    }
}
