namespace SecPress.Model.Images;

/// <summary>Counts the frames of a GIF (GIF89a, appendix B) without decoding one.</summary>
internal static class GifFrames
{
    private const byte Frame = 0x2C;
    private const byte Extension = 0x21;

    public static bool AreMany(ReadOnlySpan<byte> gif)
    {
        var frames = 0;
        var at = gif.Length < 13 ? gif.Length : 13 + ColourTable(gif[10]);
        while (at < gif.Length)
        {
            switch (gif[at])
            {
                case Frame when at + 10 < gif.Length:
                    if (++frames > 1)
                    {
                        return true;
                    }

                    at = AfterBlocks(gif, at + 11 + ColourTable(gif[at + 9]));
                    break;
                case Extension:
                    at = AfterBlocks(gif, at + 2);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    // Blocks of a length and as many bytes, up to one of no length.
    private static int AfterBlocks(ReadOnlySpan<byte> gif, int at)
    {
        while (at < gif.Length && gif[at] != 0)
        {
            at += gif[at] + 1;
        }

        return at + 1;
    }
}
