namespace SecPress.Model.Images;

/// <summary>Width and height in pixels, as an image is shown.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>From the first bytes of PNG, GIF, JPEG and WebP; null when the bytes are no such image, or are cut short.</summary>
    public static ImageSize? Read(ReadOnlySpan<byte> bytes) => ImageHeader.Read(bytes)?.Size;

    public long Pixels => (long)Width * Height;

    /// <summary>The same proportions, no wider than <paramref name="width"/>.</summary>
    public ImageSize AtMost(int? width) =>
        width is { } most && Width > most ? new ImageSize(most, Math.Max(1, (int)((long)Height * most / Width))) : this;
}
