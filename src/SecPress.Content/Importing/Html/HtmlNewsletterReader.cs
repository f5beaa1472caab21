using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using SecPress.Content.Importing.Blocks;
using SecPress.Content.Importing.Parts;
using SecPress.Content.Importing.Texts;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Html;

/// <summary>Reads a newsletter that was a web page or an email in HTML.</summary>
internal sealed partial class HtmlNewsletterReader(SiteSettings settings, MonthNames months, Func<string, int, string?> addressOf, ImportNotes notes)
{
    private const int BlocksToLookForDate = 12;
    private const int LongestFurniture = 240;

    private readonly DateFinder dates = new(months, null);

    public List<DraftBlock> Read(string html, IssueDraft draft)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        var context = new HtmlContext(addressOf, settings.Theme.Colours, notes);
        var blocks = document.Body is { } body ? new HtmlBlockReader(context).Read(MainOf(body)) : [];
        draft.Sent = SentOf(document);
        TakeHead(blocks, document, draft);
        TakeOffFurniture(blocks);
        GroupHighlights(blocks);
        Normalise(blocks);
        draft.Summary = context.Preheader.Length > 0 ? context.Preheader : Meta(document, "description") ?? "";
        return blocks;
    }

    // Only when nothing with words stands outside of it.
    private static IElement MainOf(IElement body) =>
        body.QuerySelectorAll("main") is { Length: 1 } found && found[0].TextContent.Trim().Length == body.TextContent.Trim().Length ? found[0] : body;

    private LocalDate? SentOf(IHtmlDocument document)
    {
        var given = Meta(document, "article:published_time") ?? Meta(document, "date") ?? Meta(document, "dc.date") ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return given is not null && dates.In(given.Split('T')[0]) is [var found, ..] ? found.Date : null;
    }

    private void TakeHead(List<DraftBlock> blocks, IHtmlDocument document, IssueDraft draft)
    {
        for (var i = 0; i < Math.Min(blocks.Count, BlocksToLookForDate); i++)
        {
            if (TextOf(blocks[i]) is { } text && TextHead.SentIn(text, dates) is { } sent)
            {
                draft.Sent ??= sent;
                notes.Taken(blocks[i].Line, "this is 'sent' in front matter now", text);
                blocks.RemoveAt(i);
                break;
            }
        }

        var named = document.Title?.Trim() ?? "";
        var headline = blocks.Take(BlocksToLookForDate).OfType<DraftHeading>().FirstOrDefault(h => h.Level == 1)
            ?? blocks.Take(BlocksToLookForDate).OfType<DraftHeading>().FirstOrDefault(h => h.Text.Plain.Equals(named, StringComparison.OrdinalIgnoreCase))
            ?? (named.Length == 0 ? blocks.OfType<DraftHeading>().FirstOrDefault() : null);
        draft.Title = headline?.Text.Plain ?? (named.Length > 0 ? named : "");
        if (headline is not null)
        {
            blocks.Remove(headline);
        }

        if (named.Length > 0 && !named.Equals(draft.Title, StringComparison.OrdinalIgnoreCase))
        {
            notes.Left(0, "the title of the page differs from its headline, which was taken", named);
        }
    }

    private void TakeOffFurniture(List<DraftBlock> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i] is DraftParagraph or DraftHeading && TextOf(blocks[i]) is { Length: <= LongestFurniture } text && Furniture().IsMatch(text))
            {
                notes.Left(blocks[i].Line, "this belonged to the old page or mail and was left out", text);
                blocks.RemoveAt(i);
            }
        }

        while (blocks is [.., DraftRule])
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        while (blocks is [DraftRule, ..])
        {
            blocks.RemoveAt(0);
        }
    }

    private static void GroupHighlights(List<DraftBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var items = blocks[i] is DraftList { Ordered: false } list && list.Items.All(item => item is [DraftParagraph])
                ? list.Items.Select(item => Coloured(item[0])).ToList()
                : blocks.Skip(i).Select(Coloured).TakeWhile(c => c is not null).ToList();
            if (items.Count == 0 || items.Contains(null))
            {
                continue;
            }

            var taken = blocks[i] is DraftList ? 1 : items.Count;
            blocks[i] = new DraftHighlights(blocks[i].Line, [.. items.Select(item => item!.Value)]);
            blocks.RemoveRange(i + 1, taken - 1);
        }
    }

    private static (string, DraftText)? Coloured(DraftBlock block) =>
        block is DraftParagraph paragraph
        && Bullets.Coloured(paragraph.Text.Plain) is { } plain
        && Bullets.Coloured(paragraph.Text.Markdown) is { } markdown
            ? (plain.Colour, new DraftText(plain.Words, markdown.Words))
            : null;

    // From level 2 on, and none skipped.
    private static void Normalise(List<DraftBlock> blocks)
    {
        var least = blocks.OfType<DraftHeading>().Select(h => h.Level).DefaultIfEmpty(2).Min();
        var before = 1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is DraftHeading heading)
            {
                var level = Math.Min(Math.Min(heading.Level - least + 2, 6), before + 1);
                blocks[i] = heading with { Level = level };
                before = level;
            }
        }
    }

    private static string? TextOf(DraftBlock block) => block switch
    {
        DraftParagraph paragraph => paragraph.Text.Plain,
        DraftHeading heading => heading.Text.Plain,
        _ => null,
    };

    private static string? Meta(IHtmlDocument document, string name) => document.QuerySelectorAll("meta")
        .FirstOrDefault(m => name.Equals(m.GetAttribute("name") ?? m.GetAttribute("property"), StringComparison.OrdinalIgnoreCase))
        ?.GetAttribute("content")?.Trim() is { Length: > 0 } content ? content : null;

    [GeneratedRegex(
        @"\bunsubscribe\b|\b(view|read|open|see)\b.{0,40}\b(browser|online)\b|\b(update|manage|change)\b.{0,20}\bpreferences\b|\bforward (this|to a friend)\b|all rights reserved|^\s*(©|copyright\b)|^skip to (the )?(main )?content",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Furniture();
}
