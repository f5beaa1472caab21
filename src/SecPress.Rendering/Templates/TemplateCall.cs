using Scriban;
using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace SecPress.Rendering.Templates;

/// <summary>One call of a <see cref="TemplateFunction"/>.</summary>
public sealed class TemplateCall
{
    private readonly ScribanSpan from;

    internal TemplateCall(TemplateContext context, ScribanSpan from, ScriptArray arguments)
    {
        Context = context;
        this.from = from;
        Arguments = arguments;
    }

    internal TemplateContext Context { get; }

    internal ScriptArray Arguments { get; }

    public int Count => Arguments.Count;

    public object? this[int index] => index < Arguments.Count ? Arguments[index] : null;

    /// <summary>An argument as text; an error at the call when it is not there.</summary>
    public string Text(int index) =>
        this[index] is { } value
            ? Context.ObjectToString(value) ?? ""
            : throw Error(TemplateRules.Failed, $"argument {index + 1} is empty here", "Give it a text.");

    /// <summary>An error at the place of the call, to be thrown.</summary>
    public Exception Error(Rule rule, string message, string mend) => new TemplateException(rule, from, message, mend);
}
