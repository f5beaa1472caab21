using System.Runtime.InteropServices;

namespace SecPress.Rendering.Search;

/// <summary>
/// Gathers the words of a run of pages. They are only noted down, in the order of the text, and sorted by their terms at the end: a list
/// for each term that grows meanwhile is fetched into the processor's cache anew for nearly every word, which took half the time of a whole index.
/// </summary>
internal sealed class SegmentWriter : IWordSink
{
    // A word of a heading counts as much as this many in the text below it.
    private const int HeadingWeight = 5;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbersBySpan;
    private readonly List<string> terms = [];
    private readonly List<Word> words = [];
    private readonly List<int> lengths = [];
    private readonly Tokenizer tokenizer = new();
    private bool inHeading;

    public SegmentWriter() => numbersBySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(Section section)
    {
        var before = words.Count;
        inHeading = true;
        var position = tokenizer.Read(section.Heading, 0, this);
        inHeading = false;
        tokenizer.Read(section.Text, position, this);
        foreach (var committee in section.Committees)
        {
            Add(SearchFormat.CommitteeTerm(committee), 0);
        }

        lengths.Add(words.Count - before);
    }

    public void Add(ReadOnlySpan<char> word, int position)
    {
        if (!numbersBySpan.TryGetValue(word, out var number))
        {
            var term = word.ToString();
            number = terms.Count;
            terms.Add(term);
            numbers.Add(term, number);
        }

        words.Add(new Word(number, position, inHeading));
    }

    /// <summary>What was gathered. Nothing may be added afterwards.</summary>
    public Segment Close()
    {
        var sorted = terms.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order, StringComparer.Ordinal);

        var ends = new int[sorted.Length];
        var occurrences = Invert(order, ends);
        var starts = new int[sorted.Length + 1];
        var bytes = new ByteBuffer(occurrences.Length * 3);
        var at = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var end = ends[order[i]];
            Write(occurrences.AsSpan(at..end), bytes);
            starts[i + 1] = bytes.Length;
            at = end;
        }

        return new Segment(sorted, lengths, starts, bytes.Written.ToArray());
    }

    /// <summary>A counting sort of the words by their terms, which keeps the order of the text among those of one term.</summary>
    /// <param name="order">The numbers of the terms in the order they are to have.</param>
    /// <param name="ends">By a term's number: set to where its words end in the result.</param>
    private Occurrence[] Invert(int[] order, int[] ends)
    {
        var noted = CollectionsMarshal.AsSpan(words);
        foreach (var word in noted)
        {
            ends[word.Term]++;
        }

        var start = 0;
        foreach (var term in order)
        {
            (ends[term], start) = (start, start + ends[term]);
        }

        // What begins as each term's start has moved to its end when all its words are placed.
        var occurrences = new Occurrence[noted.Length];
        for (var (section, i) = (0, 0); section < lengths.Count; section++)
        {
            for (var end = i + lengths[section]; i < end; i++)
            {
                occurrences[ends[noted[i].Term]++] = new Occurrence(section, noted[i].Place);
            }
        }

        return occurrences;
    }

    private static void Write(ReadOnlySpan<Occurrence> occurrences, ByteBuffer bytes)
    {
        var sections = 0;
        for (var i = 0; i < occurrences.Length; i = EndOfSection(occurrences, i))
        {
            sections++;
        }

        bytes.Number(sections);
        var section = 0;
        for (var (i, end) = (0, 0); i < occurrences.Length; i = end)
        {
            end = EndOfSection(occurrences, i);
            bytes.Number(occurrences[i].Section - section);
            section = occurrences[i].Section;
            bytes.Number(end - i);
            bytes.Number(WeightOf(occurrences[i..end]));
            var position = 0;
            foreach (var occurrence in occurrences[i..end])
            {
                bytes.Number(occurrence.Position - position);
                position = occurrence.Position;
            }
        }
    }

    private static int EndOfSection(ReadOnlySpan<Occurrence> occurrences, int from)
    {
        var end = from + 1;
        while (end < occurrences.Length && occurrences[end].Section == occurrences[from].Section)
        {
            end++;
        }

        return end;
    }

    private static int WeightOf(ReadOnlySpan<Occurrence> occurrences)
    {
        var weight = 0;
        foreach (var occurrence in occurrences)
        {
            weight += occurrence.InHeading ? HeadingWeight : 1;
        }

        return weight;
    }

    /// <summary>A word as it was read. <c>Place</c> holds its position doubled, plus one in a heading: there is one of these for every word of the site.</summary>
    private readonly record struct Word(int Term, int Place)
    {
        public Word(int term, int position, bool inHeading)
            : this(term, (position << 1) | (inHeading ? 1 : 0))
        {
        }
    }

    /// <summary>Where a term stands. <c>Place</c> is as in <see cref="Word"/>.</summary>
    private readonly record struct Occurrence(int Section, int Place)
    {
        public int Position => Place >> 1;

        public bool InHeading => (Place & 1) != 0;
    }
}
