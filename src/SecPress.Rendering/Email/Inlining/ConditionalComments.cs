using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SecPress.Rendering.Email.Inlining;

/// <summary>
/// Styles what stands inside conditional comments for Outlook, which a parser does not look into. Word's engine knows neither media
/// nor hovering, so only rules that are inlined count.
/// </summary>
internal static class ConditionalComments
{
    public static IEnumerable<Edit> Edits(IHtmlDocument document, string html, RuleIndex index, bool mirrorAttributes)
    {
        var at = 0;
        foreach (var comment in document.Descendants<IComment>().ToList())
        {
            var start = html.IndexOf("<!--" + comment.Data, at, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            at = start + 4 + comment.Data.Length;
            if (comment.ParentElement is { } parent && parent is not IHtmlHeadElement && IsConditional(comment.Data))
            {
                foreach (var edit in EditsOf(document, parent, html, start + 4, at, index, mirrorAttributes))
                {
                    yield return edit;
                }
            }
        }
    }

    private static bool IsConditional(string data) =>
        data.StartsWith("[if ", StringComparison.OrdinalIgnoreCase) && data.EndsWith("<![endif]", StringComparison.OrdinalIgnoreCase);

    // The markup is often half of a table, the other half in another comment: each tag is placed below those open before it.
    private static List<Edit> EditsOf(
        IHtmlDocument document, IElement parent, string html, int start, int end, RuleIndex index, bool mirrorAttributes)
    {
        var edits = new List<Edit>();
        var open = new Stack<IElement>();
        for (var at = html.IndexOf('<', start, end - start); at >= 0 && at < end; at = at < end ? html.IndexOf('<', at, end - at) : -1)
        {
            if (at + 1 < end && html[at + 1] == '/')
            {
                if (open.TryPop(out var closed))
                {
                    closed.Remove();
                }

                at++;
                continue;
            }

            if (StartTag.Read(html, at) is not { } tag || tag.End > end)
            {
                at++;
                continue;
            }

            at = tag.End;
            var element = document.CreateElement(tag.Name.Contains(':') ? "span" : tag.Name);
            foreach (var (name, value) in tag.Values())
            {
                element.SetAttribute(name, value);
            }

            (open.TryPeek(out var above) ? above : parent).AppendChild(element);
            var own = element.GetAttribute("style");
            var styled = new StyledElement(element, own is null ? [] : StyleParser.Declarations(own));
            index.Match(element, styled.Rules);
            styled.Rules.RemoveAll(r => r.Kept);
            if (styled.Rules.Count > 0)
            {
                var declarations = InlineStyle.Of(styled);
                var attributes = mirrorAttributes ? InlineStyle.Attributes(tag.Name, declarations).Where(a => !tag.Has(a.Name)) : [];
                edits.Add(new Edit(tag.Start, tag.End, tag.With(InlineStyle.Print(declarations), attributes)));
            }

            if (IsVoid(tag.Name))
            {
                element.Remove();
            }
            else
            {
                open.Push(element);
            }
        }

        // What was opened first holds the rest.
        if (open.Count > 0)
        {
            open.Last().Remove();
        }

        return edits;
    }

    private static bool IsVoid(string name) => name is "img" or "br" or "hr" or "meta" or "link" or "input" or "col";
}
