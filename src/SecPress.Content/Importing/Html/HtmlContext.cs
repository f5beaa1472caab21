using System.Globalization;
using AngleSharp.Dom;

namespace SecPress.Content.Importing.Html;

/// <summary>What all that reads one HTML text shares.</summary>
internal sealed class HtmlContext(Func<string, int, string?> addressOf, IReadOnlyDictionary<string, string> colours, ImportNotes notes)
{
    private static readonly HashSet<string> Bullet = ["•", "●", "■", "▪", "◆", "○", "⬤", "·", "◉"];

    public ImportNotes Notes => notes;

    /// <summary>Text that only mail programs show, behind the subject: the first of some length.</summary>
    public string Preheader { get; private set; } = "";

    public string? AddressOf(string url, int line) => addressOf(url, line);

    public static int LineOf(IElement element) => element.SourceReference?.Position.Line ?? 0;

    public static bool IsNotText(IElement element) => element.LocalName is "script" or "style" or "head" or "template" or "iframe" or "object" or "embed" or "svg"
        or "noscript" or "video" or "audio" or "canvas" or "select" or "textarea" or "title" or "meta" or "link";

    /// <summary>Whether it is a pixel that counts readers, or a spacer.</summary>
    public static bool IsTiny(IElement element) => Pixels(element, "width") is <= 3 || Pixels(element, "height") is <= 3;

    public void NoteDropped(IElement element)
    {
        if (element.LocalName is not ("style" or "head" or "meta" or "link" or "title"))
        {
            notes.Left(LineOf(element), $"<{element.LocalName}> was left out", $"{element.GetAttribute("src")} {element.TextContent}");
        }
    }

    public void NoteHidden(IElement element)
    {
        var words = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('\u200C', '\u00AD', '\u034F', ' ');
        if (words.Length == 0)
        {
            return;
        }

        if (Preheader.Length == 0 && words.Length is >= 20 and <= 300)
        {
            Preheader = words;
            notes.Taken(LineOf(element), "this hidden line is 'summary' in front matter now", words);
        }
        else
        {
            notes.Left(LineOf(element), "this is hidden and was left out", words);
        }
    }

    /// <summary>The name of a coloured bullet, such as "blue-bullet", when an element is nothing else.</summary>
    public string? ColouredBullet(IElement element, HtmlStyle style)
    {
        if (style.Colour is not { } colour || element.ChildElementCount > 0 || !Bullet.Contains(element.TextContent.Trim()))
        {
            return null;
        }

        var name = colours.Where(c => c.Key == colour || c.Value.Equals(colour, StringComparison.OrdinalIgnoreCase)).Select(c => c.Key).FirstOrDefault();
        return name is null ? null : name + "-bullet";
    }

    private static double? Pixels(IElement element, string name) =>
        double.TryParse((element.GetAttribute(name) ?? "").Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
