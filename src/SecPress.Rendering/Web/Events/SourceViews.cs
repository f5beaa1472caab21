using Scriban.Runtime;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web.Pages;

namespace SecPress.Rendering.Web.Events;

/// <summary>Where a fact was said: the issue, and the address of the part of it that says so.</summary>
internal static class SourceViews
{
    public static ScriptObject Of(PageContext context, Issue issue, Part part) => View.Of(
        ("issue", issue.Title),
        ("url", context.Links.To(context.Publication.PageOf(issue), part.Anchor)));
}
