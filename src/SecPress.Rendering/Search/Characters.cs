using System.Globalization;
using System.Text;

namespace SecPress.Rendering.Search;

internal enum CharacterKind : byte
{
    /// <summary>Stands between words.</summary>
    Separator,

    /// <summary>Part of a word: letters, numbers and their marks.</summary>
    Word,

    /// <summary>A word by itself: scripts that put no space between words are indexed character by character.</summary>
    Alone,
}

/// <summary>What each character is to the search, by its Unicode category. The client decides the same with <c>\p{L}\p{N}\p{M}</c>.</summary>
internal static class Characters
{
    /// <summary>Thai and Lao, Burmese, Khmer, Japanese kana, Chinese characters in all their blocks. The manifest tells the client.</summary>
    public static readonly (int First, int Last)[] AloneRanges =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xF900, 0xFAFF), (0x20000, 0x323AF),
    ];

    private static readonly CharacterKind[] Plane = [.. Enumerable.Range(0, 0x10000).Select(c => Classify(c, CharUnicodeInfo.GetUnicodeCategory((char)c)))];

    public static CharacterKind KindOf(Rune rune) =>
        rune.Value < Plane.Length ? Plane[rune.Value] : Classify(rune.Value, Rune.GetUnicodeCategory(rune));

    private static CharacterKind Classify(int codePoint, UnicodeCategory category) =>
        category is > UnicodeCategory.OtherNumber ? CharacterKind.Separator
        : Array.Exists(AloneRanges, r => codePoint >= r.First && codePoint <= r.Last) ? CharacterKind.Alone
        : CharacterKind.Word;
}
