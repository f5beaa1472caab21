using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SecPress.Checks.Reading;

/// <summary>Which acronyms an issue explains and where, and which need no explaining.</summary>
internal sealed class AcronymExplanations
{
    /// <summary>How many more words an acronym's name may have than the acronym has letters.</summary>
    private const int MoreWords = 5;

    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(
        StringComparer.Ordinal, "of", "and", "the", "for", "in", "on", "to", "de", "des", "du", "la", "le", "les", "et");

    private static readonly SearchValues<char> EndsName = SearchValues.Create(".;:()!?,");

    private static readonly char[] Digits = [.. "0123456789"];

    private readonly HashSet<string> known;
    private readonly HashSet<string> lowerCase = new(StringComparer.Ordinal);
    private readonly StringBuilder initials = new();
    private readonly Dictionary<string, (int Passage, int Start)> places = new(StringComparer.Ordinal);
    private readonly string names;

    private AcronymExplanations(IssueText issue)
    {
        var settings = issue.Settings;
        known = [.. settings.Style.KnownAcronyms, .. settings.Acronyms.Select(a => a.Text), .. settings.Committees.Select(c => c.Short)];
        foreach (var committee in settings.Committees)
        {
            AddInitials(committee.Name);
        }

        for (var i = 0; i < issue.Passages.Length; i++)
        {
            var passage = issue.Passages[i];
            AddInitials(passage.Text);
            lowerCase.UnionWith(ProseWord.In(passage.Text).Select(w => w.Text).Where(w => char.IsLower(w[0])));
            foreach (var use in AcronymFinder.In(passage).Where(IsExplained))
            {
                places.TryAdd(use.Text, (i, use.Start));
            }
        }

        names = initials.ToString();
    }

    public static AcronymExplanations In(IssueText issue) => new(issue);

    /// <summary>
    /// Whether a reader can tell without being told: it is in the settings or in everyone's mouth, its words stand in the issue with
    /// capitals ("Final Comment Period" for FCP), or it is a plain word that somebody raised his voice at.
    /// </summary>
    public bool Knows(string acronym) =>
        known.Contains(acronym)
        || CommonAcronyms.Contains(acronym)
        || CommonAcronyms.Contains(acronym.TrimEnd(Digits))
        || (acronym[^1] == 'S' && (CommonAcronyms.Contains(acronym[..^1]) || known.Contains(acronym[..^1])))
        || lowerCase.Contains(acronym.ToLowerInvariant())
        || names.Contains(acronym.TrimEnd(Digits), StringComparison.Ordinal);

    /// <summary>The index of the passage that explains it first, and the offset there; null when none does.</summary>
    public (int Passage, int Start)? PlaceOf(string acronym) => places.TryGetValue(acronym, out var place) ? place : null;

    /// <summary>"Full Name (ABC)", or "ABC (Full Name)".</summary>
    private static bool IsExplained(AcronymUse use)
    {
        var (text, end) = (use.Passage.Text, use.Start + use.Text.Length);
        var opening = text.LastIndexOf('(', use.Start);
        var rest = text.AsSpan(end).TrimStart("s’'\"”");
        if (opening >= 0 && IsFiller(text.AsSpan(opening + 1, use.Start - opening - 1)) && rest is [')' or ',' or ';', ..])
        {
            var before = ProseWord.In(text[..opening]).TakeLast(use.Text.Length + MoreWords);
            return before.Any(w => SameLetter(w.Text[0], use.Text[0]));
        }

        if (!rest.StartsWith(" (") || rest.IndexOf(')') is not (> 0 and var close))
        {
            return false;
        }

        var name = ProseWord.In(rest[2..close].ToString()).SkipWhile(w => w.Text is "the" or "a").ToList();
        return name.Count > 1 && SameLetter(name[0].Text[0], use.Text[0]);
    }

    // "(the ‘ABC’)", "(or ABC)"
    private static bool IsFiller(ReadOnlySpan<char> text) => text.Trim(" \"'“‘").ToString() is "" or "the" or "or";

    private static bool SameLetter(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);

    private void AddInitials(string text)
    {
        var end = 0;
        foreach (var word in ProseWord.In(text))
        {
            if (text.AsSpan(end, word.Start - end).ContainsAny(EndsName))
            {
                initials.Append(' ');
            }

            if (char.IsUpper(word.Text[0]))
            {
                initials.Append(word.Text[0]);
            }
            else if (!SmallWords.Contains(word.Text))
            {
                initials.Append(' ');
            }

            end = word.Start + word.Length;
        }

        initials.Append(' ');
    }
}
