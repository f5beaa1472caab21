using SecPress.Content.Documents;
using SecPress.Content.Issues;
using SecPress.Content.Schemas;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;

namespace SecPress.Content;

/// <summary>Reads one ordinary page.</summary>
internal sealed class PageParser(ProseRules rules, DiagnosticBag diagnostics)
{
    private static bool IsForIssuesAlone(string key) => IssueSchema.Issue.Find(key) is not null && IssueSchema.Page.Find(key) is null;

    /// <summary>Null when it lacks what a page cannot be without; then the bag says what.</summary>
    public Page? Parse(ContentFile content)
    {
        var file = content.Source;
        if (FrontMatterReader.Read(file, diagnostics) is not { } matter)
        {
            return null;
        }

        if (matter.Map.Entry("sent") is { } sent && matter.Map.Entries.Count(e => IsForIssuesAlone(e.Key.Value)) > 1)
        {
            // One finding in the place of one for each key and part of an issue.
            diagnostics.Add(
                ContentRules.UnknownKey,
                file.At(sent.Key.Span),
                "this is an issue among the pages: a page has no 'sent'",
                "Move the file to content/issues, or take 'sent' out if it is a page.");
            return null;
        }

        new ShapeValidator(file, diagnostics).Validate(matter.Map, IssueSchema.Page, FrontMatterReader.Opening);
        var map = new MapReader(matter.Map, IssueSchema.Page);
        var body = new DocumentParser(file, rules, diagnostics).ParseBody(matter.BodyStart, TextKind.Page);
        if (SlugReader.Read(content, map, diagnostics) is not { } slug || map.Text("title") is not { } title)
        {
            return null;
        }

        return new Page
        {
            Source = file,
            Slug = slug,
            Title = title,
            TitleSpan = map.SpanOf("title"),
            Summary = map.Text("summary") ?? "",
            Menu = map.Integer("menu"),
            Order = map.Integer("order"),
            Draft = map.Boolean("draft") ?? false,
            Aliases = SlugReader.Aliases(map),
            Body = body,
        };
    }
}
