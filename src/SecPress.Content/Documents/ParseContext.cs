using Markdig.Renderers.Html;
using Markdig.Syntax;
using SecPress.Content.Sources;
using SecPress.Content.Yaml;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SourceSpan = Markdig.Syntax.SourceSpan;

namespace SecPress.Content.Documents;

/// <summary>Where a text stands, which decides what it may place.</summary>
internal enum TextKind
{
    /// <summary>The body of an issue.</summary>
    Issue,

    /// <summary>The body of a page.</summary>
    Page,

    /// <summary>A value in front matter or settings.</summary>
    Value,
}

/// <summary>What all that lowers one text shares.</summary>
internal sealed class ParseContext(
    SourceFile file, string text, TextMap map, ProseRules rules, HeadingIds ids, TextKind kind, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> reportedTags = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text that is parsed.</summary>
    public string Text => text;

    public TextMap Map => map;

    public ProseRules Rules => rules;

    public HeadingIds Ids => ids;

    /// <summary>Whether a container may place a part here: the list of pages on a page, all others in an issue.</summary>
    public bool Takes(PartKind part) => kind == (part == PartKind.Pages ? TextKind.Page : TextKind.Issue);

    public WordFinder Words { get; set; } = rules.Words;

    /// <summary>Whether the text being lowered stands in a greeting.</summary>
    public bool InGreeting { get; set; }

    public TextSpan SpanOf(MarkdownObject node) => SpanOf(node.Span);

    /// <summary>A range of the parsed text; the parser's own may end one beyond it.</summary>
    public TextSpan SpanOf(SourceSpan span) => SpanOf(span.Start, span.End + 1);

    public TextSpan SpanOf(int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        return map.Map(start, Math.Clamp(end, start, text.Length));
    }

    public void Report(Rule rule, TextSpan at, string message, string mend) => diagnostics.Add(rule, file.At(at), message, mend);

    /// <summary>Reports the first tag of each name: a text that holds one table in HTML holds a hundred tags.</summary>
    public void ReportHtml(TextSpan at, string name)
    {
        if (reportedTags.Add(name))
        {
            Report(
                ContentRules.Html,
                at,
                name.Length == 0 ? "HTML is not allowed here" : $"HTML is not allowed here, and '<{name}>' is HTML",
                name.Equals("br", StringComparison.OrdinalIgnoreCase)
                    ? "End the line with a backslash for a line break; or set 'raw-html: true' in site.yml."
                    : "Write Markdown instead, or set 'raw-html: true' in site.yml; to print a '<', write a backslash before it.");
        }
    }

    /// <summary>True when a text that was written with entities holds no character that content may not hold.</summary>
    public bool Accepts(ReadOnlySpan<char> text, TextSpan at)
    {
        var forbidden = ForbiddenCharacters.Find(text);
        if (forbidden >= 0)
        {
            diagnostics.Add(ForbiddenCharacters.Finding(file.At(at), text[forbidden]));
        }

        return forbidden < 0;
    }

    /// <summary>Id and classes; anything else is reported.</summary>
    /// <param name="node">The node they were written on.</param>
    /// <param name="implied">Tells which classes the parser added by itself.</param>
    public NodeAttributes AttributesOf(MarkdownObject node, Func<string, bool>? implied = null)
    {
        if (node.TryGetAttributes() is not { } attributes)
        {
            return NodeAttributes.None;
        }

        var at = attributes.Span.End >= attributes.Span.Start && attributes.Span.End > 0 ? SpanOf(attributes.Span) : SpanOf(node);
        foreach (var (name, _) in attributes.Properties ?? [])
        {
            Report(
                ContentRules.Attribute,
                at,
                $"the attribute '{name}' is not allowed",
                "Only an #id and .classes may stand in braces; write a backslash before the brace to print it.");
        }

        var id = attributes.Id is { Length: > 0 } given ? given : null;
        if (id is not null && (HeadingIds.IsReserved(id) || !IsName(id)))
        {
            Report(
                ContentRules.Attribute,
                at,
                HeadingIds.IsReserved(id) ? $"the id '{id}' starts like those that SecPress gives by itself" : $"'{id}' cannot be an id",
                "Give it another id, of letters, digits and hyphens.");
            id = null;
        }

        if (id is not null && !ids.TryTake(id))
        {
            Report(ContentRules.Duplicate, at, $"the id '{id}' stands twice on this page", "Give one of the two another id.");
            id = null;
        }

        var classes = (attributes.Classes ?? []).Where(c => implied is null || !implied(c)).ToList();
        foreach (var name in classes.Where(c => !IsName(c)))
        {
            Report(ContentRules.Attribute, at, $"'{name}' cannot be a class", "Use letters, digits and hyphens.");
        }

        return id is null && classes.Count == 0 ? NodeAttributes.None : new NodeAttributes(id, [.. classes.Where(IsName)]);
    }

    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
