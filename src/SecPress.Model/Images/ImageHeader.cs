using System.Buffers.Binary;

namespace SecPress.Model.Images;

/// <summary>The raster formats that browsers and mail clients show.</summary>
public enum ImageFormat
{
    Png,
    Jpeg,
    WebP,
    Gif,
}

/// <summary>What the bytes of an image tell before it is decoded.</summary>
/// <param name="Format">By its content, whatever its name says.</param>
/// <param name="Size">As it is shown: with the camera's orientation applied.</param>
/// <param name="Orientation">Exif 2.3, tag 0x0112: 1 upright, 2 to 8 turned or mirrored. Read of JPEG alone, as browsers do.</param>
/// <param name="IsAnimated">Whether it has more than one frame.</param>
public sealed record ImageHeader(ImageFormat Format, ImageSize Size, int Orientation = 1, bool IsAnimated = false)
{
    private const int Upright = 1;
    private const int FirstOnItsSide = 5;

    /// <summary>Null when the bytes are no such image, or are cut short.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        var header = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 => Png(bytes),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length >= 10 =>
                new ImageHeader(ImageFormat.Gif, new ImageSize(Little16(bytes[6..]), Little16(bytes[8..])), IsAnimated: GifFrames.AreMany(bytes)),
            [0xFF, 0xD8, ..] => Jpeg(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Length >= 30 && bytes[8..12].SequenceEqual("WEBP"u8) => WebP(bytes),
            _ => null,
        };
        return header is { Size: { Width: > 0, Height: > 0 } } ? header : null;
    }

    // APNG: an animation control chunk stands before the first data.
    private static ImageHeader Png(ReadOnlySpan<byte> bytes)
    {
        var animated = false;
        for (var at = 8; at + 8 <= bytes.Length && !bytes[(at + 4)..(at + 8)].SequenceEqual("IDAT"u8);)
        {
            animated |= bytes[(at + 4)..(at + 8)].SequenceEqual("acTL"u8);
            var length = Big32(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12)
            {
                break;
            }

            at += length + 12;
        }

        return new ImageHeader(ImageFormat.Png, new ImageSize(Big32(bytes[16..]), Big32(bytes[20..])), IsAnimated: animated);
    }

    // ITU T.81 annex B: segments of a marker and a length, up to the frame header (SOF0 to SOF15 less DHT, JPG and DAC).
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var orientation = Upright;
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
                var (width, height) = (Big16(bytes[(at + 7)..]), Big16(bytes[(at + 5)..]));
                return new ImageHeader(
                    ImageFormat.Jpeg,
                    orientation < FirstOnItsSide ? new ImageSize(width, height) : new ImageSize(height, width),
                    orientation);
            }

            var length = Big16(bytes[(at + 2)..]);
            if (marker is 0xE1 && at + 2 + length <= bytes.Length && length >= 2)
            {
                orientation = Exif(bytes.Slice(at + 4, length - 2)) ?? orientation;
            }

            at += 2 + length;
        }

        return null;
    }

    // A TIFF of which only the first directory is read: twelve bytes an entry.
    private static int? Exif(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment[..6].SequenceEqual("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[6..];
        var big = tiff[0] == (byte)'M';
        var at = big ? Big32(tiff[4..]) : BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]);
        if (at < 0 || at > tiff.Length - 2)
        {
            return null;
        }

        var entries = big ? Big16(tiff[at..]) : Little16(tiff[at..]);
        for (var entry = at + 2; entries > 0 && entry <= tiff.Length - 12; entries--, entry += 12)
        {
            if ((big ? Big16(tiff[entry..]) : Little16(tiff[entry..])) == 0x0112)
            {
                var value = big ? Big16(tiff[(entry + 8)..]) : Little16(tiff[(entry + 8)..]);
                return value is >= 1 and <= 8 ? value : null;
            }
        }

        return null;
    }

    // The three chunk forms of the WebP container: lossy, lossless, extended.
    private static ImageHeader? WebP(ReadOnlySpan<byte> bytes) => (char)bytes[15] switch
    {
        ' ' => new ImageHeader(ImageFormat.WebP, new ImageSize(Little16(bytes[26..]) & 0x3FFF, Little16(bytes[28..]) & 0x3FFF)),
        'L' => new ImageHeader(ImageFormat.WebP, new ImageSize(
            1 + (Little16(bytes[21..]) & 0x3FFF),
            1 + ((BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) >> 14) & 0x3FFF))),
        'X' => new ImageHeader(
            ImageFormat.WebP,
            new ImageSize(
                1 + (BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xFFFFFF),
                1 + (Little16(bytes[27..]) | (bytes[29] << 16))),
            IsAnimated: (bytes[20] & 2) != 0),
        _ => null,
    };

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
