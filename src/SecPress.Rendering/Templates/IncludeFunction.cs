using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SecPress.Model.Diagnostics;

namespace SecPress.Rendering.Templates;

/// <summary>
/// <c>include "web/partials/link.html" text: "…"</c>: renders another template with the names it is given, besides those that stand here.
/// Takes the place of Scriban's own, whose result would be escaped a second time and whose errors name the innermost file only.
/// </summary>
internal sealed class IncludeFunction(TemplateEngine engine) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "template");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var from = callerContext?.Span ?? context.CurrentSpan;
        var name = arguments.Count > 0 ? context.ObjectToString(arguments[0]) : null;
        if (string.IsNullOrEmpty(name))
        {
            throw new TemplateException(
                TemplateRules.MissingTemplate, from, "include names no template", "Name one, such as \"web/parts/calendar.html\".");
        }

        if (engine.Find(name) is not { } template)
        {
            throw new TemplateException(
                TemplateRules.MissingTemplate,
                from,
                $"there is no template '{name}'",
                $"Names are paths below templates/.{Suggestion.DidYouMean(name, engine.Names)}");
        }

        if (!template.Errors.IsEmpty)
        {
            throw new UnfitTemplateException(template, from);
        }

        var names = new ScriptObject();
        foreach (var member in arguments.GetMembers())
        {
            if (arguments.TryGetValue(context, from, member, out var value))
            {
                names.SetValue(member, value, readOnly: false);
            }
        }

        return ((RenderContext)context).Include(template, from, names);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}

/// <summary>An included template cannot be read: its own errors are reported, with the way to it.</summary>
internal sealed class UnfitTemplateException(ParsedTemplate template, Scriban.Parsing.SourceSpan from)
    : ScriptRuntimeException(from, "the included template cannot be read")
{
    public ParsedTemplate Template { get; } = template;
}
