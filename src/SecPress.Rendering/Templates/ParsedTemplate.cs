using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;
using SecPress.Model.Diagnostics;

namespace SecPress.Rendering.Templates;

/// <summary>A template that was read once. Any number of threads may render it at the same time.</summary>
internal sealed class ParsedTemplate
{
    private ParsedTemplate(SourceFile source, ScriptPage? page, ImmutableArray<Diagnostic> errors)
    {
        Source = source;
        Kind = Escaping.KindOf(source.Path);
        this.page = page;
        Errors = errors;
    }

    private readonly ScriptPage? page;

    public SourceFile Source { get; }

    public TemplateKind Kind { get; }

    /// <summary>What makes it unfit to render; empty when it is fit.</summary>
    public ImmutableArray<Diagnostic> Errors { get; }

    public ScriptPage Page => page ?? throw new InvalidOperationException("A template with errors is not rendered.");

    /// <param name="name">Its name in the set, which its spans carry.</param>
    /// <param name="source">Its text.</param>
    public static ParsedTemplate Parse(string name, SourceFile source)
    {
        var template = Template.Parse(source.Text, name);
        if (template.HasErrors)
        {
            return new ParsedTemplate(source, null, [.. template.Messages
                .Where(m => m.Type == ParserMessageType.Error)
                .Select(m => new Diagnostic(
                    TemplateRules.Syntax, TemplateSpan.In(source, m.Span), TemplateSpan.Sentence(m.Message), "Mend the template's syntax here."))]);
        }

        var functions = SafeCapture.Rewrite(template.Page!);
        return new ParsedTemplate(source, template.Page, [.. functions.Select(f => new Diagnostic(
            TemplateRules.FunctionDefined,
            TemplateSpan.In(source, f.Span),
            "a template cannot define a function",
            "Move its body to a template of its own, and include that."))]);
    }
}
