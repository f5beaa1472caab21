using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;
using SecPress.Model.Documents;
using SecPress.Model.Editions;
using Inline = SecPress.Model.Documents.Inline;

namespace SecPress.Content.Documents;

/// <summary>Lowers running text, and finds acronyms and register ids in it.</summary>
internal sealed class InlineLowerer(ParseContext context)
{
    /// <summary>Emphasis and links in each other.</summary>
    private const int MostNesting = 64;

    private readonly List<FoundWord> found = [];
    private readonly Stack<TextRun> runs = [];

    public ImmutableArray<Inline> Lower(ContainerInline? container) => container is null ? [] : Lower(container, 0, insideLink: false);

    private ImmutableArray<Inline> Lower(ContainerInline container, int depth, bool insideLink)
    {
        if (depth > MostNesting)
        {
            context.Report(
                ContentRules.TooDeep, context.SpanOf(container), "emphasis or links are nested too deeply here", "Take them out of each other.");
            return [];
        }

        var inlines = ImmutableArray.CreateBuilder<Inline>();
        var run = runs.TryPop(out var spare) ? spare : new TextRun();
        var tags = context.Rules.RawHtml ? new InlineTags() : null;
        foreach (var child in Flattened(container))
        {
            if (AppendText(run, child))
            {
                continue;
            }

            Flush(run, inlines, insideLink);
            if (child is HtmlInline html)
            {
                LowerHtml(html, inlines, tags);
            }
            else if (Lower(child, depth, insideLink) is { } inline)
            {
                inlines.Add(inline);
            }
        }

        Flush(run, inlines, insideLink);
        runs.Push(run);
        tags?.RemoveUnpaired(inlines, context);
        return inlines.DrainToImmutable();
    }

    // Brackets and stars that turned out to mean nothing hold what follows them as their children. A hostile text has ten thousand in
    // each other, so they are taken apart without recursion.
    private static IEnumerable<Markdig.Syntax.Inlines.Inline> Flattened(ContainerInline container)
    {
        var resume = new Stack<Markdig.Syntax.Inlines.Inline?>();
        var child = container.FirstChild;
        while (child is not null || resume.TryPop(out child))
        {
            if (child is null)
            {
                continue;
            }

            yield return child;
            var next = child.NextSibling;
            if (child is DelimiterInline { FirstChild: { } inner })
            {
                resume.Push(next);
                child = inner;
            }
            else
            {
                child = next;
            }
        }
    }

    private bool AppendText(TextRun run, Markdig.Syntax.Inlines.Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendLiteral(run, literal.Content, StartOf(literal), literal.Span.End + 1);
                return true;
            case HtmlEntityInline entity when context.Accepts(entity.Transcoded.AsSpan(), context.SpanOf(entity)):
                run.Append(entity.Transcoded, entity.Span.Start, entity.Span.End + 1);
                return true;
            case HtmlEntityInline or TaskList:
                return true;
            case DelimiterInline delimiter:
                run.Append(new StringSlice(delimiter.ToLiteral()), delimiter.Span.Start, delimiter.Span.End + 1);
                return true;
            default:
                return false;
        }
    }

    // The backslash of an escape belongs to the span and not to the content, nor do the spaces around the text of a table's cell.
    private int StartOf(LiteralInline literal)
    {
        var start = literal.Span.Start;
        if (literal.Content.Length < literal.Span.Length)
        {
            start += literal.IsFirstCharacterEscaped ? 1 : 0;
            while (start < literal.Span.End && start < context.Text.Length && context.Text[start] == ' ' && literal.Content.CurrentChar != ' ')
            {
                start++;
            }
        }

        return start;
    }

    private static void AppendLiteral(TextRun run, StringSlice content, int start, int end)
    {
        if (run.IsEmpty && content.Start > 0 && content.CurrentChar == ' ' && end - start == content.Length && IsBehindTask(content))
        {
            content.Start++;
            start++;
        }

        run.Append(content, start, end);
    }

    private static bool IsBehindTask(StringSlice content) =>
        content.Start >= 3 && content.Text[content.Start - 1] == ']' && content.Text[content.Start - 3] == '[';

    private void Flush(TextRun run, ImmutableArray<Inline>.Builder inlines, bool insideLink)
    {
        if (run.IsEmpty)
        {
            return;
        }

        var text = run.Text;
        found.Clear();
        if (!insideLink)
        {
            context.Rules.RegisterFinder.Find(text, found);
        }

        context.Words.Find(text, found);
        if (found.Count > 1)
        {
            found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        }

        var at = 0;
        foreach (var word in found)
        {
            if (word.Start < at)
            {
                continue;
            }

            AddText(run, text, at, word.Start, inlines);
            var span = run.SpanOf(word.Start, word.End, context.Map);
            inlines.Add(word.Acronym is { } acronym
                ? new Abbreviation(span, acronym.Text, word.Meaning)
                : new RegisterMention(span, word.Meaning, text.Substring(word.Start, word.Length)));
            at = word.End;
        }

        AddText(run, text, at, text.Length, inlines);
        run.Clear();
    }

    private void AddText(TextRun run, string text, int start, int end, ImmutableArray<Inline>.Builder inlines)
    {
        if (end > start)
        {
            inlines.Add(new TextInline(run.SpanOf(start, end, context.Map), end - start == text.Length ? text : text[start..end]));
        }
    }

    private Inline? Lower(Markdig.Syntax.Inlines.Inline inline, int depth, bool insideLink)
    {
        var at = context.SpanOf(inline);
        return inline switch
        {
            EmphasisInline emphasis => new Emphasis(at, KindOf(emphasis), Lower(emphasis, depth + 1, insideLink)),
            CodeInline code => new CodeSpan(at, code.Content),
            LineBreakInline line => new LineBreak(at, line.IsHard),
            LinkInline { IsImage: true } image => LowerImage(image, depth),
            LinkInline link => LowerLink(link, depth),
            AutolinkInline auto => LowerAutolink(auto),
            FootnoteLink { IsBackLink: false } note => new FootnoteReference(at, note.Footnote.Order, note.Footnote.Links.IndexOf(note) + 1),
            MergeFieldInline field => LowerField(field),
            _ => null,
        };
    }

    private Link LowerLink(LinkInline link, int depth)
    {
        var url = link.Url ?? "";
        var urlSpan = UrlSpanOf(link);
        CheckUrl(url, urlSpan);
        context.Accepts(link.Title, context.SpanOf(link));
        return new Link(context.SpanOf(link), url, NullIfEmpty(link.Title), Lower(link, depth + 1, insideLink: true))
        {
            UrlSpan = urlSpan,
            Attributes = context.AttributesOf(link),
        };
    }

    private Image LowerImage(LinkInline image, int depth)
    {
        var url = image.Url ?? "";
        var urlSpan = UrlSpanOf(image);
        CheckUrl(url, urlSpan);
        context.Accepts(image.Title, context.SpanOf(image));
        var alt = DocumentWalker.PlainText(Lower(image, depth + 1, insideLink: true));
        return new Image(context.SpanOf(image), url, alt, NullIfEmpty(image.Title))
        {
            UrlSpan = urlSpan,
            Attributes = context.AttributesOf(image),
        };
    }

    private Link LowerAutolink(AutolinkInline auto)
    {
        var at = context.SpanOf(auto);
        var urlSpan = context.SpanOf(auto.Span.Start + 1, auto.Span.End);
        var url = auto.IsEmail ? "mailto:" + auto.Url : auto.Url;
        CheckUrl(url, urlSpan);
        return new Link(at, url, null, [new TextInline(urlSpan, auto.Url)]) { UrlSpan = urlSpan };
    }

    private Inline? LowerField(MergeFieldInline field)
    {
        var at = context.SpanOf(field);
        if (field.Fallback is null && !context.InGreeting)
        {
            return new TextInline(at, $"[[{field.Name}]]");
        }

        if (!context.InGreeting)
        {
            context.Report(
                ContentRules.MergeField,
                at,
                $"the merge field '{field.Name}' stands outside a greeting",
                "Put it into a container '::: greeting', which only the email edition prints; or take it out.");
        }
        else if (field.Name == MergeText.UnsubscribeUrl)
        {
            context.Report(ContentRules.MergeField, at, $"'{field.Name}' is no field to write", "Take it out: every email has its link to unsubscribe.");
        }
        else if (string.IsNullOrWhiteSpace(field.Fallback))
        {
            context.Report(
                ContentRules.MergeField,
                at,
                $"the merge field '{field.Name}' has nothing to print for those of whom it is not known",
                $"Write it behind a bar: [[{field.Name}|Reader]].");
        }
        else if (context.Accepts(field.Fallback, at))
        {
            return new MergeField(at, field.Name, field.Fallback);
        }

        return null;
    }

    private void LowerHtml(HtmlInline html, ImmutableArray<Inline>.Builder inlines, InlineTags? tags)
    {
        if (html.Tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            return;
        }

        var at = context.SpanOf(html);
        if (tags is not null && HtmlSanitizer.IsText(html.Tag))
        {
            inlines.Add(new TextInline(at, html.Tag));
        }
        else if (tags is null)
        {
            context.ReportHtml(at, HtmlSanitizer.FirstTagName(html.Tag));
        }
        else if (HtmlSanitizer.CleanTag(html.Tag) is { } tag && context.Accepts(tag.Html, at))
        {
            tags.Add(tag, inlines.Count);
            inlines.Add(new RawHtmlInline(at, tag.Html));
        }
        else
        {
            InlineTags.ReportRemoved(context, at, HtmlSanitizer.FirstTagName(html.Tag));
        }
    }

    private void CheckUrl(string url, Model.Diagnostics.TextSpan at)
    {
        if (!context.Accepts(url, at))
        {
            return;
        }

        if (LinkSchemes.IsOnThisComputer(url))
        {
            context.Report(
                ContentRules.ForbiddenLink,
                at,
                "this is a place on your own computer, where no reader can look",
                "Put the file into content/, beside the issue or in content/images, and write its name from there.");
        }
        else if (!LinkSchemes.IsAllowed(url))
        {
            context.Report(
                ContentRules.ForbiddenLink,
                at,
                $"a link of the kind '{LinkSchemes.SchemeOf(url)}:' is not allowed",
                "Link to http, https, mailto or tel addresses, or to a page or file of this site.");
        }
    }

    private Model.Diagnostics.TextSpan UrlSpanOf(LinkInline link)
    {
        var span = link.Reference?.UrlSpan is { IsEmpty: false } definition ? definition : link.UrlSpan;
        return span.IsEmpty || span.End < span.Start ? context.SpanOf(link) : context.SpanOf(span);
    }

    private static EmphasisKind KindOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', 2) => EmphasisKind.Strikethrough,
        ('~', _) => EmphasisKind.Subscript,
        ('^', _) => EmphasisKind.Superscript,
        ('+', _) => EmphasisKind.Inserted,
        ('=', _) => EmphasisKind.Marked,
        (_, 1) => EmphasisKind.Stress,
        _ => EmphasisKind.Strong,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
