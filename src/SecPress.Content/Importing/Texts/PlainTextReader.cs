using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SecPress.Content.Importing.Blocks;
using SecPress.Content.Importing.Parts;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Texts;

/// <summary>Reads a newsletter that was saved or copied as plain text.</summary>
internal sealed partial class PlainTextReader(SiteSettings settings, MonthNames months, ImportNotes notes)
{
    /// <summary>Lines of a text that was not broken to a width are paragraphs, each; some of them are longer than any width.</summary>
    private const int WidestBreak = 120;

    private readonly DateFinder dates = new(months, null);

    public List<DraftBlock> Read(string text, IssueDraft draft)
    {
        var lines = LinesOf(text);
        var head = TextHead.Read(lines, dates, notes);
        (draft.Title, draft.Sent) = (head.Title, head.Sent);
        var groups = GroupsOf(lines.Skip(head.BodyStart)).ToList();
        TextFooter.TakeOff(groups, settings, notes);
        var width = groups.SelectMany(g => g).Select(l => l.Trimmed.Length).DefaultIfEmpty().Max();
        var blocks = new List<DraftBlock>();
        for (var i = 0; i < groups.Count; i++)
        {
            ReadGroup(groups[i], width > WidestBreak ? 0 : width, isLast: i + 1 == groups.Count, blocks);
        }

        JoinLists(blocks);
        HeadingGuess.GiveLevels(blocks, new CommitteeFinder(settings.Committees));
        NoteLostLinks(lines);
        return blocks;
    }

    private static List<TextLine> LinesOf(string text) =>
        [.. text.Split('\n').Select((line, i) => new TextLine(Spaces().Replace(line.TrimEnd('\r'), " "), i + 1))];

    private static IEnumerable<List<TextLine>> GroupsOf(IEnumerable<TextLine> lines)
    {
        var group = new List<TextLine>();
        foreach (var line in lines)
        {
            if (!line.IsBlank)
            {
                group.Add(line);
            }
            else if (group.Count > 0)
            {
                yield return group;
                group = [];
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private void ReadGroup(List<TextLine> group, int width, bool isLast, List<DraftBlock> blocks)
    {
        for (var at = 0; at < group.Count;)
        {
            var rest = group[at..];
            if (Bullets.Coloured(rest[0].Trimmed) is not null)
            {
                at += AddHighlights(rest, blocks);
            }
            else if (rest.Count > 1 && IsUnderline(rest[1].Trimmed) && Bullets.Item(rest[0]) is null)
            {
                blocks.Add(new DraftHeading(rest[0].Number, 2, DraftText.Of(rest[0].Trimmed)));
                at += 2;
            }
            else if (IsUnderline(rest[0].Trimmed))
            {
                blocks.Add(new DraftRule(rest[0].Number));
                at++;
            }
            else if (Bullets.Item(rest[0]) is not null && !IsNumberedHeading(group, isLast))
            {
                at += AddList(rest, blocks);
            }
            else if (TextTables.Read(rest, dates) is { } table)
            {
                blocks.Add(table.Table);
                at += table.Lines;
            }
            else if (group.Count == 1 && !isLast && HeadingGuess.IsHeading(rest[0].Trimmed))
            {
                blocks.Add(new DraftHeading(rest[0].Number, 2, DraftText.Of(rest[0].Trimmed)));
                at++;
            }
            else
            {
                at += AddParagraph(rest, width, blocks);
            }
        }
    }

    private static int AddHighlights(List<TextLine> lines, List<DraftBlock> blocks)
    {
        var items = lines.Select(l => Bullets.Coloured(l.Trimmed)).TakeWhile(i => i is not null).Select(i => (i!.Value.Colour, DraftText.Of(i.Value.Words))).ToImmutableArray();
        blocks.Add(new DraftHighlights(lines[0].Number, items));
        return items.Length;
    }

    // "1. Introduction" alone between empty lines, with text below.
    private static bool IsNumberedHeading(List<TextLine> group, bool isLast) =>
        group.Count == 1 && !isLast && Bullets.Item(group[0]) is { Number: not null, Words: var words } && HeadingGuess.IsHeading(words) && words.Length < 60;

    private static int AddList(List<TextLine> lines, List<DraftBlock> blocks)
    {
        var first = Bullets.Item(lines[0])!.Value;
        var items = ImmutableArray.CreateBuilder<ImmutableArray<DraftBlock>>();
        var at = 0;
        while (at < lines.Count && Bullets.Item(lines[at]) is { } item && item.Indent == first.Indent && (item.Number is null ? first.Number is null : item.Number == first.Number + items.Count))
        {
            var number = lines[at].Number;
            var words = item.Words;
            at++;
            while (at < lines.Count && Bullets.Item(lines[at]) is null && lines[at].Indent > first.Indent)
            {
                words += " " + lines[at].Trimmed;
                at++;
            }

            var content = new List<DraftBlock> { new DraftParagraph(number, TextLinks.Of(words)) };
            if (at < lines.Count && Bullets.Item(lines[at]) is { } inner && inner.Indent > first.Indent)
            {
                at += AddList(lines[at..], content);
            }

            items.Add([.. content]);
        }

        blocks.Add(new DraftList(lines[0].Number, first.Number is not null, first.Number ?? 1, items.ToImmutable()));
        return at;
    }

    private static int AddParagraph(List<TextLine> lines, int width, List<DraftBlock> blocks)
    {
        var words = lines[0].Trimmed;
        var at = 1;
        while (at < lines.Count && WasBroken(lines[at - 1].Trimmed, lines[at].Trimmed, width) && Bullets.Item(lines[at]) is null)
        {
            words += " " + lines[at].Trimmed;
            at++;
        }

        blocks.Add(new DraftParagraph(lines[0].Number, TextLinks.Of(words)));
        return at;
    }

    // A line was broken when the next one's first word would not have gone onto it.
    private static bool WasBroken(string line, string next, int width) =>
        width > 0 && line.Length + 1 + next.Split(' ')[0].Length > width - 2;

    // Items with empty lines between them are one list.
    private static void JoinLists(List<DraftBlock> blocks)
    {
        for (var i = blocks.Count - 1; i > 0; i--)
        {
            if (blocks[i] is DraftList later && blocks[i - 1] is DraftList earlier && later.Ordered == earlier.Ordered
                && (!later.Ordered || later.Start == earlier.Start + earlier.Items.Length))
            {
                blocks[i - 1] = earlier with { Items = earlier.Items.AddRange(later.Items) };
                blocks.RemoveAt(i);
            }
        }
    }

    // The words are in the issue; where they led is not in a text.
    private void NoteLostLinks(List<TextLine> lines)
    {
        var here = lines.Where(l => Here().IsMatch(l.Text)).ToList();
        if (here.Count > 0)
        {
            notes.Look(
                here[0].Number,
                $"a link stood behind 'here' or 'link' on line{(here.Count > 1 ? "s" : "")} {string.Join(", ", here.Select(h => h.Number))}; a text does not say where it led, so write the links anew");
        }
    }

    private static bool IsUnderline(string line) =>
        line.Length >= 3 && line[0] is '=' or '-' or '_' or '*' or '~' or '#' && line.All(c => c == line[0] || c == ' ') && line.Trim().Length >= 3;

    [GeneratedRegex(@"[\u00A0\u2000-\u200A\u202F\u205F\u3000\u200B\u2028\u2029\v\f]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\bhere\b\s*[.,;)]?(\s|$)|\bvia the link\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Here();
}
