using System.Text;
using SkiaSharp;

namespace SecPress.Publishing.Images;

/// <summary>The typeface that everything is set in, in its two weights. Each thread makes its own fonts of it.</summary>
internal static class Typeface
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Read("fonts/Inter-Regular.ttf"));
    private static readonly Lazy<SKTypeface> SemiBoldFace = new(() => Read("fonts/Inter-SemiBold.ttf"));

    public static SKFont Regular(float size) => Font(RegularFace.Value, size);

    public static SKFont SemiBold(float size) => Font(SemiBoldFace.Value, size);

    /// <summary>
    /// The text as it can be set: pictographs and marks that show nothing are left out, spaces are single. Empty when a letter is left
    /// that the typeface does not have, since a word with a hole is worse than none.
    /// </summary>
    public static string Settable(string text)
    {
        var settable = new StringBuilder(text.Length);
        using var font = Regular(16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                settable.Append(' ');
            }
            else if (font.ContainsGlyph(rune.Value))
            {
                settable.Append(rune.ToString());
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                return "";
            }
        }

        return string.Join(' ', settable.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Without hinting and with fractions of pixels letters stand where they were drawn to stand, on every machine.
    private static SKFont Font(SKTypeface face, float size) => new(face, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
    };

    private static SKTypeface Read(string resource)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(resource)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
