using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SecPress.Model.Editions;

namespace SecPress.Rendering.Email;

/// <summary>Reads a finished edition back as a client would, for the checks.</summary>
internal static partial class EditionReader
{
    public static EditionFacts Read(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var preheader = "";
        foreach (var text in document.Body!.Descendants<IText>())
        {
            if (text.ParentElement is IHtmlStyleElement or IHtmlScriptElement)
            {
                continue;
            }

            if (IsHidden(text))
            {
                preheader += preheader.Length == 0 ? text.Data : "";
                continue;
            }

            AddWords(words, text.Data);
        }

        foreach (var image in document.Images)
        {
            AddWords(words, image.AlternativeText ?? "");
        }

        return new EditionFacts(
            preheader.Replace("\u200C", "", StringComparison.Ordinal).Trim(),
            [.. words],
            [.. document.Links.Select(l => l.GetAttribute("href") ?? "").Where(IsAddress).Distinct(StringComparer.Ordinal)],
            [.. document.Head!.Descendants<IHtmlStyleElement>().Select(s => Encoding.UTF8.GetByteCount(s.TextContent))]);
    }

    private static void AddWords(SortedSet<string> words, string text)
    {
        foreach (Match match in Word().Matches(text))
        {
            words.Add(match.Value.ToLowerInvariant());
        }
    }

    private static bool IsAddress(string href) =>
        href.StartsWith("http", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(INode node) =>
        node.Ancestors<IElement>().Any(e => e.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.Ordinal) == true);

    [GeneratedRegex(@"\w{3,}")]
    private static partial Regex Word();
}
