using System.Runtime.InteropServices;
using NodaTime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Tests.Model;
using SkiaSharp;

namespace SecPress.Tests.Support;

/// <summary>Images for tests, and publications that show them.</summary>
internal static class Pictures
{
    /// <summary>A photograph of nothing: every pixel differs a little, the corner at the top left is red.</summary>
    public static byte[] Photograph(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, int quality = 90)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var pixels = new byte[width * height * 4];
        var noise = 1u;
        for (var i = 0; i < width * height; i++)
        {
            noise = noise * 1664525 + 1013904223;
            var (x, y) = (i % width, i / width);
            var (red, green, blue) = x < width / 4 && y < height / 4
                ? (220, 20, 20)
                : (x * 150 / width + (int)(noise % 40), y * 200 / height + (int)(noise / 64 % 40), 128);
            (pixels[i * 4], pixels[i * 4 + 1], pixels[i * 4 + 2], pixels[i * 4 + 3]) = ((byte)red, (byte)green, (byte)blue, 255);
        }

        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return Encode(bitmap, format, quality);
    }

    /// <summary>Lines of four colours on a ground that cannot be seen.</summary>
    public static byte[] Drawing(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { StrokeWidth = 3 };
        for (var i = 0; i < width; i += 4)
        {
            paint.Color = (i / 4 % 4) switch { 0 => SKColors.Black, 1 => SKColors.Navy, 2 => SKColors.Green, _ => SKColors.Maroon };
            canvas.DrawLine(i, i * 37 % height, (i * 53) % width, height - (i * 11 % height), paint);
        }

        return Encode(bitmap, SKEncodedImageFormat.Png, 100);
    }

    /// <summary>A JPEG with an Exif segment of an orientation and a place where it was taken.</summary>
    public static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
            .. "GPSLatitude 51.5007"u8,
        ];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    public static SKBitmap Decode(byte[] bytes) => SKBitmap.Decode(bytes) ?? throw new InvalidDataException("This is no image.");

    /// <summary>A publication of one issue that shows each of some files of <c>content/images</c>.</summary>
    public static Publication Showing(params (string Name, byte[] Bytes)[] files) => Showing(s => s, files);

    public static Publication Showing(Func<SiteSettings, SiteSettings> settings, params (string Name, byte[] Bytes)[] files)
    {
        var issue = ModelBuilder.Issue("2017-06", new LocalDate(2017, 6, 29)) with
        {
            Title = "June",
            Body = new Document([.. files.Select(f => Paragraph(f.Name))], []),
        };
        var site = ModelBuilder.Site(issue);
        return ModelBuilder.Assemble(
            site with
            {
                Settings = settings(site.Settings),
                Assets = [.. files.Select(f => new Asset("images/" + f.Name, "content/images/" + f.Name, [.. f.Bytes]))],
            },
            out _);
    }

    private static Paragraph Paragraph(string name) =>
        new(TextSpan.None, [new Image(TextSpan.None, "/images/" + name, "A picture", null)]);

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var data = bitmap.Encode(format, quality);
        return data!.ToArray();
    }
}
