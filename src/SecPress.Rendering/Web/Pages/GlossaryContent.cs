using System.Text;
using Scriban.Runtime;
using SecPress.Model.Records;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>What acronyms stand for, by their first letters, and where they were spoken of last.</summary>
internal static class GlossaryContent
{
    private const int PlacesOfATerm = 3;

    // A list that fits on a screen or two needs no way through it.
    private const int ShortList = 30;

    public static PageContent Of(PageContext context, GlossaryPage page)
    {
        var (publication, labels) = (context.Publication, context.Labels);
        var all = publication.Records.Glossary;
        var groups = page.Terms.GroupBy(LetterOf).Select(g => View.Of(
            ("letter", g.Key),
            ("anchor", AnchorOf(g.Key)),
            ("terms", View.List(g.Select(t => Term(context, t))))));
        return new PageContent("web/glossary.html", context.TitleOf(labels["glossary.title"], page.Pager), labels.Format("glossary.intro", publication.Settings.Title), View.Of(
            ("term_count", all.Length),
            ("letters", View.List(all.Length > ShortList ? Letters(context) : [])),
            ("groups", View.List(groups)),
            ("pager", context.PagerOf(page.Pager))))
        {
            JsonLd = StructuredData.Glossary(publication, page),
        };
    }

    private static ScriptObject Term(PageContext context, GlossaryTerm term) => View.Of(
        ("text", term.Text),
        ("expansion", term.Expansion),
        ("anchor", term.Anchor),
        ("places", View.List(term.Places.Take(PlacesOfATerm).Select(p => Place(context, p)))),
        ("more", Math.Max(0, term.Places.Length - PlacesOfATerm)));

    private static ScriptObject Place(PageContext context, Section place) => View.Of(
        ("issue", place.Issue.Title),
        ("section", Places.TitleOf(context.Publication, place)),
        ("url", context.Links.To(context.Publication.PageOf(place.Issue), place.Anchor)));

    /// <summary>Each letter once, leading to where its terms begin.</summary>
    private static IEnumerable<ScriptObject> Letters(PageContext context) =>
        context.Publication.Map.Pages.OfType<GlossaryPage>()
            .OrderBy(p => p.Pager.Number)
            .SelectMany(p => p.Terms.Select(LetterOf).Distinct(StringComparer.Ordinal).Select(letter => (Letter: letter, Page: p)))
            .DistinctBy(l => l.Letter, StringComparer.Ordinal)
            .Select(l => View.Of(("letter", l.Letter), ("url", context.Links.To(l.Page, AnchorOf(l.Letter)))));

    // All digits are one group, and so is what is neither a letter nor a digit.
    private static string LetterOf(GlossaryTerm term)
    {
        var first = term.Text.EnumerateRunes().FirstOrDefault();
        return Rune.IsLetter(first) ? Rune.ToUpperInvariant(first).ToString() : Rune.IsDigit(first) ? "0–9" : "#";
    }

    private static string AnchorOf(string letter) => $"sp-letter-{letter.EnumerateRunes().First().Value:x}";
}
