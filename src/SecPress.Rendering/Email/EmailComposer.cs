using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Editions;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Email;

/// <summary>Makes the email edition of an issue: HTML with its styles on the elements, and plain text from the same document.</summary>
public sealed class EmailComposer
{
    // The column less its sides: 600 - 2 * 32.
    private const int WidestImage = 536;

    private readonly Publication publication;
    private readonly TemplateEngine engine;

    public EmailComposer(Publication publication, TemplateEngine engine)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(engine);
        this.publication = publication;
        this.engine = engine;
    }

    /// <summary>The edition of an issue of the publication; null when a template fails, and then the bag says why.</summary>
    public Edition? Compose(Issue issue, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(diagnostics);
        // Addresses lead to the web: a highlight's too, because half of the clients follow no link inside a message.
        var links = new LinkWriter(publication.Map, publication.PageOf(issue), LinkStyle.Absolute);
        var views = new EditionView(publication, issue, links);
        var from = issue.Source.At(issue.TitleSpan);
        if (Html(issue, links, views, from, diagnostics) is not { } html || Text(issue, links, views, from, diagnostics) is not { } text)
        {
            return null;
        }

        var merged = MergeText.Parse(html);
        return new Edition(issue, views.Subject, merged, MergeText.Parse(text))
        {
            Facts = EditionReader.Read(merged.FillWithFallbacks()),
        };
    }

    private string? Html(Issue issue, LinkWriter links, EditionView views, SourceSpan from, DiagnosticBag diagnostics)
    {
        var printing = new HtmlPrinterOptions
        {
            Links = links,
            Labels = publication.Labels,
            Ids = false,
            FootnoteLinks = false,
            Scrolling = false,
            Abbreviations = false,
            EntryLinks = false,
            WebOnly = false,
            Greeting = true,
            WidestImage = WidestImage,
            MergeField = f => new SafeHtml(MergeText.Field(f.Name, Escaping.Markup(f.Fallback))),
        };
        var printer = new IssuePrinter(publication, issue, engine, "email/parts/", printing, diagnostics);
        var view = views.Common(Escaping.Markup);
        view["preheader"] = views.Preheader;
        view["filler"] = Preheader.Filler;
        view["highlights"] = printer.LeadingHighlights();
        view["body"] = printer.Body();
        view["parts"] = View.List(printer.Following().Select(f => f.Html));
        if (engine.Render("email/email.css", views.Theme, diagnostics, from) is not { } styles)
        {
            return null;
        }

        view["styles"] = new SafeHtml(styles);
        return engine.Render("email/edition.html", view, diagnostics, from) is { } html
            ? CssInliner.Inline(html, mirrorAttributes: true)
            : null;
    }

    private string? Text(Issue issue, LinkWriter links, EditionView views, SourceSpan from, DiagnosticBag diagnostics)
    {
        var numbers = new LinkNumbers();
        var parts = new TextParts(publication, new PartNames(publication.Labels, issue), issue);
        var printing = new TextPrinterOptions
        {
            Links = links,
            Labels = publication.Labels,
            Numbers = numbers,
            Part = p => parts.Of(new Part(p.Kind, p.Argument), titled: false),
            MergeField = f => MergeText.Field(f.Name, f.Fallback),
        };
        var unplaced = Parts.Unplaced(issue);
        var documents = unplaced.Where(p => p.Kind == PartKind.Highlights).Select(p => parts.Of(p, titled: true))
            .Append(issue.Body)
            .Concat(unplaced.Where(p => p.Kind != PartKind.Highlights).Select(p => parts.Of(p, titled: true)))
            .Where(d => !d.IsEmpty)
            .Select(d => TextPrinter.Print(d, printing).TrimEnd('\n'))
            .ToList();
        var view = views.Common(text => text);
        view["notice"] = View.Text(TextPrinter.Print(publication.Settings.NoticeContent, printing));
        view["sections"] = View.List(documents);
        view["links"] = View.List(numbers.Urls.Select((url, i) => View.Of(("number", i + 1), ("url", url))));
        view["fold"] = new TemplateFunction(1, call => string.Join('\n', TextWrapper.Wrap(call.Text(0), TextPrinterOptions.Width)));
        view["heading"] = new TemplateFunction(
            2, call => string.Join('\n', TextPrinter.Heading(call.Text(0), call[1] is int level ? level : 1)));
        return engine.Render("email/edition.txt", view, diagnostics, from) is { } text
            ? string.Join('\n', text.Split('\n').Select(l => l.TrimEnd())).Trim('\n') + "\n"
            : null;
    }
}
