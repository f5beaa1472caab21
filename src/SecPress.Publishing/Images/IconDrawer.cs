using System.Buffers.Binary;
using SecPress.Model.Images;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>Draws the icons of a site, as <c>templates/assets/icon.svg</c> does: the first letter of its title on the accent.</summary>
internal static class IconDrawer
{
    /// <summary>Stands in keys: a change of what is drawn for the same icon needs another.</summary>
    public const string Version = "icon 1, Inter 4";

    public static byte[] Draw(SiteIcon icon)
    {
        using var bitmap = new SKBitmap(icon.Size, icon.Size, SKColorType.Rgba8888, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            Draw(canvas, icon);
        }

        using var pixels = bitmap.PeekPixels();
        using var data = pixels!.Encode(SKPngEncoderOptions.Default)!;
        var png = data.ToArray();
        return icon.Path.EndsWith(".ico", StringComparison.Ordinal) ? Ico(png, icon.Size) : png;
    }

    private static void Draw(SKCanvas canvas, SiteIcon icon)
    {
        // All measures are of the drawing's 32 units.
        var unit = icon.Size / 32f;
        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.Parse(icon.Accent) };
        var corner = icon.Bleeds ? 0 : 5 * unit;
        canvas.DrawRoundRect(0, 0, icon.Size, icon.Size, corner, corner, paint);
        paint.Color = SKColors.White;
        if (Typesetting.Settable(icon.Initial) is { Length: > 0 } initial)
        {
            using var setting = Typesetting.SemiBold(22 * unit);
            setting.DrawInMiddle(canvas, initial, icon.Size, paint);
            return;
        }

        // Lines of text, for a letter that the typeface does not have.
        foreach (var (y, width) in new[] { (9f, 18f), (14.5f, 18f), (20f, 11f) })
        {
            canvas.DrawRect(7 * unit, y * unit, width * unit, 3 * unit, paint);
        }
    }

    // A directory of one image, which is a PNG as it stands: all that ask for an .ico today read that.
    private static byte[] Ico(byte[] png, int size)
    {
        var ico = new byte[22 + png.Length];
        ico[2] = 1;
        ico[4] = 1;
        (ico[6], ico[7]) = ((byte)size, (byte)size);
        ico[10] = 1;
        ico[12] = 32;
        BinaryPrimitives.WriteInt32LittleEndian(ico.AsSpan(14), png.Length);
        ico[18] = 22;
        png.CopyTo(ico, 22);
        return ico;
    }
}
