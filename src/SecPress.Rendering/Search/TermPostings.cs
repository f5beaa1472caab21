namespace SecPress.Rendering.Search;

/// <summary>
/// Where one word stands in the sections of a segment, in the order they were added. For each section its distance from the one
/// before, how often the word is there and its weight; and apart from these, as many positions, each as its distance from the last.
/// </summary>
internal sealed class TermPostings
{
    private byte[] sections = [];
    private byte[] positions = [];
    private int sectionsLength;
    private int positionsLength;
    private int previous;
    private int current = -1;
    private int count;
    private int weight;
    private int lastPosition;

    /// <summary>How many sections have the word.</summary>
    public int Sections { get; private set; }

    public ReadOnlySpan<byte> SectionBytes => sections.AsSpan(0, sectionsLength);

    public ReadOnlySpan<byte> PositionBytes => positions.AsSpan(0, positionsLength);

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
        ByteBuffer.Append(ref positions, ref positionsLength, position - lastPosition);
        lastPosition = position;
    }

    /// <summary>To be called after the last word, before the bytes are read.</summary>
    public void Close()
    {
        if (count > 0)
        {
            ByteBuffer.Append(ref sections, ref sectionsLength, current - previous);
            ByteBuffer.Append(ref sections, ref sectionsLength, count);
            ByteBuffer.Append(ref sections, ref sectionsLength, weight);
            count = 0;
        }
    }
}
