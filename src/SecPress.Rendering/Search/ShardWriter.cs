using System.Text;

namespace SecPress.Rendering.Search;

/// <summary>Writes one shard of the dictionary and the packs of postings and positions that belong to its terms.</summary>
internal sealed class ShardWriter(SegmentMerge merge, Payload payload)
{
    private readonly PackWriter postings = new(payload, "postings");
    private readonly PackWriter positions = new(payload, "positions");
    private readonly ByteBuffer entries = new(16 * 1024);
    private readonly ByteBuffer postingBlock = new(4 * 1024);
    private readonly ByteBuffer positionBlock = new(4 * 1024);
    private readonly List<(int Section, int Impact)> block = [];
    private string previous = "";

    /// <summary>The hash that names the shard.</summary>
    /// <param name="first">Its first term.</param>
    /// <param name="end">The first that is not its own.</param>
    public byte[] Write(int first, int end)
    {
        for (var term = first; term < end; term++)
        {
            WriteTerm(merge.Terms[term]);
            WritePostings(term);
        }

        postings.Finish();
        positions.Finish();
        var shard = new ByteBuffer(entries.Length + 4096);
        WriteHashes(shard, postings.Hashes);
        WriteHashes(shard, positions.Hashes);
        shard.Number(end - first);
        shard.Bytes(entries.Written);
        return payload.Add("words", shard.Written);
    }

    private static void WriteHashes(ByteBuffer target, IReadOnlyList<byte[]> hashes)
    {
        target.Number(hashes.Count);
        foreach (var hash in hashes)
        {
            target.Bytes(hash);
        }
    }

    // What a term shares with the one before it is not written again.
    private void WriteTerm(string term)
    {
        var shared = term.AsSpan().CommonPrefixLength(previous);
        if (shared > 0 && char.IsHighSurrogate(term[shared - 1]))
        {
            shared--;
        }

        var suffix = Encoding.UTF8.GetBytes(term[shared..]);
        entries.Number(shared);
        entries.Number(suffix.Length);
        entries.Bytes(suffix);
        previous = term;
    }

    private void WritePostings(int term)
    {
        var sections = 0;
        foreach (var (segment, own) in merge.SourcesOf(term))
        {
            var read = 0;
            sections += ByteBuffer.Number(merge.Segments[segment].PostingsOf(own), ref read);
        }

        entries.Number(sections);

        // The newest block is the one that is not full: a new issue leaves the older ones as they are.
        var room = (sections - 1) % SearchFormat.BlockSections + 1;
        var isOnly = sections <= SearchFormat.BlockSections;
        foreach (var (segment, own) in merge.SourcesOf(term))
        {
            var source = merge.Segments[segment].PostingsOf(own);
            var lengths = merge.Segments[segment].Lengths;
            var (at, section) = (0, 0);
            for (var left = ByteBuffer.Number(source, ref at); left > 0; left--)
            {
                section += ByteBuffer.Number(source, ref at);
                var count = ByteBuffer.Number(source, ref at);
                var weight = ByteBuffer.Number(source, ref at);
                block.Add((merge.FirstSections[segment] + section, SearchFormat.Impact(weight, lengths[section])));
                CopyPositions(source, ref at, count);
                if (block.Count == room)
                {
                    EndBlock(isOnly);
                    room = SearchFormat.BlockSections;
                }
            }
        }
    }

    private void CopyPositions(ReadOnlySpan<byte> source, ref int at, int count)
    {
        positionBlock.Number(count);
        var start = at;
        for (var i = 0; i < count; i++)
        {
            while (source[at++] >= 0x80)
            {
            }
        }

        positionBlock.Bytes(source[start..at]);
    }

    private void EndBlock(bool isOnly)
    {
        var previousSection = block[0].Section;
        postingBlock.Number(FromOldest(previousSection));
        foreach (var (section, _) in block.Skip(1))
        {
            postingBlock.Number(section - previousSection);
            previousSection = section;
        }

        for (var i = 0; i < block.Count; i += 2)
        {
            postingBlock.Byte((byte)(block[i].Impact | (i + 1 < block.Count ? block[i + 1].Impact << 4 : 0)));
        }

        entries.Number(postings.Add(postingBlock.Written));
        entries.Number(positions.Add(positionBlock.Written));
        if (!isOnly)
        {
            entries.Number(FromOldest(block[0].Section));
        }

        postingBlock.Clear();
        positionBlock.Clear();
        block.Clear();
    }

    // Counted from the oldest, a section keeps its number when an issue is added.
    private int FromOldest(int section) => merge.SectionCount - 1 - section;
}
