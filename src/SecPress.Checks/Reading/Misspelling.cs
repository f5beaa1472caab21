using SecPress.Model.Diagnostics;

namespace SecPress.Checks.Reading;

/// <summary>Tells a slip of the pen from another word.</summary>
internal static class Misspelling
{
    /// <summary>In shorter words one letter makes another word too often: "board" and "broad".</summary>
    public const int Shortest = 7;

    /// <summary>The word of some that another is most likely a slip of; null for none. All in small letters.</summary>
    public static string? Of(string word, IEnumerable<string> words) =>
        word.Length < Shortest - 1 ? null : words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault(w => IsSlip(word, w));

    /// <summary>
    /// One letter added, left out or changed, or two swapped, inside a long word. At its end it is a form of the same word ("decision",
    /// "decisions"); at its start it is another word ("action", "faction").
    /// </summary>
    public static bool IsSlip(string written, string meant)
    {
        if (meant.Length < Shortest || Math.Abs(written.Length - meant.Length) > 1 || written[0] != meant[0]
            || written.Any(char.IsDigit) || IsForm(written, meant))
        {
            return false;
        }

        return Suggestion.Distance(written, meant) == 1;
    }

    /// <summary>Whether two words differ in their last letter alone, or by one that only one of them has: "decision", "decisions".</summary>
    public static bool IsForm(string a, string b)
    {
        var stem = Math.Max(a.Length, b.Length) - 1;
        return Math.Min(a.Length, b.Length) >= stem && stem > 0 && a.AsSpan(0, stem).SequenceEqual(b.AsSpan(0, stem));
    }
}
