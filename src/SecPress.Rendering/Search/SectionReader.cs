using System.Collections.Immutable;
using System.Text;
using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Email;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Search;

/// <summary>Cuts a page into the sections that can be found, in reading order: its head, its body by headings, then its typed parts.</summary>
internal sealed class SectionReader(Publication publication)
{
    public List<Section> Of(IssuePage page)
    {
        var issue = page.Issue;
        var sections = Of(issue.Title, string.Join('\n', issue.Tags.Prepend(issue.Summary).Where(t => t.Length > 0)), issue.Body);
        var names = new PartNames(publication.Labels, issue);
        var texts = new TextParts(publication, names, issue);
        foreach (var part in Parts.Of(issue))
        {
            var text = new SectionText();
            // Under its heading, which is the section's own.
            text.Append(texts.Of(part, titled: true).Blocks.RemoveAt(0));
            sections.Add(Section(part.Anchor, names.TitleOf(part), text.ToString(), part.Kind switch
            {
                PartKind.Committee => [part.Argument],
                PartKind.Calendar => [.. issue.Calendar.Where(e => e.Committee is not null).Select(e => e.Committee!.Id)],
                PartKind.Decisions => [.. issue.Decisions.Select(d => d.Body)],
                _ => [],
            }));
        }

        return sections;
    }

    public List<Section> Of(Page page) => Of(page.Title, page.Summary, page.Body);

    private List<Section> Of(string title, string opening, Document body)
    {
        var sections = new List<Section>();
        var text = new SectionText();
        var placed = new List<string>();
        var (anchor, heading) = ("", title);
        void End()
        {
            text.AppendFootnotes(body.Footnotes);
            sections.Add(Section(anchor, heading, text.ToString(), placed));
            text.Clear();
            placed.Clear();
        }

        text.AppendLine(opening);
        foreach (var block in SectionText.BlocksOf(body.Blocks))
        {
            if (block is Heading next)
            {
                End();
                (anchor, heading) = (next.Id, SectionText.Visible(next.Content));
            }
            else if (block is PartPlacement { Kind: PartKind.Committee } placement)
            {
                placed.Add(placement.Argument);
            }
            else
            {
                text.Append(block);
            }
        }

        End();
        return sections;
    }

    private Section Section(string anchor, string heading, string text, IReadOnlyCollection<string> known) => new(
        anchor,
        heading,
        text,
        [.. publication.Settings.Committees
            .Where(c => known.Contains(c.Id) || Names(heading, c.Short) || Names(text, c.Short) || Names(heading, c.Name) || Names(text, c.Name))
            .Select(c => c.Id)]);

    private static bool Names(string text, string name)
    {
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0 && name.Length > 0; at += name.Length)
        {
            if (IsBorder(text, at - 1) && IsBorder(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBorder(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
