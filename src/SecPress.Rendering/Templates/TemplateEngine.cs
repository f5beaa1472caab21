using System.Collections.Concurrent;
using System.Collections.Immutable;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace SecPress.Rendering.Templates;

/// <summary>
/// Renders templates, each read once. What a template prints is escaped by its kind; only <see cref="SafeHtml"/> is printed as it is.
/// Any number of threads may render at the same time.
/// </summary>
public sealed class TemplateEngine
{
    private readonly TemplateSet templates;
    private readonly ScriptObject builtins;
    private readonly ConcurrentDictionary<string, Lazy<ParsedTemplate?>> parsed = new(StringComparer.Ordinal);

    public TemplateEngine(TemplateSet templates, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(labels);
        this.templates = templates;
        builtins = BuiltinsOf(labels);
    }

    internal IEnumerable<string> Names => templates.Names;

    /// <summary>The text a template makes of a view; null when it cannot, and then the bag says why.</summary>
    /// <param name="name">The template's name, such as <c>web/issue.html</c>.</param>
    /// <param name="view">All that it is given. It is not changed and may be shared.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="content">The place of the content that is being rendered: the outermost link of the chain.</param>
    public string? Render(string name, ScriptObject view, DiagnosticBag diagnostics, SourceSpan? content = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableArray<SourceSpan> chain = content is { } place ? [place] : [];
        if (Find(name) is not { } template)
        {
            diagnostics.Add(new Diagnostic(
                TemplateRules.MissingTemplate, null, $"there is no template '{name}'", "Put it below templates/, or remove what stands in its place.")
            {
                Path = "templates/" + name,
                Chain = chain,
            });
            return null;
        }

        if (!template.Errors.IsEmpty)
        {
            Report(template, chain, diagnostics);
            return null;
        }

        var context = new RenderContext(builtins, view, template.Kind);
        try
        {
            context.Evaluate(template.Page);
            return context.Output.ToString() ?? "";
        }
        catch (ScriptRuntimeException exception)
        {
            // A circle of includes is told once.
            chain = [.. chain, .. context.Chain.Select(Locate).Distinct()];
            Report(exception, chain, diagnostics);
            return null;
        }
    }

    internal ParsedTemplate? Find(string name) =>
        parsed.GetOrAdd(name, n => new Lazy<ParsedTemplate?>(
            () => templates.Find(n) is { } source ? ParsedTemplate.Parse(n, source) : null)).Value;

    private void Report(ScriptRuntimeException exception, ImmutableArray<SourceSpan> chain, DiagnosticBag diagnostics)
    {
        var at = Locate(exception.Span);
        switch (exception)
        {
            case UnfitTemplateException unfit:
                Report(unfit.Template, chain.Add(at), diagnostics);
                break;
            case TemplateException own:
                diagnostics.Add(new Diagnostic(own.Rule, at, own.OriginalMessage, own.Mend) { Chain = chain });
                break;
            default:
                diagnostics.Add(Diagnose(exception, at) with { Chain = chain });
                break;
        }
    }

    private static Diagnostic Diagnose(ScriptRuntimeException exception, SourceSpan at)
    {
        var message = TemplateSpan.Sentence(exception.OriginalMessage);
        if (message.Contains("timed out", StringComparison.Ordinal))
        {
            return new Diagnostic(TemplateRules.LimitReached, at, "a regular expression takes too long", "Make it simpler.");
        }

        return message.Contains("limit", StringComparison.OrdinalIgnoreCase)
            ? new Diagnostic(TemplateRules.LimitReached, at, message, "Check that what is made here is not endless.")
            : new Diagnostic(
                TemplateRules.Failed,
                at,
                message,
                message.Contains("null", StringComparison.Ordinal)
                    ? "Ask first whether it is there, with 'if'."
                    : "Mend the expression here.");
    }

    private static void Report(ParsedTemplate template, ImmutableArray<SourceSpan> chain, DiagnosticBag diagnostics)
    {
        foreach (var error in template.Errors)
        {
            diagnostics.Add(error with { Chain = chain });
        }
    }

    // Every template that is evaluated was found in the set, under the name its spans carry.
    private SourceSpan Locate(ScribanSpan span) => TemplateSpan.In(templates.Find(span.FileName!)!, span);

    // Scriban's date, html and object functions read the clock, print unescaped markup or look into objects by reflection.
    private ScriptObject BuiltinsOf(Labels labels)
    {
        var all = TemplateContext.GetDefaultBuiltinObject();
        var kept = new ScriptObject();
        foreach (var name in new[] { "array", "math", "regex", "string", "empty", "blank" })
        {
            kept.SetValue(name, all[name], readOnly: true);
        }

        StandardFunctions.AddTo(kept, labels);
        kept.SetValue("include", new IncludeFunction(this), readOnly: true);
        kept.IsReadOnly = true;
        return kept;
    }
}
