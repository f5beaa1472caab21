using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SecPress.Rendering.Documents;

/// <summary>The words and addresses of the sanitised HTML that a site may allow its editors.</summary>
internal static class TextOfHtml
{
    /// <summary>Paragraphs, each with hard line breaks in it; without addresses where <paramref name="numbers"/> is null.</summary>
    public static IEnumerable<string> Paragraphs(string html, LinkNumbers? numbers)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        Append(document.Body!, text, numbers);
        return text.ToString().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>One tag, as it stands in running text: only a line break, a picture and the address of a link have anything to say.</summary>
    public static string Inline(string tag, LinkNumbers numbers)
    {
        using var document = new HtmlParser().ParseDocument(tag);
        return document.Body!.FirstElementChild switch
        {
            IHtmlBreakRowElement => "\n",
            IHtmlImageElement image => image.AlternativeText ?? "",
            IHtmlAnchorElement anchor when Address(anchor) is { } url => $"[{numbers.Of(url)}] ",
            _ => "",
        };
    }

    private static void Append(INode parent, StringBuilder text, LinkNumbers? numbers)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText words:
                    text.Append(string.Join(' ', words.Data.Split('\n', '\r', '\t')));
                    break;
                case IHtmlBreakRowElement:
                    text.Append('\n');
                    break;
                case IHtmlImageElement image:
                    text.Append(image.AlternativeText);
                    break;
                case IElement element:
                    var isBlock = element is IHtmlParagraphElement or IHtmlDivElement or IHtmlListItemElement or IHtmlHeadingElement
                        or IHtmlTableElement or IHtmlTableRowElement or IHtmlQuoteElement or IHtmlPreElement;
                    text.Append(isBlock ? "\n\n" : "");
                    Append(element, text, numbers);
                    text.Append(numbers is not null && element is IHtmlAnchorElement anchor && Address(anchor) is { } url ? $" [{numbers.Of(url)}]" : "");
                    text.Append(isBlock ? "\n\n" : element is IHtmlTableCellElement ? " " : "");
                    break;
            }
        }
    }

    private static string? Address(IHtmlAnchorElement anchor) =>
        anchor.GetAttribute("href") is { Length: > 0 } url && url[0] != '#' ? url : null;
}
