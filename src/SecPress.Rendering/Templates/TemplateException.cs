using Scriban.Syntax;
using SecPress.Model.Diagnostics;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace SecPress.Rendering.Templates;

/// <summary>Stops a rendering at a place of a template; the engine turns it into a diagnostic.</summary>
internal sealed class TemplateException(Rule rule, ScribanSpan span, string message, string mend)
    : ScriptRuntimeException(span, message)
{
    public Rule Rule { get; } = rule;

    public string Mend { get; } = mend;
}
