using System.Text;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SecPress.Rendering.Email.Inlining;

namespace SecPress.Rendering.Email;

/// <summary>
/// Moves the rules of <c>style</c> elements into style attributes, because some clients drop the former. What is shown stays the same
/// in clients that drop nothing: rules for media and states stay in the head and still win where they won before.
/// Tags are changed in place; every other byte, conditional comments included, is as it was. Inlining twice is inlining once.
/// </summary>
public static class CssInliner
{
    private static readonly HtmlParserOptions ParserOptions = new() { IsKeepingSourceReferences = true };

    /// <param name="html">A whole document.</param>
    /// <param name="mirrorAttributes">Whether <c>width</c>, <c>bgcolor</c>, <c>align</c> and <c>valign</c> are added to tables, cells and images from their CSS.</param>
    public static string Inline(string html, bool mirrorAttributes = false)
    {
        ArgumentNullException.ThrowIfNull(html);
        html = html.ReplaceLineEndings("\n");
        using var document = new HtmlParser(ParserOptions).ParseDocument(html);

        var order = 0;
        var selectors = new CssSelectorParser();
        var blocks = new List<(IElement Element, StyleBlock Block)>();
        foreach (var element in document.All.OfType<IHtmlStyleElement>())
        {
            var media = element.Media?.Trim();
            var conditional = !string.IsNullOrEmpty(media) && !media.Equals("all", StringComparison.OrdinalIgnoreCase);
            blocks.Add((element, new StyleBlock(element.TextContent, conditional, selectors, ref order)));
        }

        var rules = blocks.SelectMany(b => b.Block.Rules).ToList();
        var index = new RuleIndex(rules);
        var edits = new List<Edit>();
        var styled = Match(document, index, html);
        HeadPriority.Raise(rules.Where(r => r.Kept));
        foreach (var (element, tag) in styled)
        {
            var declarations = InlineStyle.Of(element);
            var style = declarations.IsEmpty ? element.Element.GetAttribute("style") : InlineStyle.Print(declarations);
            var attributes = mirrorAttributes ? InlineStyle.Attributes(tag.Name, declarations).Where(a => !tag.Has(a.Name)) : [];
            edits.Add(new Edit(tag.Start, tag.End, tag.With(style, attributes)));
        }

        edits.AddRange(ConditionalComments.Edits(document, html, index, mirrorAttributes));
        foreach (var (element, block) in blocks)
        {
            if (EditOf(element, block, html) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return Apply(html, edits);
    }

    private static List<(StyledElement Element, StartTag Tag)> Match(IHtmlDocument document, RuleIndex index, string html)
    {
        var styled = new List<(StyledElement, StartTag)>();
        foreach (var element in document.All)
        {
            if (element is IHtmlHeadElement || element.ParentElement is IHtmlHeadElement or null && element is not IHtmlHtmlElement)
            {
                continue;
            }

            var own = element.GetAttribute("style");
            var candidate = new StyledElement(element, own is null ? [] : StyleParser.Declarations(own));
            index.Match(element, candidate.Rules);
            if (candidate.Rules.Count == 0 && own is null)
            {
                continue;
            }

            var tag = element.SourceReference is { } source ? StartTag.Read(html, source.Position.Index) : null;
            if (tag is { } found && found.Name == element.LocalName)
            {
                foreach (var rule in candidate.Rules)
                {
                    rule.Elements.Add(candidate);
                }

                styled.Add((candidate, found));
            }
            else
            {
                candidate.Rules.ForEach(r => r.HasImpliedElement = true);
            }
        }

        return styled;
    }

    private static Edit? EditOf(IElement element, StyleBlock block, string html)
    {
        var start = element.SourceReference?.Position.Index ?? -1;
        if (StartTag.Read(html, start) is not { } tag)
        {
            return null;
        }

        var close = html.IndexOf("</style", tag.End, StringComparison.OrdinalIgnoreCase);
        var end = close < 0 ? html.Length : html.IndexOf('>', close) is var bracket and >= 0 ? bracket + 1 : html.Length;
        var kept = block.Print();
        if (kept.Length > 0)
        {
            return new Edit(tag.End, close < 0 ? html.Length : close, "\n" + kept);
        }

        return new Edit(start, end < html.Length && html[end] == '\n' ? end + 1 : end, "");
    }

    private static string Apply(string html, List<Edit> edits)
    {
        var text = new StringBuilder(html.Length * 2);
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Start))
        {
            // A formatting element that the parser had to repeat refers to one tag twice.
            if (edit.Start >= at)
            {
                text.Append(html, at, edit.Start - at).Append(edit.Text);
                at = edit.End;
            }
        }

        return text.Append(html, at, html.Length - at).ToString();
    }
}
