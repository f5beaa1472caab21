using System.Runtime.InteropServices;
using SecPress.Model.Images;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>
/// Makes the variants of an image of the content. What comes out is upright, in sRGB and without metadata: where a photograph was
/// taken is nobody's business.
/// </summary>
internal static class PictureResizer
{
    /// <summary>Stands in keys: a change of what is made from the same image needs another.</summary>
    public const string Version = "picture 1";

    private const int MostColoursOfADrawing = 1024;
    private const int JpegQuality = 82;

    // The first is what photographs are shown in; the others are for an original that is small because it is poor.
    private static readonly int[] WebPQualities = [80, 65, 50, 35, 20, 5, 0];

    /// <summary>Whether all of an image can be decoded. It is, at the least size that tells.</summary>
    public static bool CanRead(Picture picture)
    {
        using var image = Decode(picture, picture.WebP[0].Size);
        return image is not null;
    }

    /// <summary>The bytes of a variant, fewer than those of the image itself; null when that cannot be decoded.</summary>
    public static byte[]? Make(Picture picture, ImageVariant variant)
    {
        using var decoded = Decode(picture, variant.Size);
        if (decoded is null)
        {
            return null;
        }

        var isDrawing = picture.Header.Format is ImageFormat.Png or ImageFormat.Gif && HasFewColours(decoded);
        using var sized = Scale(decoded, SizeBeforeTurning(picture, variant.Size));
        using var upright = Turn(sized, picture.Header.Orientation);

        // Without a colour space, which sRGB is by default, none is written into the file.
        var info = upright.Info with { ColorSpace = null };
        using var pixels = new SKPixmap(info, upright.GetPixels());
        return variant.Format switch
        {
            ImageFormat.Jpeg => Bytes(pixels.Encode(new SKJpegEncoderOptions(JpegQuality))),
            ImageFormat.WebP when isDrawing => WebPOfDrawing(pixels, variant.Size == picture.Header.Size, picture.Source.Bytes.Length),
            ImageFormat.WebP => WebP(pixels, picture.Source.Bytes.Length),
            _ => Bytes(pixels.Encode(SKPngEncoderOptions.Default)),
        };
    }

    // Every pixel as it was, at its own size. Made smaller, its edges are blurred, and what loses a little may take half the bytes.
    private static byte[] WebPOfDrawing(SKPixmap pixels, bool isWhole, int most)
    {
        var exact = Bytes(pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 75)));
        if (isWhole && exact.Length < most)
        {
            return exact;
        }

        var near = WebP(pixels, most);
        return near.Length < exact.Length ? near : exact;
    }

    private static byte[] WebP(SKPixmap pixels, int most)
    {
        byte[] bytes = [];
        foreach (var quality in WebPQualities)
        {
            bytes = Bytes(pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality)));
            if (bytes.Length < most)
            {
                break;
            }
        }

        return bytes;
    }

    private static byte[] Bytes(SKData? data)
    {
        using (data)
        {
            return data?.ToArray() ?? throw new InvalidOperationException("An image of a permitted size cannot be encoded.");
        }
    }

    /// <summary>Decoded at least as large as it is wanted; a JPEG at an eighth as quickly as it may.</summary>
    private static SKBitmap? Decode(Picture picture, ImageSize wanted)
    {
        using var data = SKData.CreateCopy(ImmutableCollectionsMarshal.AsArray(picture.Source.Bytes)!);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return null;
        }

        var least = SizeBeforeTurning(picture, wanted);
        var size = codec.Info.Size;
        foreach (var eighths in Enumerable.Range(1, 7))
        {
            var scaled = codec.GetScaledDimensions(eighths / 8f);
            if (scaled.Width >= least.Width && scaled.Height >= least.Height)
            {
                size = scaled;
                break;
            }
        }

        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, AlphaOf(codec), SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static SKAlphaType AlphaOf(SKCodec codec) =>
        codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;

    private static SKSizeI SizeBeforeTurning(Picture picture, ImageSize size) =>
        picture.Header.Orientation < 5 ? new SKSizeI(size.Width, size.Height) : new SKSizeI(size.Height, size.Width);

    // Halved while that is possible, since a filter that looks at sixteen pixels passes over all others; then by a cubic (Catmull-Rom).
    private static SKBitmap Scale(SKBitmap image, SKSizeI size)
    {
        var current = image.Copy();
        while (current.Width >= size.Width * 2 && current.Height >= size.Height * 2)
        {
            current = Replace(current, new SKSizeI((current.Width + 1) / 2, (current.Height + 1) / 2), new SKSamplingOptions(SKFilterMode.Linear));
        }

        return current.Width == size.Width && current.Height == size.Height
            ? current
            : Replace(current, size, new SKSamplingOptions(SKCubicResampler.CatmullRom));
    }

    private static SKBitmap Replace(SKBitmap image, SKSizeI size, SKSamplingOptions sampling)
    {
        using (image)
        {
            var scaled = new SKBitmap(image.Info.WithSize(size.Width, size.Height));
            using var from = image.PeekPixels();
            using var to = scaled.PeekPixels();
            from.ScalePixels(to, sampling);
            return scaled;
        }
    }

    /// <summary>As the camera was held: Exif 2.3, tag 0x0112.</summary>
    private static SKBitmap Turn(SKBitmap image, int orientation)
    {
        if (orientation == 1)
        {
            return image.Copy();
        }

        var (width, height) = (image.Width, image.Height);
        var turned = new SKBitmap(orientation < 5 ? image.Info : image.Info.WithSize(height, width));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(orientation switch
        {
            2 => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            3 => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            4 => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            5 => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            6 => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            7 => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            _ => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        });
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        using var source = SKImage.FromBitmap(image);
        canvas.DrawImage(source, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), paint);
        return turned;
    }

    private static bool HasFewColours(SKBitmap image)
    {
        var colours = new HashSet<uint>();
        var last = 0u;
        foreach (var pixel in MemoryMarshal.Cast<byte, uint>(image.GetPixelSpan()))
        {
            if (pixel != last && colours.Add(pixel) && colours.Count > MostColoursOfADrawing)
            {
                return false;
            }

            last = pixel;
        }

        return true;
    }
}
