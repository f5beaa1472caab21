using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>A highlight and a revision name sections of their own issue (SP047).</summary>
internal static class SectionCheck
{
    public static void Run(Publication publication, DiagnosticBag diagnostics)
    {
        foreach (var page in publication.Map.Pages.OfType<IssuePage>())
        {
            var issue = page.Issue;
            foreach (var section in issue.Highlights.Select(h => h.Section).OfType<Reference>())
            {
                Check(publication, page, section.Url, section.Span, "highlight", diagnostics);
            }

            foreach (var revision in issue.Revisions)
            {
                foreach (var section in revision.Sections)
                {
                    Check(publication, page, section, revision.Span, "revision", diagnostics);
                }
            }
        }
    }

    private static void Check(Publication publication, IssuePage page, string section, TextSpan span, string what, DiagnosticBag diagnostics)
    {
        var anchor = section.TrimStart('#');
        var anchors = publication.Map.Anchors(page);
        if (!anchors.Contains(anchor))
        {
            diagnostics.Add(
                CheckRules.UnknownSection,
                page.Issue.Source.At(span),
                $"this {what} is about a section '{anchor}' that is not there",
                "Name the id of a heading of this issue." + Suggestion.DidYouMean(anchor, anchors));
        }
    }
}
