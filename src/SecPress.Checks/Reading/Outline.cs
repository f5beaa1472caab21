using System.Collections.Immutable;
using SecPress.Model.Documents;

namespace SecPress.Checks.Reading;

/// <summary>A heading of a body, the heading it stands under, and whether anything stands under it: text, a part, a lower heading.</summary>
internal sealed record OutlineSection(Heading Heading, Heading? Parent, bool IsEmpty);

/// <summary>
/// The sections of a body in reading order. Headings inside quotes, lists and figures are not its own: they are somebody else's words, or
/// stand in a place of their own.
/// </summary>
internal static class Outline
{
    public static ImmutableArray<OutlineSection> Of(Document body)
    {
        var open = new Stack<Heading>();
        var sections = new List<(Heading Heading, Heading? Parent)>();
        var filled = new HashSet<Heading>(ReferenceEqualityComparer.Instance);
        foreach (var block in Unwrapped(body.Blocks))
        {
            if (block is not Heading heading)
            {
                if (open.TryPeek(out var section) && HasContent(block))
                {
                    filled.Add(section);
                }

                continue;
            }

            while (open.TryPeek(out var above) && above.Level >= heading.Level)
            {
                open.Pop();
            }

            var parent = open.TryPeek(out var under) ? under : null;
            if (parent is not null)
            {
                filled.Add(parent);
            }

            sections.Add((heading, parent));
            open.Push(heading);
        }

        return [.. sections.Select(s => new OutlineSection(s.Heading, s.Parent, !filled.Contains(s.Heading)))];
    }

    /// <summary>Blocks in reading order, containers opened.</summary>
    public static IEnumerable<Block> Unwrapped(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Container container)
            {
                foreach (var inner in Unwrapped(container.Blocks))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return block;
            }
        }
    }

    private static bool HasContent(Block block) => block switch
    {
        Paragraph p => p.Content.Any(i => i is not LineBreak && !(i is TextInline t && string.IsNullOrWhiteSpace(t.Text))),
        ListBlock l => l.Items.Any(i => Unwrapped(i.Blocks).Any(HasContent)),
        Quote q => Unwrapped(q.Blocks).Any(HasContent),
        ThematicBreak => false,
        _ => true,
    };
}
