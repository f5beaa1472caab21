using Scriban;
using Scriban.Syntax;

namespace SecPress.Rendering.Templates;

/// <summary>
/// Takes the place of Scriban's <c>capture</c>, whose result is a plain string and would be escaped a second time when it is printed.
/// </summary>
internal sealed class SafeCapture : ScriptStatement
{
    private readonly ScriptCaptureStatement original;

    private SafeCapture(ScriptCaptureStatement original)
    {
        this.original = original;
        Span = original.Span;
    }

    /// <summary>Replaces the captures below a node, and gives back the functions that are defined there.</summary>
    public static IReadOnlyList<ScriptFunction> Rewrite(ScriptNode root)
    {
        var functions = new List<ScriptFunction>();
        var pending = new Stack<ScriptNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            if (node is ScriptFunction function)
            {
                functions.Add(function);
            }

            if (node is ScriptBlockStatement block)
            {
                for (var i = 0; i < block.Statements.Count; i++)
                {
                    if (block.Statements[i] is ScriptCaptureStatement capture)
                    {
                        pending.Push(capture);
                        block.Statements[i] = new SafeCapture(capture);
                    }
                }
            }

            for (var i = node.ChildrenCount - 1; i >= 0; i--)
            {
                if (node.GetChildren(i) is { } child and not SafeCapture)
                {
                    pending.Push(child);
                }
            }
        }

        return functions;
    }

    public override object? Evaluate(TemplateContext context)
    {
        context.PushOutput();
        context.Evaluate(original.Body!);
        context.SetValue(original.Target!, new SafeHtml(context.PopOutput().ToString() ?? ""));
        return null;
    }

    public override void PrintTo(ScriptPrinter printer) => original.PrintTo(printer);

    public override void Accept(ScriptVisitor visitor) => original.Accept(visitor);

    public override TResult Accept<TResult>(ScriptVisitor<TResult> visitor) => original.Accept(visitor);
}
