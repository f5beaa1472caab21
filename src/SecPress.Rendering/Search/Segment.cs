namespace SecPress.Rendering.Search;

/// <summary>
/// The words of a run of pages, newest first, and where they stand. Sections are numbered from 0 in the order they were added. Terms
/// are in ordinal order, and so are their postings, so that whoever goes through several segments reads each from front to back.
/// </summary>
internal sealed class Segment
{
    private readonly int[] starts;
    private readonly byte[] bytes;

    /// <param name="terms">In ordinal order, each once.</param>
    /// <param name="lengths">Words of each section.</param>
    /// <param name="starts">Where the postings of each term begin, and behind the last where they all end.</param>
    /// <param name="bytes">The postings of all terms.</param>
    public Segment(string[] terms, IReadOnlyList<int> lengths, int[] starts, byte[] bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(starts.Length, terms.Length + 1);
        (Terms, Lengths, this.starts, this.bytes) = (terms, lengths, starts, bytes);
    }

    public IReadOnlyList<string> Terms { get; }

    /// <summary>Words of each section.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>
    /// How many sections have a term, and for each its distance from the one before, how often the term is there, its weight, and as
    /// many positions, each as its distance from the last.
    /// </summary>
    public ReadOnlySpan<byte> PostingsOf(int term) => bytes.AsSpan(starts[term]..starts[term + 1]);
}
