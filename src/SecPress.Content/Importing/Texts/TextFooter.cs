using System.Text.RegularExpressions;
using SecPress.Model.Settings;

namespace SecPress.Content.Importing.Texts;

/// <summary>
/// The foot of an old page, which every SecPress page has of its own: who publishes, icons' names, copyright, how to unsubscribe. Taken
/// off the end of a text, and listed.
/// </summary>
internal static partial class TextFooter
{
    private const int LongestLine = 90;

    public static void TakeOff(List<List<TextLine>> groups, SiteSettings settings, ImportNotes notes)
    {
        var first = groups.Count;
        while (first > 1 && IsFurniture(groups[first - 1], settings))
        {
            first--;
        }

        foreach (var line in groups.Skip(first).SelectMany(g => g))
        {
            notes.Left(line.Number, "this looks like the foot of the old page and was left out", line.Trimmed);
        }

        groups.RemoveRange(first, groups.Count - first);
    }

    private static bool IsFurniture(List<TextLine> group, SiteSettings settings) =>
        group.All(l => l.Trimmed.Length <= LongestLine)
        && group.Any(l => Furniture().IsMatch(l.Text) || Holds(settings.Publisher.Address, l.Trimmed) || Holds(settings.Publisher.Name, l.Trimmed));

    private static bool Holds(string known, string line) => line.Length > 5 && known.Contains(line, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"all rights reserved|©|\(c\)\s*(19|20)\d\d|unsubscribe|view (this|it) .{0,20}in (a|your) browser|privacy (policy|notice)|\b(logo|icon|image|bird)\s*$|registered (office|in england)|\+\d[\d ()]{8,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Furniture();
}
