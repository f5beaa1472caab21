using System.Globalization;
using SecPress.Content;

namespace SecPress.Cli.Printing;

/// <summary>What a new issue was filled in with and from where, a line each; what was found nowhere is not spoken of.</summary>
internal static class DraftSummary
{
    public static IEnumerable<string> Of(IssueDraft draft)
    {
        if (draft.Last is not { } last)
        {
            yield return "the first issue: there is none before it to fill it in from";
        }
        else
        {
            var taken = Clauses(
                (draft.Committees, Plural.Of(draft.Committees, "committee")),
                (draft.Parties is null ? 0 : 1, $"the party count {draft.Parties?.ToString("N0", CultureInfo.InvariantCulture)} to start from"),
                (draft.Announced, Plural.Of(draft.Announced, "entry that is still to come", "entries that are still to come")));
            yield return $"from {last.Slug} ({last.Title}): its headings{(taken.Length > 0 ? ", " + taken : "")}";
        }

        if (draft.ByRule > 0)
        {
            yield return $"from the rules of committees in site.yml: {Plural.Of(draft.ByRule, "meeting")}";
        }

        var open = Clauses(
            (draft.Entries, Plural.Of(draft.Entries, "entry of a register", "entries of registers")),
            (draft.Consultations, Plural.Of(draft.Consultations, "consultation")));
        if (open.Length > 0)
        {
            yield return $"still open, as comments: {open}";
        }

        if (draft.Last is { Draft: true } unsent)
        {
            yield return $"mind that {unsent.Slug} is a draft itself: what was taken from it may still change";
        }
    }

    private static string Clauses(params ReadOnlySpan<(int Count, string Words)> clauses)
    {
        var words = new List<string>();
        foreach (var (count, clause) in clauses)
        {
            if (count > 0)
            {
                words.Add(clause);
            }
        }

        return string.Join(", ", words);
    }
}
