using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SecPress.Rendering.Templates;

/// <summary>A function that templates call with arguments by place: nothing of it is found by reflection.</summary>
/// <param name="required">How many arguments it needs.</param>
/// <param name="call">Gets the place it is called from, for errors, and all arguments.</param>
public sealed class TemplateFunction(int required, Func<TemplateCall, object?> call) : IScriptCustomFunction
{
    public int RequiredParameterCount => required;

    public int ParameterCount => required;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "argument" + index);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        call(new TemplateCall(context, callerContext?.Span ?? context.CurrentSpan, arguments));

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
