using System.Collections.Immutable;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Records;

/// <summary>Gathers the acronyms of the settings, and those that issues explain by themselves.</summary>
internal static class GlossaryCompiler
{
    /// <summary>In alphabetical order, whatever their case.</summary>
    /// <param name="acronyms">Those of the settings; they stand in the glossary though no issue has used them yet.</param>
    /// <param name="readings">Every issue with what it speaks of, oldest first.</param>
    public static ImmutableArray<GlossaryTerm> Compile(
        ImmutableArray<Acronym> acronyms, IReadOnlyList<(Issue Issue, IssueReading Reading)> readings)
    {
        var places = acronyms.DistinctBy(a => (a.Text, a.Expansion)).ToDictionary(a => (a.Text, a.Expansion), _ => new List<Section>());
        foreach (var (_, reading) in readings.Reverse())
        {
            foreach (var (text, expansion, section) in reading.Terms)
            {
                if (!places.TryGetValue((text, expansion), out var known))
                {
                    places.Add((text, expansion), known = []);
                }

                known.Add(section);
            }
        }

        var anchors = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. places
                .OrderBy(p => p.Key.Text, StringComparer.OrdinalIgnoreCase)
                .ThenBy(p => p.Key.Text, StringComparer.Ordinal)
                .ThenBy(p => p.Key.Expansion, StringComparer.Ordinal)
                .Select(p => new GlossaryTerm(p.Key.Text, p.Key.Expansion, Slug.Unique(anchors, "term-" + Slug.From(p.Key.Text)), [.. p.Value])),
        ];
    }
}
