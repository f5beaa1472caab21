using System.Text;

namespace SecPress.Model.Documents;

/// <summary>Turns words into the part of an address or an anchor.</summary>
public static class Slug
{
    // A letter takes at most four bytes; a day, a number and an extension must have their place.
    private const int LongestName = 50;

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

    /// <summary>The same, cut so that the name of a file made from it stays below 255 bytes in UTF-8.</summary>
    public static string FileName(string text)
    {
        var slug = From(text);
        var end = 0;
        foreach (var rune in slug.EnumerateRunes().Take(LongestName))
        {
            end += rune.Utf16SequenceLength;
        }

        return slug[..end].TrimEnd('-');
    }

    /// <summary>A name that is not among <paramref name="taken"/>, with a number after it when it has to be, and takes it.</summary>
    public static string Unique(ISet<string> taken, string name)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{name}-{i}";
        }

        return unique;
    }

    // "BEIS’ response" and "Modification's" stay one word each.
    private static bool IsInsideWord(Rune rune) => rune.Value is '\'' or '\u2019';
}
