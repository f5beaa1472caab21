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
        Add("contents", View.List(Contents(issue.Body, following.Select(f => (f.Part.Anchor, f.Title)))));
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

    /// <summary>Sections and their subsections, by the levels they are printed at, and then the parts that follow.</summary>
    private static IEnumerable<ScriptObject> Contents(Document body, IEnumerable<(string Anchor, string Title)> following)
    {
        var levels = new HeadingLevels(top: 2);
        var sections = new List<(ScriptObject Entry, List<ScriptObject> Children)>();
        foreach (var heading in body.Headings)
        {
            var entry = Entry(heading.Id, DocumentWalker.PlainText(heading.Content));
            switch (levels.Next(heading.Level))
            {
                case 2:
                    sections.Add((entry, []));
                    break;
                case 3 when sections.Count > 0:
                    sections[^1].Children.Add(entry);
                    break;
            }
        }

        sections.AddRange(following.Select(f => (Entry(f.Anchor, f.Title), new List<ScriptObject>())));
        foreach (var (entry, children) in sections)
        {
            entry.SetValue("children", View.List(children), readOnly: false);
            yield return entry;
        }
    }

    private static ScriptObject Entry(string anchor, string title) =>
        View.Of(("title", title), ("url", SiteMap.Fragment(anchor)));

    private static ScriptObject Revision(Issue issue, Revision revision) => View.Of(
        ("date", revision.Date),
        ("note", revision.Note),
        ("sections", View.List(revision.Sections
            .Select(s => s.TrimStart('#'))
            .Select(anchor => (anchor, heading: issue.Body.Headings.FirstOrDefault(h => h.Id == anchor)))
            .Where(s => s.heading is not null)
            .Select(s => Entry(s.anchor, DocumentWalker.PlainText(s.heading!.Content))))));
}
