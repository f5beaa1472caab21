using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Documents;
using SecPress.Model.Images;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Documents;

/// <summary>Prints running text for <see cref="HtmlPrinter"/>.</summary>
internal sealed class HtmlInlines(StringBuilder html, HtmlPrinterOptions options)
{
    private const string CloseLink = "</a>";

    private readonly Stack<Work> pending = new();
    private readonly HashSet<string> expanded = new(StringComparer.Ordinal);
    private int openLinks;

    /// <summary>An inline yet to be printed, or the text that closes one.</summary>
    private readonly record struct Work(Inline? Inline, string Close);

    public static void AppendAttribute(StringBuilder html, string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        Escaping.Append(html, value).Append('"');
    }

    public static void AppendClasses(StringBuilder html, NodeAttributes attributes, string? ownClass = null)
    {
        var classes = string.Join(' ', ownClass is null ? attributes.Classes : attributes.Classes.Insert(0, ownClass));
        if (classes.Length > 0)
        {
            AppendAttribute(html, "class", classes);
        }
    }

    /// <summary>Off in headings, whose words are links elsewhere and are read at a glance: neither acronyms nor ids are marked in them.</summary>
    public bool MarksWords { get; set; } = true;

    /// <summary>Whether the next image is likely to be seen at once, and so does not wait until it is scrolled to.</summary>
    public bool Leads { get; set; }

    public string FootnoteId(int number) => $"fn-{options.FootnotePrefix}{number}";

    public string ReferenceId(int number, int occurrence) =>
        $"fnref-{options.FootnotePrefix}{number}{(occurrence > 1 ? "-" + occurrence : "")}";

    public void Print(ImmutableArray<Inline> content)
    {
        // Nothing of an outer call may be pending: inlines never call back into blocks.
        Push(content);
        while (pending.TryPop(out var work))
        {
            if (work.Inline is null)
            {
                html.Append(work.Close);
                openLinks -= work.Close == CloseLink ? 1 : 0;
            }
            else
            {
                Open(work.Inline);
            }
        }
    }

    private void Push(ImmutableArray<Inline> content)
    {
        for (var i = content.Length - 1; i >= 0; i--)
        {
            pending.Push(new Work(content[i], ""));
        }
    }

    private void Wrap(string tag, ImmutableArray<Inline> content)
    {
        html.Append('<').Append(tag).Append('>');
        pending.Push(new Work(null, $"</{tag}>"));
        Push(content);
    }

    private void Open(Inline inline)
    {
        switch (inline)
        {
            case TextInline text:
                Escaping.Append(html, text.Text);
                break;
            case Emphasis emphasis:
                Wrap(TagOf(emphasis.Kind), emphasis.Content);
                break;
            case CodeSpan code:
                html.Append("<code>");
                Escaping.Append(html, code.Text).Append("</code>");
                break;
            case Link link:
                OpenLink(link);
                break;
            case Image image:
                PrintImage(image);
                break;
            case LineBreak { Hard: true }:
                html.Append("<br>\n");
                break;
            case LineBreak:
                html.Append('\n');
                break;
            // Once a document: a mark at each of fifty mentions would disturb reading.
            case Abbreviation abbreviation when options.Abbreviations && MarksWords && expanded.Add(abbreviation.Text):
                html.Append("<abbr");
                AppendAttribute(html, "title", abbreviation.Expansion);
                html.Append('>');
                Escaping.Append(html, abbreviation.Text).Append("</abbr>");
                break;
            case Abbreviation abbreviation:
                Escaping.Append(html, abbreviation.Text);
                break;
            case RegisterMention mention:
                PrintMention(mention);
                break;
            case FootnoteReference reference:
                PrintReference(reference);
                break;
            case MergeField field when options.MergeField is { } print:
                html.Append(print(field).Text);
                break;
            case MergeField field:
                Escaping.Append(html, field.Fallback);
                break;
            case RawHtmlInline raw:
                html.Append(raw.Html);
                openLinks += IsTag(raw.Html, "<a") ? 1 : IsTag(raw.Html, CloseLink[..^1]) ? -1 : 0;
                break;
            default:
                throw new InvalidOperationException($"The printer does not know {inline.GetType().Name}.");
        }
    }

    private void OpenLink(Link link)
    {
        // A link that leads nowhere is reported by the checks; its words still stand.
        if (options.Links.Href(link.Url) is not { } href)
        {
            Push(link.Content);
            return;
        }

        html.Append("<a");
        AppendAttribute(html, "href", href);
        if (link.Title is { Length: > 0 } title)
        {
            AppendAttribute(html, "title", title);
        }

        if (options.Ids && link.Attributes.Id is { } id)
        {
            AppendAttribute(html, "id", id);
        }

        AppendClasses(html, link.Attributes);
        html.Append('>');
        pending.Push(new Work(null, CloseLink));
        openLinks++;
        Push(link.Content);
    }

    // A link inside a link is no HTML.
    private void PrintMention(RegisterMention mention)
    {
        if (!options.EntryLinks || !MarksWords || openLinks > 0 || options.Links.ToEntry(mention.RegisterId, mention.Id) is not { } href)
        {
            Escaping.Append(html, mention.Id);
            return;
        }

        html.Append("<a");
        AppendAttribute(html, "class", "sp-ref");
        AppendAttribute(html, "href", href);
        html.Append('>');
        Escaping.Append(html, mention.Id).Append("</a>");
    }

    private static bool IsTag(string html, string start) =>
        html.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (html.Length == start.Length || !char.IsLetterOrDigit(html[start.Length]));

    private void PrintImage(Image image)
    {
        if (options.Links.Href(image.Url) is not { } source)
        {
            Escaping.Append(html, image.Alt);
            return;
        }

        var asset = options.Links.FindAsset(image.Url);
        var picture = asset is null ? null : options.Images.PictureOf(asset);
        if (picture is not null)
        {
            source = picture.Fallback is { } fallback ? options.Links.ToPath(fallback.Path) : source;
            html.Append("<picture><source type=\"image/webp\"");
            AppendAttribute(html, "srcset", string.Join(", ", picture.WebP.Select(v => $"{options.Links.ToPath(v.Path)} {v.Size.Width}w")));
            AppendAttribute(html, "sizes", options.ImageSizes);
            html.Append('>');
        }

        html.Append("<img");
        AppendAttribute(html, "src", source);
        AppendAttribute(html, "alt", image.Alt);
        if ((picture?.Fallback?.Size ?? (asset is null ? null : ImageSize.Read(asset.Bytes.AsSpan()))) is { } size)
        {
            size = size.AtMost(options.WidestImage);
            html.Append(" width=\"").Append(size.Width).Append("\" height=\"").Append(size.Height).Append('"');
        }

        if (image.Title is { Length: > 0 } title)
        {
            AppendAttribute(html, "title", title);
        }

        if (options.Scrolling)
        {
            html.Append(Leads ? " fetchpriority=\"high\"" : " loading=\"lazy\"").Append(" decoding=\"async\"");
            Leads = false;
        }

        AppendClasses(html, image.Attributes);
        html.Append(picture is null ? ">" : "></picture>");
    }

    private void PrintReference(FootnoteReference reference)
    {
        if (!options.FootnoteLinks)
        {
            html.Append("<sup>").Append(reference.Number).Append("</sup>");
            return;
        }

        html.Append("<sup class=\"sp-fnref\"><a");
        AppendAttribute(html, "href", options.Links.ToAnchor(FootnoteId(reference.Number)));
        AppendAttribute(html, "id", ReferenceId(reference.Number, reference.Occurrence));
        AppendAttribute(html, "aria-label", options.Labels.Format("footnotes.reference", reference.Number));
        html.Append('>').Append(reference.Number).Append("</a></sup>");
    }

    private static string TagOf(EmphasisKind kind) => kind switch
    {
        EmphasisKind.Stress => "em",
        EmphasisKind.Strong => "strong",
        EmphasisKind.Strikethrough => "s",
        EmphasisKind.Subscript => "sub",
        EmphasisKind.Superscript => "sup",
        EmphasisKind.Inserted => "ins",
        EmphasisKind.Marked => "mark",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
