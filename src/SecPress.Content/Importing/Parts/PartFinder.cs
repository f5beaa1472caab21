using SecPress.Content.Importing.Blocks;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Parts;

/// <summary>
/// Goes through the blocks of a newsletter and fills in what front matter has keys for. Running text stays where it is; tables and
/// coloured bullets that front matter took are replaced by the part's place.
/// </summary>
internal sealed class PartFinder(SiteSettings settings, MonthNames months, ImportNotes notes)
{
    private const int LongestParagraph = 20_000;

    public void Find(IssueDraft draft, List<DraftBlock> blocks)
    {
        var dates = new DateFinder(months, draft.Sent);
        var committees = new CommitteeFinder(settings.Committees);
        var tables = new TableReader(dates, committees, draft);
        var meetings = new MeetingFinder(dates, committees, draft);
        var modifications = new ModificationFinder(settings.Registers, dates, draft);
        var consultations = new ConsultationFinder(dates, draft);
        string? section = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case DraftHeading heading:
                    section = committees.In(heading.Text.Plain)?.Id;
                    consultations.Begin(heading.Text.Plain);
                    modifications.Read(heading.Text.Plain);
                    break;
                case DraftHighlights highlights:
                    blocks[i] = TakeHighlights(highlights, draft, blocks, modifications);
                    break;
                case DraftTable table when tables.Take(table, section) is { } part:
                    notes.Taken(table.Line, $"this table is '{part.Split(' ')[0]}' in front matter now", table.Plain);
                    blocks[i] = new DraftPlacement(table.Line, part);
                    break;
                default:
                    foreach (var paragraph in ParagraphsOf(blocks[i]))
                    {
                        foreach (var sentence in Sentences.In(paragraph))
                        {
                            meetings.Read(sentence, section);
                            modifications.Read(sentence);
                            consultations.Read(sentence);
                        }

                        ReferralFinder.Read(paragraph, dates, draft);
                    }

                    break;
            }
        }

        consultations.Begin(null);
        modifications.Finish();
        DropUnknownDecisions(draft);
    }

    // A decision's body is a committee of the site, and the event was only called like one.
    private void DropUnknownDecisions(IssueDraft draft) => draft.Decisions.RemoveAll(d => settings.FindCommittee(d.Body) is null);

    private DraftBlock TakeHighlights(DraftHighlights highlights, IssueDraft draft, List<DraftBlock> blocks, ModificationFinder modifications)
    {
        highlights.Items.ToList().ForEach(item => modifications.Read(item.Text.Plain));
        var colours = settings.Theme.Colours;
        var unknown = highlights.Items.Select(i => i.Colour).FirstOrDefault(c => !colours.IsEmpty && !colours.ContainsKey(c));
        if (unknown is not null || draft.Highlights.Count > 0)
        {
            foreach (var item in highlights.Items)
            {
                notes.Look(
                    highlights.Line,
                    unknown is null
                        ? "a second group of coloured bullets is an ordinary list now; its colour was left out"
                        : $"the theme has no colour '{unknown}', so the coloured bullets are an ordinary list; add it to theme in site.yml and import again",
                    $"{item.Colour} bullet {item.Text.Plain}");
            }

            return new DraftList(highlights.Line, Ordered: false, 1, [.. highlights.Items.Select(i => ParagraphOf(highlights.Line, i.Text))]);
        }

        var sections = blocks.OfType<DraftHeading>().Select(h => h.Text.Plain).ToList();
        draft.Highlights.AddRange(highlights.Items.Select(i => new FoundHighlight(i.Colour, i.Text.Markdown, SectionOf(i.Text.Plain, sections))));
        notes.Taken(highlights.Line, "these coloured bullets are 'highlights' in front matter now", string.Join(" / ", highlights.Items.Select(i => $"{i.Colour} bullet {i.Text.Plain}")));
        return new DraftPlacement(highlights.Line, "highlights");
    }

    private static System.Collections.Immutable.ImmutableArray<DraftBlock> ParagraphOf(int line, DraftText text) => [new DraftParagraph(line, text)];

    private static string? SectionOf(string words, List<string> headings)
    {
        var own = Slug.From(words);
        var same = headings.Select(Slug.From).Where(h => h.Length > 0 && h == own).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    // What is longer holds no sentences, and would keep the finders busy.
    private static IEnumerable<string> ParagraphsOf(DraftBlock block) => AllParagraphsOf(block).Where(p => p.Length <= LongestParagraph);

    private static IEnumerable<string> AllParagraphsOf(DraftBlock block) => block switch
    {
        DraftParagraph paragraph => [paragraph.Text.Plain],
        DraftList list => list.Items.SelectMany(i => i).SelectMany(AllParagraphsOf),
        DraftQuote quote => quote.Blocks.SelectMany(AllParagraphsOf),
        _ => [],
    };
}
