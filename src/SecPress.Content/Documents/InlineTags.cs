using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Content.Documents;

/// <summary>
/// The tags among some neighbouring inlines. Each is printed by itself, so only those may stay that open and close among the same
/// neighbours, one inside the other: then no tag of an editor's can reach beyond its paragraph.
/// </summary>
internal sealed class InlineTags
{
    private readonly List<(HtmlTag Tag, int Index)> tags = [];

    public void Add(HtmlTag tag, int index) => tags.Add((tag, index));

    public void RemoveUnpaired(ImmutableArray<Inline>.Builder inlines, ParseContext context)
    {
        var open = new Stack<(HtmlTag Tag, int Index)>();
        var unpaired = new List<(HtmlTag Tag, int Index)>();
        foreach (var entry in tags.Where(t => !t.Tag.IsVoid))
        {
            if (!entry.Tag.IsClosing)
            {
                open.Push(entry);
            }
            else if (open.Any(o => o.Tag.Name == entry.Tag.Name))
            {
                while (open.Pop() is var inner && inner.Tag.Name != entry.Tag.Name)
                {
                    unpaired.Add(inner);
                }
            }
            else
            {
                unpaired.Add(entry);
            }
        }

        foreach (var (tag, index) in unpaired.Concat(open).OrderByDescending(t => t.Index))
        {
            context.Report(
                ContentRules.HtmlRemoved,
                inlines[index].Span,
                $"'<{(tag.IsClosing ? "/" : "")}{tag.Name}>' was left out: it has no partner in the same text",
                "Open and close it in the same paragraph, and both inside or both outside of emphasis.");
            inlines.RemoveAt(index);
        }
    }

    public static void ReportRemoved(ParseContext context, TextSpan at, string name) => context.Report(
        ContentRules.HtmlRemoved, at, $"<{name}> was left out: it is not among the HTML that is kept", "Take it out, or write it in Markdown.");
}
