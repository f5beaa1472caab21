namespace SecPress.Rendering.Search;

/// <summary>The terms of several segments in one order, each once, and which segments have it.</summary>
internal sealed class SegmentMerge
{
    private readonly List<string> terms = [];
    private readonly List<(int Segment, int Term)> sources = [];
    private readonly List<int> ends = [];

    public SegmentMerge(IReadOnlyList<Segment> segments)
    {
        Segments = segments;
        FirstSections = new int[segments.Count];
        var next = new int[segments.Count];
        var heads = new PriorityQueue<int, (string Term, int Segment)>(Comparer<(string Term, int Segment)>.Create(
            (a, b) => string.CompareOrdinal(a.Term, b.Term) is not 0 and var order ? order : a.Segment.CompareTo(b.Segment)));
        for (var i = 0; i < segments.Count; i++)
        {
            FirstSections[i] = SectionCount;
            SectionCount += segments[i].Lengths.Count;
            if (segments[i].Terms.Count > 0)
            {
                heads.Enqueue(i, (segments[i].Terms[0], i));
            }
        }

        while (heads.TryPeek(out var segment, out var head))
        {
            if (terms.Count == 0 || terms[^1] != head.Term)
            {
                terms.Add(head.Term);
                ends.Add(sources.Count);
            }

            sources.Add((segment, next[segment]++));
            ends[^1] = sources.Count;
            if (next[segment] < segments[segment].Terms.Count)
            {
                heads.DequeueEnqueue(segment, (segments[segment].Terms[next[segment]], segment));
            }
            else
            {
                heads.Dequeue();
            }
        }
    }

    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>For each segment, how many sections the segments before it have.</summary>
    public int[] FirstSections { get; }

    public int SectionCount { get; }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Terms => terms;

    /// <summary>The segments that have a term, in order, and which of their terms it is.</summary>
    public IEnumerable<(int Segment, int Term)> SourcesOf(int term)
    {
        for (var i = term == 0 ? 0 : ends[term - 1]; i < ends[term]; i++)
        {
            yield return sources[i];
        }
    }
}
