namespace SecPress.Rendering.Search;

/// <summary>
/// Where one word stands in the sections of a segment, in the order they were added. For each section its distance from the one
/// before, how often the word is there and its weight; and apart from these, as many positions, each as its distance from the last.
/// </summary>
internal sealed class TermPostings
{
    private readonly ByteBuffer sections = new(4);
    private readonly ByteBuffer positions = new(4);
    private int previous;
    private int current = -1;
    private int count;
    private int weight;
    private int lastPosition;

    /// <summary>How many sections have the word.</summary>
    public int Sections { get; private set; }

    public ReadOnlySpan<byte> SectionBytes => sections.Written;

    public ReadOnlySpan<byte> PositionBytes => positions.Written;

    public void Add(int section, int position, int ownWeight)
    {
        if (section != current)
        {
            Close();
            (previous, current) = (Math.Max(current, 0), section);
            (count, weight, lastPosition) = (0, 0, 0);
            Sections++;
        }

        count++;
        weight += ownWeight;
        positions.Number(position - lastPosition);
        lastPosition = position;
    }

    /// <summary>To be called after the last word, before the bytes are read.</summary>
    public void Close()
    {
        if (count > 0)
        {
            sections.Number(current - previous);
            sections.Number(count);
            sections.Number(weight);
            count = 0;
        }
    }
}
