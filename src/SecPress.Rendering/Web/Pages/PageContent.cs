using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web.Pages;

/// <summary>What stands inside the layout, and what the layout says of it.</summary>
/// <param name="Template">The template of the page's own part.</param>
/// <param name="Title">Null for the home page, which has the publication's.</param>
/// <param name="Description">One sentence; the publication's own stands in for an empty one.</param>
/// <param name="View">What the template is given besides what every page has.</param>
internal sealed record PageContent(string Template, string? Title, string Description, ScriptObject View)
{
    /// <summary>The text it is made from, for messages about a template.</summary>
    public SourceSpan? Origin { get; init; }

    /// <summary>RFC 3339; null for what is not an article.</summary>
    public string? Published { get; init; }

    public string? Modified { get; init; }

    /// <summary>Structured data in the vocabulary of schema.org.</summary>
    public SafeHtml? JsonLd { get; init; }

    /// <summary>What else programs may read of the page, such as calendars, besides the feeds of its list: addresses by type, with a title each.</summary>
    public ScriptArray Feeds { get; init; } = [];

    /// <summary>Scripts that the page needs, by their names in <c>templates/assets</c>.</summary>
    public ScriptArray Scripts { get; init; } = [];
}
