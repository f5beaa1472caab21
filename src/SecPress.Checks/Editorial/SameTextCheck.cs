using System.Collections.Immutable;
using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Checks.Editorial;

/// <summary>
/// The same words lead to one place (SP121): a reader who hears the links of a page one after the other cannot tell them apart. It is
/// said once for each text, at the first link that leads elsewhere.
/// </summary>
internal static class SameTextCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        var page = issue.Publication.PageOf(issue.Issue);
        ImmutableArray<IdPattern> ids = [.. issue.Settings.Registers.Select(r => IdPattern.Parse(r.Pattern)).OfType<IdPattern>()];
        var links = issue.Passages
            .SelectMany(p => p.Links)
            .Select(l => (l.Link, Text: DocumentWalker.PlainText(l.Link.Content).Trim()))
            .Where(l => Names(l.Text, issue.Settings.Language, ids))
            .Select(l => (l.Link, l.Text, Place: PlaceOf(issue.Publication.Map.Resolve(page, l.Link.Url))))
            .Where(l => l.Place is not null);
        foreach (var same in links.GroupBy(l => l.Text, StringComparer.OrdinalIgnoreCase))
        {
            var places = same.DistinctBy(l => l.Place, StringComparer.Ordinal).ToList();
            if (places.Count > 1)
            {
                var (first, other) = (places[0].Link, places[1].Link);
                diagnostics.Add(
                    EditorialRules.SameTextTwoPlaces,
                    issue.Issue.Source.At(other.Span),
                    $"'{places[1].Text}' leads to {(places.Count == 2 ? "two" : places.Count)} places: here to {other.Url}, on line "
                    + $"{issue.Issue.Source.At(first.Span).Position.Line} to {first.Url}",
                    "Say in the words of each link which of them it leads to.");
            }
        }
    }

    // Numbers and signs count things rather than name them, and an id of a register is linked wherever it stands. Vague words and
    // addresses have rules of their own.
    private static bool Names(string text, string language, ImmutableArray<IdPattern> ids) =>
        text.Any(char.IsLetter)
        && !LinkTextCheck.IsAddress(text)
        && !VagueTexts.Contains(text, language)
        && !ids.Any(i => i.IsId(text));

    /// <summary>What tells two places apart; null for an address that leads nowhere, which is an error of its own.</summary>
    private static string? PlaceOf(LinkTarget target) => target switch
    {
        OutsideTarget outside => Bare(outside.Url),
        PageTarget page => page.Page.Path + "#" + page.Anchor,
        AssetTarget asset => asset.Asset.Path,
        _ => null,
    };

    // A page answers to all of these.
    private static string Bare(string url)
    {
        var rest = url.AsSpan();
        foreach (var prefix in (ReadOnlySpan<string>)["https://", "http://", "www."])
        {
            rest = rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? rest[prefix.Length..] : rest;
        }

        return rest.TrimEnd('/').ToString();
    }
}
