using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>
/// Writes a drawing of a few flat colours on white as a PNG of a byte a pixel (PNG, third edition), a third of the size of one in full
/// colour. The palette holds each colour in even steps from white, which is what the edges of shapes and letters are made of.
/// </summary>
internal sealed class PalettePng
{
    private readonly byte[] palette;
    private readonly Dictionary<uint, byte> indexes = [];

    /// <param name="colours">All that is drawn with besides white; at most 64.</param>
    public PalettePng(IEnumerable<SKColor> colours)
    {
        var distinct = colours.Distinct().ToList();
        var steps = 255 / distinct.Count;
        palette = new byte[3 * (1 + distinct.Count * steps)];
        palette.AsSpan(0, 3).Fill(255);
        var at = 3;
        foreach (var colour in distinct)
        {
            for (var step = 1; step <= steps; step++)
            {
                palette[at++] = Mix(colour.Red, step, steps);
                palette[at++] = Mix(colour.Green, step, steps);
                palette[at++] = Mix(colour.Blue, step, steps);
            }
        }
    }

    public byte[] Encode(SKBitmap image)
    {
        var (width, height) = (image.Width, image.Height);
        using var output = new MemoryStream(32 * 1024);
        output.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        WriteChunk(output, "IHDR"u8, header);
        WriteChunk(output, "PLTE"u8, palette);
        WriteChunk(output, "IDAT"u8, Compress(image));
        WriteChunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private byte[] Compress(SKBitmap image)
    {
        using var packed = new MemoryStream(32 * 1024);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            // A row begins with its filter: none, which is best for palettes.
            var row = new byte[1 + image.Width];
            var pixels = MemoryMarshal.Cast<byte, uint>(image.GetPixelSpan());
            for (var y = 0; y < image.Height; y++)
            {
                Index(pixels.Slice(y * image.Width, image.Width), row.AsSpan(1));
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private void Index(ReadOnlySpan<uint> pixels, Span<byte> row)
    {
        if (pixels.IndexOfAnyExcept(uint.MaxValue) < 0)
        {
            row.Clear();
            return;
        }

        var (last, index) = (uint.MaxValue, (byte)0);
        for (var x = 0; x < pixels.Length; x++)
        {
            if (pixels[x] != last)
            {
                last = pixels[x];
                index = IndexOf(last);
            }

            row[x] = index;
        }
    }

    private byte IndexOf(uint pixel)
    {
        if (indexes.TryGetValue(pixel, out var known))
        {
            return known;
        }

        var (r, g, b) = ((int)(pixel & 0xFF), (int)(pixel >> 8 & 0xFF), (int)(pixel >> 16 & 0xFF));
        var (nearest, distance) = (0, int.MaxValue);
        for (var i = 0; i < palette.Length / 3; i++)
        {
            var (dr, dg, db) = (palette[3 * i] - r, palette[3 * i + 1] - g, palette[3 * i + 2] - b);
            var d = dr * dr + dg * dg + db * db;
            if (d < distance)
            {
                (nearest, distance) = (i, d);
            }
        }

        return indexes[pixel] = (byte)nearest;
    }

    private static byte Mix(byte channel, int step, int steps) => (byte)(255 - ((255 - channel) * step + steps / 2) / steps);

    private static void WriteChunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        output.Write(number);
    }

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ c >> 1;
        }

        return c;
    })];

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ crc >> 8;
        }

        return crc;
    }
}
