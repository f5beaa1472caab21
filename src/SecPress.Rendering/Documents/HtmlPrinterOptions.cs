using SecPress.Model;
using SecPress.Model.Documents;
using SecPress.Model.Images;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Documents;

/// <summary>What one target wants of <see cref="HtmlPrinter"/>.</summary>
public sealed record HtmlPrinterOptions
{
    public required LinkWriter Links { get; init; }

    public required Labels Labels { get; init; }

    /// <summary>The level that the document's highest heading is printed at: 2 below a page's title.</summary>
    public int TopHeading { get; init; } = 2;

    /// <summary>Whether headings and footnotes carry ids; off where several documents share a page and nothing links into them.</summary>
    public bool Ids { get; init; } = true;

    /// <summary>Stands in footnote ids, so that several documents can share a page.</summary>
    public string FootnotePrefix { get; init; } = "";

    /// <summary>Whether footnotes and their references lead to one another; mail clients follow no links inside a message.</summary>
    public bool FootnoteLinks { get; init; } = true;

    /// <summary>Whether it is read in a browser: wide tables and code scroll by themselves, and images load when they are needed.</summary>
    public bool Scrolling { get; init; } = true;

    public bool Abbreviations { get; init; } = true;

    /// <summary>
    /// Whether ids of registers lead to their pages. Off in the email edition: a mention in every other sentence would bury the links
    /// that the editor chose, and filters count links.
    /// </summary>
    public bool EntryLinks { get; init; } = true;

    /// <summary>Prints what stands right below a heading, such as when its section was changed; nothing when null.</summary>
    public Func<Heading, SafeHtml>? BelowHeading { get; init; }

    /// <summary>
    /// Names the place of a block in its source, for the attribute <c>data-source</c> of a preview; null in everything that is published.
    /// </summary>
    public Func<Block, string>? PlaceOf { get; init; }

    /// <summary>Prints the container of what is for the web alone.</summary>
    public bool WebOnly { get; init; } = true;

    /// <summary>Prints the container of what is for the email edition alone.</summary>
    public bool Greeting { get; init; }

    /// <summary>The forms that browsers choose from; an image that is in none is printed as it is.</summary>
    public ImagePlan Images { get; init; } = ImagePlan.None;

    /// <summary>How wide an image is shown, as the attribute <c>sizes</c> has it: the column of the style sheet, or the screen.</summary>
    public string ImageSizes { get; init; } = "(min-width: 43rem) 40rem, 93vw";

    /// <summary>Wider images are printed at this width, in pixels; null for no limit.</summary>
    public int? WidestImage { get; init; }

    /// <summary>Prints a typed part where the editor placed it; nothing is printed there when null.</summary>
    public Func<PartPlacement, SafeHtml>? Part { get; init; }

    /// <summary>Prints a merge field as markup; null prints its fallback.</summary>
    public Func<MergeField, SafeHtml>? MergeField { get; init; }
}
