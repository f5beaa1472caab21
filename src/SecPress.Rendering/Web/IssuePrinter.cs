using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>Prints an issue's body with its typed parts, where the editor placed them and where not, for one edition.</summary>
public sealed class IssuePrinter
{
    private readonly Issue issue;
    private readonly TemplateEngine engine;
    private readonly string partFolder;
    private readonly DiagnosticBag diagnostics;
    private readonly HtmlPrinterOptions printing;
    private readonly PartViews views;
    private readonly ImmutableArray<Part> unplaced;

    /// <param name="publication">The publication it belongs to.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="engine">Renders the parts.</param>
    /// <param name="partFolder">Where the edition's part templates are, such as <c>web/parts/</c>.</param>
    /// <param name="printing">How the edition prints Markdown; its <c>Part</c> is set here.</param>
    /// <param name="diagnostics">Takes what is wrong with a part's template, with the place in the content it was reached from.</param>
    public IssuePrinter(
        Publication publication,
        Issue issue,
        TemplateEngine engine,
        string partFolder,
        HtmlPrinterOptions printing,
        DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(printing);
        this.issue = issue;
        this.engine = engine;
        this.partFolder = partFolder;
        this.diagnostics = diagnostics;
        this.printing = printing with { Part = Place };
        views = new PartViews(publication, issue, printing);
        unplaced = Parts.Unplaced(issue);
    }

    /// <summary>The body without the highlights that lead it.</summary>
    public SafeHtml Body() =>
        HtmlPrinter.Print(HighlightsLead ? issue.Body with { Blocks = issue.Body.Blocks.RemoveAt(0) } : issue.Body, printing);

    /// <summary>The highlights, when they stand before all else: the editor placed them there, or nowhere.</summary>
    public SafeHtml LeadingHighlights() =>
        HighlightsLead || unplaced.Contains(new Part(PartKind.Highlights, "")) ? Highlights(titled: !HighlightsLead) : SafeHtml.Empty;

    /// <summary>The highlights wherever they stand on the issue's own page.</summary>
    public SafeHtml Highlights(bool titled) =>
        issue.Highlights.IsEmpty ? SafeHtml.Empty : Print(new Part(PartKind.Highlights, ""), titled, issue.Source.At(issue.Highlights[0].Span));

    /// <summary>The parts that follow the body because the editor did not place them, with their titles.</summary>
    public IEnumerable<(Part Part, string Title, SafeHtml Html)> Following() =>
        unplaced
            .Where(p => p.Kind != PartKind.Highlights)
            .Select(p => (p, views.TitleOf(p), Print(p, titled: true, issue.Source.At(TextSpan.None))));

    private bool HighlightsLead => issue.Body.Blocks is [PartPlacement { Kind: PartKind.Highlights }, ..];

    private SafeHtml Place(PartPlacement placement)
    {
        var part = new Part(placement.Kind, placement.Argument);
        return Parts.Of(issue).Contains(part) ? Print(part, titled: false, issue.Source.At(placement.Span)) : SafeHtml.Empty;
    }

    private SafeHtml Print(Part part, bool titled, SourceSpan from) =>
        engine.Render(partFolder + TemplateOf(part.Kind), views.Of(part, titled), diagnostics, from) is { } html
            ? new SafeHtml(html)
            : SafeHtml.Empty;

    private static string TemplateOf(PartKind kind) => kind switch
    {
        PartKind.Highlights => "highlights.html",
        PartKind.KeyDates => "key-dates.html",
        PartKind.Consultations => "consultations.html",
        PartKind.Modifications => "modifications.html",
        PartKind.Decisions => "decisions.html",
        PartKind.Committee => "committee.html",
        PartKind.Accessions => "accessions.html",
        PartKind.Calendar => "calendar.html",
        PartKind.Links => "links.html",
        PartKind.Attachments => "attachments.html",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
