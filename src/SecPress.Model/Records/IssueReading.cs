using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>The ids of registers and the acronyms that one issue speaks of, each with the sections it does so in.</summary>
internal sealed class IssueReading
{
    private readonly OrderedDictionary<(string RegisterId, string Id), List<Section>> mentions = [];
    private readonly OrderedDictionary<(string Text, string Expansion), Section> terms = [];
    private readonly Issue issue;

    private IssueReading(Issue issue) => this.issue = issue;

    /// <summary>Sections in reading order, each once.</summary>
    public IEnumerable<(string RegisterId, string Id, IReadOnlyList<Section> Sections)> Mentions =>
        mentions.Select(m => (m.Key.RegisterId, m.Key.Id, (IReadOnlyList<Section>)m.Value));

    /// <summary>With the first section each stands in.</summary>
    public IEnumerable<(string Text, string Expansion, Section Section)> Terms =>
        terms.Select(t => (t.Key.Text, t.Key.Expansion, t.Value));

    public static IssueReading Of(Issue issue)
    {
        var reading = new IssueReading(issue);
        reading.ReadPart(PartKind.Highlights, "", issue.Highlights.SelectMany(h => DocumentWalker.Inlines(h.Text.Content)));
        reading.ReadBody();
        reading.ReadPart(PartKind.KeyDates, "", issue.KeyDates.SelectMany(d => DocumentWalker.Inlines(d.Text.Content)));
        foreach (var committee in issue.Committees)
        {
            reading.ReadPart(PartKind.Committee, committee.Committee.Id, committee.Items.SelectMany(DocumentWalker.Inlines));
        }

        return reading;
    }

    private void ReadBody()
    {
        var section = new Section(issue, null, null);
        foreach (var block in DocumentWalker.Blocks(issue.Body))
        {
            if (block is Heading heading)
            {
                section = new Section(issue, heading, null);
            }

            foreach (var inline in DocumentWalker.Inlines(block))
            {
                Read(inline, section);
            }
        }
    }

    private void ReadPart(PartKind kind, string argument, IEnumerable<Inline> inlines)
    {
        var section = new Section(issue, null, new Part(kind, argument));
        foreach (var inline in inlines)
        {
            Read(inline, section);
        }
    }

    private void Read(Inline inline, Section section)
    {
        switch (inline)
        {
            case RegisterMention mention:
                if (!mentions.TryGetValue((mention.RegisterId, mention.Id), out var sections))
                {
                    mentions.Add((mention.RegisterId, mention.Id), sections = []);
                }

                if (sections.Count == 0 || !ReferenceEquals(sections[^1], section))
                {
                    sections.Add(section);
                }

                break;
            case Abbreviation abbreviation:
                terms.TryAdd((abbreviation.Text, abbreviation.Expansion), section);
                break;
        }
    }
}
