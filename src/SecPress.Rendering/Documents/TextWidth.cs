using System.Globalization;
using System.Text;
using SecPress.Model.Editions;

namespace SecPress.Rendering.Documents;

/// <summary>How many columns a text takes in a fixed-width font (Unicode Standard Annex 11: East Asian wide characters take two).</summary>
internal static class TextWidth
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>A merge field takes the columns of its fallback.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        var inName = false;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case MergeText.Open:
                    inName = true;
                    break;
                case MergeText.Separator:
                    inName = false;
                    break;
                case MergeText.Close:
                    break;
                default:
                    width += inName ? 0 : Of(rune);
                    break;
            }
        }

        return width;
    }

    private static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        foreach (var (first, last) in Wide)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return 2;
            }
        }

        return 1;
    }
}
