using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Settings;

namespace SecPress.Content.Documents;

/// <summary>A word found in a text: an acronym with its expansion, or an id (no acronym) with its register.</summary>
internal readonly record struct FoundWord(int Start, int Length, string Meaning, Acronym? Acronym)
{
    public int End => Start + Length;
}

/// <summary>Finds acronyms as whole words, in one pass over a text; of two that start together, the longer.</summary>
internal sealed class WordFinder
{
    private readonly FrozenDictionary<char, Acronym[]> byFirst;
    private readonly SearchValues<char> firsts;

    public WordFinder(IEnumerable<Acronym> acronyms)
    {
        byFirst = acronyms
            .Where(a => a.Text.Length > 0)
            .GroupBy(a => a.Text[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(a => a.Text.Length).ToArray());
        firsts = SearchValues.Create([.. byFirst.Keys]);
    }

    public void Find(string text, List<FoundWord> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(firsts);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (!Words.StartsAt(text, at))
            {
                continue;
            }

            foreach (var acronym in byFirst[text[at]])
            {
                if (text.AsSpan(at).StartsWith(acronym.Text, StringComparison.Ordinal) && Words.EndsAt(text, at + acronym.Text.Length))
                {
                    found.Add(new FoundWord(at, acronym.Text.Length, acronym.Expansion, acronym));
                    at += acronym.Text.Length - 1;
                    break;
                }
            }
        }
    }
}

/// <summary>Finds the ids of registers as whole words.</summary>
internal sealed class RegisterFinder(ImmutableArray<(string Id, IdPattern Pattern)> registers)
{
    public void Find(string text, List<FoundWord> found)
    {
        foreach (var (id, pattern) in registers)
        {
            foreach (var place in pattern.In(text))
            {
                found.Add(new FoundWord(place.Start, place.Length, id, null));
            }
        }
    }

    /// <summary>The register that a whole text is an id of, or null.</summary>
    public string? RegisterOf(string text) =>
        registers.Where(r => r.Pattern.IsId(text)).Select(r => r.Id).FirstOrDefault();
}
