using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>What templates are given of issues.</summary>
internal static class IssueViews
{
    /// <summary>An issue as it stands in a list.</summary>
    public static ScriptObject Listed(Publication publication, Issue issue, LinkWriter links) => View.Of(
        ("title", issue.Title),
        ("url", links.To(publication.PageOf(issue))),
        ("summary", View.Text(issue.Summary)),
        ("sent", issue.Sent),
        ("updated", issue.Revisions.IsEmpty ? null : issue.LastChanged),
        ("draft", issue.Draft));

    /// <summary>An issue in full.</summary>
    public static ScriptObject Whole(Publication publication, Issue issue, LinkWriter links, IssuePrinter printer)
    {
        var following = printer.Following().ToList();
        var (older, newer) = publication.Neighbours(issue);
        var view = Listed(publication, issue, links);
        void Add(string name, object? value) => view.SetValue(name, value, readOnly: false);
        Add("highlights", View.Html(printer.LeadingHighlights()));
        Add("body", View.Html(printer.Body()));
        Add("parts", View.List(following.Select(f => f.Html)));
        Add("contents", View.List(Contents.Of(issue.Body, following.Select(f => (f.Part.Anchor, f.Title)))));
        Add("revisions", View.List(issue.Revisions.Select(r => Revision(issue, r))));
        Add("tags", View.List(issue.Tags.Select(t => View.Of(("name", t), ("url", TagUrl(publication, t, links))))));
        Add("series", publication.Records.SeriesOf(issue) is { } series ? Series(publication, series, issue, links) : null);
        Add("related", View.List(publication.Records.Related.To(issue).Select(i => Listed(publication, i, links))));
        Add("older", older is null ? null : Listed(publication, older, links));
        Add("newer", newer is null ? null : Listed(publication, newer, links));
        Add("editions", View.List(Enum.GetValues<EditionFormat>()
            .Select(format => (format, page: publication.Map.Find(new EditionFile(issue, format, publication.PageOf(issue).EditionFolder).Path) as EditionFile))
            .Where(e => e.page is not null)
            .Select(e => View.Of(
                ("url", links.To(e.page!)),
                ("format", e.format.ToString().ToLowerInvariant())))));
        return view;
    }

    private static string? TagUrl(Publication publication, string tag, LinkWriter links) =>
        publication.Map.Find(TagPage.PathOf(publication.Settings.Addresses, Slug.From(tag))) is TagPage page ? links.To(page) : null;

    private static ScriptObject Series(Publication publication, SeriesRecord series, Issue issue, LinkWriter links)
    {
        var number = series.NumberOf(issue);
        ScriptObject? Part(int which) =>
            which < 1 || which > series.Issues.Length ? null : Listed(publication, series.Issues[which - 1], links);
        return View.Of(
            ("name", series.Series.Name),
            ("url", links.ToPath(SeriesPage.PathOf(publication.Settings.Addresses, series.Series))),
            ("number", number),
            ("count", series.Issues.Length),
            ("previous", Part(number - 1)),
            ("next", Part(number + 1)));
    }

    private static ScriptObject Revision(Issue issue, Revision revision) => View.Of(
        ("date", revision.Date),
        ("note", revision.Note),
        ("sections", View.List(revision.Sections
            .Select(s => s.TrimStart('#'))
            .Select(anchor => (anchor, heading: issue.Body.Headings.FirstOrDefault(h => h.Id == anchor)))
            .Where(s => s.heading is not null)
            .Select(s => Contents.Entry(s.anchor, DocumentWalker.PlainText(s.heading!.Content))))));
}
