using System.Text;

namespace SecPress.Model.Documents;

/// <summary>Turns words into the part of an address or an anchor.</summary>
public static class Slug
{
    /// <summary>Lower case, each run of anything but letters and digits as one hyphen: "Day – 13th July" is "day-13th-july".</summary>
    public static string From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-' && !IsInsideWord(rune))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    // "BEIS’ response" and "Modification's" stay one word each.
    private static bool IsInsideWord(Rune rune) => rune.Value is '\'' or '\u2019';
}
