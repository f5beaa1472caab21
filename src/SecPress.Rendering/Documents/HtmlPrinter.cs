using System.Collections.Immutable;
using System.Text;
using SecPress.Model.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Documents;

/// <summary>
/// Prints a document as HTML for one target. It walks with a stack of its own, so that hostile nesting cannot end the process.
/// Classes of its own start with <c>sp-</c>.
/// </summary>
public sealed class HtmlPrinter
{
    private readonly HtmlPrinterOptions options;
    private readonly StringBuilder html = new();
    private readonly Stack<Work> pending = new();
    private readonly HtmlInlines inlines;
    private readonly HeadingLevels levels;

    private HtmlPrinter(HtmlPrinterOptions options)
    {
        this.options = options;
        levels = new HeadingLevels(options.TopHeading);
        inlines = new HtmlInlines(html, options);
    }

    /// <summary>A block yet to be printed, or the text that closes one.</summary>
    private readonly record struct Work(Block? Block, string Close, bool Tight = false);

    /// <summary>The whole document, its footnotes last.</summary>
    public static SafeHtml Print(Document document, HtmlPrinterOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var printer = new HtmlPrinter(options);
        printer.PrintBody(document.Blocks);
        printer.PrintFootnotes(document.Footnotes);
        return new SafeHtml(printer.html.ToString());
    }

    /// <summary>Running text without a block around it.</summary>
    public static SafeHtml Print(ImmutableArray<Inline> content, HtmlPrinterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var html = new StringBuilder();
        new HtmlInlines(html, options).Print(content);
        return new SafeHtml(html.ToString());
    }

    // What a page begins with can be seen at once: only there an image does not wait.
    private void PrintBody(ImmutableArray<Block> blocks)
    {
        if (blocks.IsEmpty)
        {
            return;
        }

        inlines.Leads = true;
        Print([blocks[0]]);
        inlines.Leads = false;
        Print(blocks.RemoveAt(0));
    }

    private void Print(ImmutableArray<Block> blocks)
    {
        Push(blocks, tight: false);
        while (pending.TryPop(out var work))
        {
            if (work.Block is null)
            {
                html.Append(work.Close);
            }
            else
            {
                Open(work.Block, work.Tight);
            }
        }
    }

    private void Push(ImmutableArray<Block> blocks, bool tight)
    {
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            pending.Push(new Work(blocks[i], "", tight));
        }
    }

    /// <summary>Prints what follows after the children, which are pushed next.</summary>
    private void CloseWith(string text) => pending.Push(new Work(null, text));

    private void Open(Block block, bool tight)
    {
        switch (block)
        {
            case Heading heading:
                PrintHeading(heading);
                break;
            case Paragraph paragraph when tight:
                inlines.Print(paragraph.Content);
                html.Append('\n');
                break;
            case Paragraph paragraph:
                Start("p", paragraph);
                inlines.Print(paragraph.Content);
                html.Append("</p>\n");
                break;
            case ListBlock list:
                OpenList(list);
                break;
            case ListItem item:
                OpenItem(item, tight);
                break;
            case Quote quote:
                Start("blockquote", quote);
                html.Append('\n');
                CloseWith("</blockquote>\n");
                Push(quote.Blocks, tight: false);
                break;
            case CodeBlock code:
                PrintCode(code);
                break;
            case ThematicBreak:
                html.Append("<hr>\n");
                break;
            case Table table:
                new HtmlTables(html, inlines, options).Print(table);
                break;
            case Figure figure:
                OpenFigure(figure);
                break;
            case Container container:
                OpenContainer(container);
                break;
            case PartPlacement placement:
                html.Append(options.Part?.Invoke(placement).Text);
                break;
            case RawHtmlBlock raw:
                html.Append(raw.Html).Append('\n');
                break;
            default:
                throw new InvalidOperationException($"The printer does not know {block.GetType().Name}.");
        }
    }

    private void PrintHeading(Heading heading)
    {
        var tag = "h" + levels.Next(heading.Level);
        html.Append('<').Append(tag);
        if (options.Ids)
        {
            Attribute("id", heading.Id);
        }

        Classes(heading.Attributes);
        Place(heading);
        html.Append('>');
        inlines.MarksWords = false;
        inlines.Print(heading.Content);
        inlines.MarksWords = true;
        html.Append("</").Append(tag).Append(">\n").Append(options.BelowHeading?.Invoke(heading).Text);
    }

    private void OpenList(ListBlock list)
    {
        var tag = list.Ordered ? "ol" : "ul";
        html.Append('<').Append(tag);
        if (list.Ordered && list.Start != 1)
        {
            html.Append(" start=\"").Append(list.Start).Append('"');
        }

        Id(list.Attributes);
        Classes(list.Attributes, list.Items.Any(i => i.Checked is not null) ? "sp-tasks" : null);
        Place(list);
        html.Append(">\n");
        CloseWith($"</{tag}>\n");
        for (var i = list.Items.Length - 1; i >= 0; i--)
        {
            pending.Push(new Work(list.Items[i], "", list.Tight));
        }
    }

    private void OpenItem(ListItem item, bool tight)
    {
        Start("li", item);
        if (item.Checked is { } done)
        {
            html.Append("<span class=\"sp-check\" role=\"img\"");
            Attribute("aria-label", options.Labels[done ? "task.done" : "task.open"]);
            html.Append('>').Append(done ? '☑' : '☐').Append("</span> ");
        }

        CloseWith("</li>\n");
        Push(item.Blocks, tight);
    }

    private void PrintCode(CodeBlock code)
    {
        if (options.Scrolling)
        {
            html.Append("<div class=\"sp-code\" role=\"group\" tabindex=\"0\"");
            Attribute("aria-label", options.Labels["code.label"]);
            html.Append(">\n");
        }

        html.Append("<pre");
        Id(code.Attributes);
        Classes(code.Attributes);
        Place(code);
        html.Append("><code");
        if (code.Language is { Length: > 0 } language)
        {
            Attribute("class", "language-" + language);
        }

        html.Append('>');
        Escaping.Append(html, code.Text);
        html.Append("</code></pre>\n").Append(options.Scrolling ? "</div>\n" : "");
    }

    private void OpenFigure(Figure figure)
    {
        Start("figure", figure);
        html.Append('\n');
        CloseWith("</figure>\n");
        if (!figure.Caption.IsEmpty)
        {
            // Printed now and appended later: the caption follows the figure's blocks.
            CloseWith($"<figcaption>{Print(figure.Caption, options)}</figcaption>\n");
        }

        // A figure's paragraph that is its picture needs no paragraph around it.
        Push(figure.Blocks, tight: true);
    }

    private void OpenContainer(Container container)
    {
        switch (container.Kind)
        {
            case ContainerKind.WebOnly when !options.WebOnly:
            case ContainerKind.Greeting when !options.Greeting:
                return;
            case ContainerKind.WebOnly or ContainerKind.Greeting:
                break;
            case ContainerKind.Callout:
                Start("div", container, "sp-callout", " role=\"note\"");
                html.Append('\n');
                if (container.Argument.Length > 0)
                {
                    html.Append("<p class=\"sp-callout-title\">");
                    Escaping.Append(html, container.Argument);
                    html.Append("</p>\n");
                }

                CloseWith("</div>\n");
                break;
            case ContainerKind.Button:
                Start("div", container, "sp-button");
                html.Append('\n');
                CloseWith("</div>\n");
                break;
            default:
                Start("div", container);
                html.Append('\n');
                CloseWith("</div>\n");
                break;
        }

        Push(container.Blocks, tight: false);
    }

    private void PrintFootnotes(ImmutableArray<Footnote> footnotes)
    {
        if (footnotes.IsEmpty)
        {
            return;
        }

        html.Append("<section class=\"sp-footnotes\"");
        Attribute("aria-label", options.Labels["footnotes.title"]);
        html.Append(">\n<ol>\n");
        foreach (var footnote in footnotes)
        {
            html.Append("<li");
            if (!options.FootnoteLinks)
            {
                html.Append(">\n");
                Print(footnote.Blocks);
                html.Append("</li>\n");
                continue;
            }

            Attribute("id", inlines.FootnoteId(footnote.Number));
            html.Append(">\n");
            Print(footnote.Blocks);
            html.Append("<p class=\"sp-backrefs\">");
            for (var occurrence = 1; occurrence <= footnote.ReferenceCount; occurrence++)
            {
                html.Append(occurrence > 1 ? " " : "").Append("<a");
                Attribute("href", options.Links.ToAnchor(inlines.ReferenceId(footnote.Number, occurrence)));
                Attribute("aria-label", options.Labels.Format("footnotes.back", footnote.Number, occurrence));
                html.Append(">↩</a>");
            }

            html.Append("</p>\n</li>\n");
        }

        html.Append("</ol>\n</section>\n");
    }

    private void Start(string tag, Block block, string? ownClass = null, string more = "")
    {
        html.Append('<').Append(tag);
        Id(block.Attributes);
        Classes(block.Attributes, ownClass);
        Place(block);
        html.Append(more).Append('>');
    }

    private void Place(Block block)
    {
        if (options.PlaceOf is { } placeOf)
        {
            Attribute("data-source", placeOf(block));
        }
    }

    private void Id(NodeAttributes attributes)
    {
        if (options.Ids && attributes.Id is { } id)
        {
            Attribute("id", id);
        }
    }

    private void Classes(NodeAttributes attributes, string? ownClass = null) =>
        HtmlInlines.AppendClasses(html, attributes, ownClass);

    private void Attribute(string name, string value) => HtmlInlines.AppendAttribute(html, name, value);
}
