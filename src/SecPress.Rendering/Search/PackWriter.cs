namespace SecPress.Rendering.Search;

/// <summary>Fills packs with blocks, one after the other. A block never lies in two packs.</summary>
internal sealed class PackWriter(Payload payload, string kind)
{
    private readonly ByteBuffer pack = new(SearchFormat.PackBytes * 2);
    private readonly List<byte[]> hashes = [];

    /// <summary>Of the packs that are finished, in order.</summary>
    public IReadOnlyList<byte[]> Hashes => hashes;

    /// <summary>Adds a block and tells where it went: twice its length, and one more when it begins a new pack.</summary>
    public int Add(ReadOnlySpan<byte> block)
    {
        var begins = pack.Length >= SearchFormat.PackBytes;
        if (begins)
        {
            Finish();
        }

        pack.Bytes(block);
        return block.Length * 2 + (begins ? 1 : 0);
    }

    public void Finish()
    {
        if (pack.Length > 0)
        {
            hashes.Add(payload.Add(kind, pack.Written));
            pack.Clear();
        }
    }
}
