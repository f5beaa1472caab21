using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Documents;

namespace SecPress.Rendering.Documents;

/// <summary>Running text as plain text: words as they are, and a link's address by its number.</summary>
internal sealed class TextInlines(TextPrinterOptions options)
{
    private static readonly SearchValues<char> Invisible =
        SearchValues.Create("\u00AD\u034F\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    private readonly StringBuilder text = new();
    private readonly Stack<Work> pending = new();

    /// <summary>An inline yet to be printed, or the text that closes one.</summary>
    private readonly record struct Work(Inline? Inline, string Close);

    /// <summary>Line breaks are hard ones.</summary>
    public static string Print(ImmutableArray<Inline> content, TextPrinterOptions options)
    {
        var printer = new TextInlines(options);
        printer.Push(content);
        while (printer.pending.TryPop(out var work))
        {
            if (work.Inline is null)
            {
                printer.text.Append(work.Close);
            }
            else
            {
                printer.Open(work.Inline);
            }
        }

        return Visible(printer.text.ToString());
    }

    /// <summary>Without soft hyphens, zero-width and control characters: in plain text they are noise at best.</summary>
    public static string Visible(string text) =>
        // All there is to most texts, and several times as fast to see as that nothing invisible is among them.
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        || (text.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0 && !text.AsSpan().ContainsAny(Invisible))
            ? text
            : string.Concat(text.Where(c => !Invisible.Contains(c) && c is < '\u007F' or > '\u009F'));

    private void Push(ImmutableArray<Inline> content)
    {
        for (var i = content.Length - 1; i >= 0; i--)
        {
            pending.Push(new Work(content[i], ""));
        }
    }

    private void Open(Inline inline)
    {
        switch (inline)
        {
            case TextInline t:
                text.Append(t.Text.Replace('\n', ' '));
                break;
            case Emphasis { Kind: EmphasisKind.Stress or EmphasisKind.Strong or EmphasisKind.Strikethrough } emphasis:
                Wrap(emphasis.Kind switch { EmphasisKind.Stress => "_", EmphasisKind.Strong => "*", _ => "~" }, emphasis.Content);
                break;
            case Emphasis emphasis:
                Push(emphasis.Content);
                break;
            case CodeSpan code:
                text.Append(code.Text);
                break;
            case Link link:
                OpenLink(link);
                break;
            case Image image:
                text.Append(image.Alt);
                break;
            case LineBreak hard:
                text.Append(hard.Hard ? '\n' : ' ');
                break;
            case Abbreviation abbreviation:
                text.Append(abbreviation.Text);
                break;
            case RegisterMention mention:
                text.Append(mention.Id);
                break;
            case FootnoteReference reference:
                text.Append(' ').Append(options.Labels.Format("email.text.note", reference.Number));
                break;
            case MergeField field:
                text.Append(options.MergeField?.Invoke(field) ?? field.Fallback);
                break;
            case RawHtmlInline raw:
                text.Append(TextOfHtml.Inline(raw.Html, options.Numbers));
                break;
            default:
                throw new InvalidOperationException($"The printer does not know {inline.GetType().Name}.");
        }
    }

    private void Wrap(string mark, ImmutableArray<Inline> content)
    {
        text.Append(mark);
        pending.Push(new Work(null, mark));
        Push(content);
    }

    private void OpenLink(Link link)
    {
        // Words that are the address need no number; a link that leads nowhere has none, and the checks report it.
        if (options.Links.Href(link.Url) is { } href && DocumentWalker.PlainText(link.Content) != href)
        {
            pending.Push(new Work(null, $" [{options.Numbers.Of(href)}]"));
        }

        Push(link.Content);
    }
}
