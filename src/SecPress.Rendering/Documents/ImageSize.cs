using System.Buffers.Binary;

namespace SecPress.Rendering.Documents;

/// <summary>Width and height in pixels, read from the first bytes of PNG, GIF, JPEG and WebP.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Null when the bytes are no such image, or are cut short.</summary>
    public static ImageSize? Read(ReadOnlySpan<byte> bytes)
    {
        var size = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 => new ImageSize(Big32(bytes[16..]), Big32(bytes[20..])),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length >= 10 => new ImageSize(Little16(bytes[6..]), Little16(bytes[8..])),
            [0xFF, 0xD8, ..] => Jpeg(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Length >= 30 && bytes[8..12].SequenceEqual("WEBP"u8) => WebP(bytes),
            _ => null,
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    /// <summary>The same proportions, no wider than <paramref name="width"/>.</summary>
    public ImageSize AtMost(int? width) =>
        width is { } most && Width > most ? new ImageSize(most, Math.Max(1, (int)((long)Height * most / Width))) : this;

    // ITU T.81 annex B: segments of a marker and a length, up to the frame header (SOF0 to SOF15 less DHT, JPG and DAC).
    private static ImageSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new ImageSize(Big16(bytes[(at + 7)..]), Big16(bytes[(at + 5)..]));
            }

            at += 2 + Big16(bytes[(at + 2)..]);
        }

        return null;
    }

    // The three chunk forms of the WebP container: lossy, lossless, extended.
    private static ImageSize? WebP(ReadOnlySpan<byte> bytes) => (char)bytes[15] switch
    {
        ' ' => new ImageSize(Little16(bytes[26..]) & 0x3FFF, Little16(bytes[28..]) & 0x3FFF),
        'L' => new ImageSize(
            1 + (Little16(bytes[21..]) & 0x3FFF),
            1 + ((BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) >> 14) & 0x3FFF)),
        'X' => new ImageSize(
            1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xFFFFFF),
            1 + (Little16(bytes[27..]) | (bytes[29] << 16))),
        _ => null,
    };

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
