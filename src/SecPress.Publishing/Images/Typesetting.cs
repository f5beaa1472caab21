using System.Text;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>A font of the one typeface everything is set in, with the space that is added between letters. Of one thread.</summary>
internal sealed class Typesetting : IDisposable
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Read("fonts/Inter-Regular.ttf"));
    private static readonly Lazy<SKTypeface> SemiBoldFace = new(() => Read("fonts/Inter-SemiBold.ttf"));

    private readonly SKFont font;
    private readonly float tracking;

    // Without hinting and with fractions of pixels letters stand where they were drawn to stand, on every machine.
    private Typesetting(SKTypeface face, float size, float tracking)
    {
        this.tracking = tracking * size;
        font = new SKFont(face, size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
    }

    public float Size => font.Size;

    /// <summary>The height of a capital, as the typeface has it.</summary>
    public float Capital => font.Size * 0.727f;

    public static Typesetting Regular(float size) => new(RegularFace.Value, size, 0);

    public static Typesetting SemiBold(float size) => new(SemiBoldFace.Value, size, 0);

    /// <summary>For large sizes, at which the typeface is set closer.</summary>
    public static Typesetting Display(float size) => new(SemiBoldFace.Value, size, -0.022f);

    /// <summary>
    /// The text as it can be set: pictographs and marks that show nothing are left out, spaces are single, and a dash stays with the
    /// word before it. Empty when a letter is left that the typeface does not have, since a word with a hole is worse than none.
    /// </summary>
    public static string Settable(string text)
    {
        var settable = new StringBuilder(text.Length);
        using var setting = Regular(16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                settable.Append(rune.Value is 0xA0 or 0x202F ? '\u00A0' : ' ');
            }
            else if (setting.font.ContainsGlyph(rune.Value))
            {
                settable.Append(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                return "";
            }
        }

        return string.Join(' ', settable.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Replace(" – ", "\u00A0– ", StringComparison.Ordinal)
            .Replace(" — ", "\u00A0— ", StringComparison.Ordinal)
            .Replace(" - ", "\u00A0- ", StringComparison.Ordinal);
    }

    /// <summary>The width of a line in pixels.</summary>
    public float Measure(string line) => font.MeasureText(line) + tracking * Math.Max(0, font.CountGlyphs(line) - 1);

    /// <summary>Draws a line whose ink, not the space before it, begins at <paramref name="x"/>.</summary>
    public void Draw(SKCanvas canvas, string line, float x, float baseline, SKPaint paint)
    {
        if (line.Length == 0)
        {
            return;
        }

        font.MeasureText(line, out var ink);
        var offsets = font.GetGlyphOffsets(line, x - ink.Left);
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] += i * tracking;
        }

        using var blob = SKTextBlob.CreateHorizontal(line, font, offsets, baseline);
        canvas.DrawText(blob, 0, 0, paint);
    }

    /// <summary>Draws a letter whose ink stands in the middle of a square.</summary>
    public void DrawInMiddle(SKCanvas canvas, string letter, float side, SKPaint paint)
    {
        font.MeasureText(letter, out var ink);
        Draw(canvas, letter, (side - ink.Width) / 2, (side - ink.Height) / 2 - ink.Top, paint);
    }

    public void Dispose() => font.Dispose();

    private static SKTypeface Read(string resource)
    {
        using var stream = typeof(Typesetting).Assembly.GetManifestResourceStream(resource)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
