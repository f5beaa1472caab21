using System.Globalization;
using System.Text.RegularExpressions;

namespace SecPress.Content.Importing.Texts;

/// <summary>How lists begin a line in plain text.</summary>
internal static partial class Bullets
{
    private static readonly (string Sign, string Colour)[] Circles =
    [
        ("🔵", "blue"), ("🟡", "yellow"), ("🟢", "green"), ("🔴", "red"), ("🟠", "orange"), ("🟣", "purple"), ("🟤", "brown"), ("⚫", "black"), ("⚪", "white"),
    ];

    /// <summary>An item's indentation, its number (null for a bullet), and its words; null when the line begins none.</summary>
    public static (int Indent, int? Number, string Words)? Item(TextLine line)
    {
        var text = line.Trimmed;
        if (Sign().Match(text) is { Success: true } sign)
        {
            return (line.Indent, null, text[sign.Length..]);
        }

        return Number().Match(text) is { Success: true } number
            ? (line.Indent, int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture), text[number.Length..])
            : null;
    }

    /// <summary>The colour a coloured bullet is called by, in lower case, and the words; null when the line begins with none.</summary>
    public static (string Colour, string Words)? Coloured(string line)
    {
        foreach (var (sign, colour) in Circles)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
            {
                return (colour, line[sign.Length..].Trim('\uFE0F', ' ', '\t'));
            }
        }

        return Named().Match(line) is { Success: true } match && match.Length < line.Length
            ? (match.Groups[1].Value.ToLowerInvariant(), line[match.Length..].Trim())
            : null;
    }

    [GeneratedRegex(@"^([•·▪■□●○◦‣➢➤►▶✓✔\uF0A7\uF0B7\uF0D8]\s*|[-–—o+*]\s+)(?=\S)(?![•·*_=-])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^\(?([0-9]{1,3})[.)]\s+(?=\S)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\[?(\p{L}+)[\s-]+(?:bullet|dot|circle)\]?[\s:-]+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Named();
}
