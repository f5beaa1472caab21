using System.Collections.Concurrent;

namespace SecPress.Rendering.Search;

/// <summary>The words of a run of pages, newest first, gathered by one thread. Sections are numbered from 0 in the order they are added.</summary>
internal sealed class Segment : IWordSink
{
    // A word of a heading counts as much as this many in the text below it.
    private const int HeadingWeight = 5;

    private readonly Dictionary<string, TermPostings> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermPostings>.AlternateLookup<ReadOnlySpan<char>> termsBySpan;
    private readonly List<int> lengths = [];
    private readonly Tokenizer tokenizer;
    private int weight;
    private int words;

    public Segment(ConcurrentDictionary<int, string> folded)
    {
        termsBySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        tokenizer = new Tokenizer(folded);
    }

    /// <summary>Words of each section.</summary>
    public IReadOnlyList<int> Lengths => lengths;

    public IEnumerable<string> Terms => terms.Keys;

    public TermPostings? Find(string term) => terms.GetValueOrDefault(term);

    public void Add(Section section)
    {
        words = 0;
        weight = HeadingWeight;
        var position = tokenizer.Read(section.Heading, 0, this);
        weight = 1;
        tokenizer.Read(section.Text, position, this);
        foreach (var committee in section.Committees)
        {
            Add(SearchFormat.CommitteeTerm(committee), 0);
        }

        lengths.Add(words);
    }

    public void Close()
    {
        foreach (var term in terms.Values)
        {
            term.Close();
        }
    }

    public void Add(ReadOnlySpan<char> word, int position)
    {
        if (!termsBySpan.TryGetValue(word, out var postings))
        {
            termsBySpan[word] = postings = new TermPostings();
        }

        postings.Add(lengths.Count, position, weight);
        words++;
    }
}
