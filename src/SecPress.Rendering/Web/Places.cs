using Scriban.Runtime;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Records;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>The way from a record back to where an issue says it.</summary>
internal static class Places
{
    /// <summary>The same of a typed part, and not of the section that may hold it: a table of dates is easily lost below much text.</summary>
    public static ScriptObject Of(Publication publication, Issue issue, Part part, LinkWriter links) =>
        Of(publication, new Section(issue, null, part), links);

    /// <summary>The section's name (<c>title</c>; null at the top of an issue), its address, and its issue's title and day.</summary>
    public static ScriptObject Of(Publication publication, Section section, LinkWriter links) => View.Of(
        ("title", TitleOf(publication, section)),
        ("url", links.To(publication.PageOf(section.Issue), section.Anchor)),
        ("issue", section.Issue.Title),
        ("sent", section.Issue.Sent));

    /// <summary>Null at the top of an issue.</summary>
    public static string? TitleOf(Publication publication, Section section) => section switch
    {
        { Heading: { } heading } => View.Text(DocumentWalker.PlainText(heading.Content)),
        { Part: { } part } => new PartNames(publication.Labels, section.Issue).TitleOf(part),
        _ => null,
    };
}
