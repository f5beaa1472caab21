using System.Collections;
using NodaTime;
using Scriban;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;
using SecPress.Model.Diagnostics;
using ScribanSpan = Scriban.Parsing.SourceSpan;

namespace SecPress.Rendering.Templates;

/// <summary>One rendering: escapes what is printed, refuses unknown names, stops what does not end, and remembers the chain of includes.</summary>
internal sealed class RenderContext : TemplateContext
{
    // Far above any real page (an archive of ten thousand issues takes about 10^5 steps), far below a hang.
    private const int MostSteps = 1_000_000;
    private const int MostCharacters = 32 * 1024 * 1024;
    private const int DeepestInclude = 40;

    private readonly Stack<TemplateKind> kinds = new();
    private readonly List<ScribanSpan> chain = [];
    private int steps;

    public RenderContext(ScriptObject builtins, IScriptObject view, TemplateKind kind)
        : base(builtins)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        // Indenting what is printed would change the text of code blocks.
        AutoIndent = false;
        NewLine = "\n";
        // Scriban counts each loop by itself; OnStepLoop counts them together.
        LoopLimit = int.MaxValue;
        RecursiveLimit = 4 * DeepestInclude;
        ObjectRecursionLimit = DeepestInclude;
        LimitToString = MostCharacters;
        OutputLimit = MostCharacters;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromMilliseconds(500);
        TryGetVariable = RefuseVariable;
        TryGetMember = RefuseMember;
        kinds.Push(kind);
        PushGlobal(view);
        // What a template assigns stays with this rendering: the view may be shared.
        PushGlobal(new ScriptObject());
    }

    /// <summary>Where each include under way was called, outermost first. After an error it is the way to the error.</summary>
    public IReadOnlyList<ScribanSpan> Chain => chain;

    public override TemplateContext Write(ScribanSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case SafeHtml safe:
                Write(safe.Text);
                break;
            default:
                Write(Escaping.Escape(kinds.Peek(), ObjectToString(textAsObject) ?? ""));
                break;
        }

        return this;
    }

    public override string? ObjectToString(object? value, bool nested = false) => value switch
    {
        SafeHtml safe => safe.Text,
        LocalDate date => date.ToString("uuuu-MM-dd", null),
        LocalTime time => time.ToString("HH:mm", null),
        _ => base.ObjectToString(value, nested),
    };

    /// <summary>Renders a template inside the one that is being rendered, with names of its own that end with it.</summary>
    public SafeHtml Include(ParsedTemplate template, ScribanSpan from, ScriptObject names)
    {
        if (chain.Count >= DeepestInclude)
        {
            throw new TemplateException(
                TemplateRules.LimitReached,
                from,
                $"templates include one another more than {DeepestInclude} deep",
                "Break the circle: a template may not include itself.");
        }

        chain.Add(from);
        kinds.Push(template.Kind);
        PushGlobal(names);
        PushOutput();
        // No finally here: after an error the chain must still tell the way to it, and the context is not used again.
        Evaluate(template.Page);
        var text = PopOutput().ToString() ?? "";
        PopGlobal();
        kinds.Pop();
        chain.RemoveAt(chain.Count - 1);
        return new SafeHtml(text);
    }

    // Scriban would look into any other object by reflection, and find its members only where they were not trimmed.
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject or IList or string || target.GetType().IsPrimitive ? base.GetMemberAccessorImpl(target) : NullAccessor.Default;

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++steps > MostSteps)
        {
            throw new TemplateException(
                TemplateRules.LimitReached, loop.Span, $"the loops of this page take more than {MostSteps} steps", "Check what ends the loop.");
        }

        return true;
    }

    private bool RefuseVariable(TemplateContext context, ScribanSpan span, ScriptVariable variable, out object? value) =>
        throw new TemplateException(
            TemplateRules.UnknownName,
            span,
            $"there is no '{variable.Name}' here",
            "Use a name that this template is given." + Suggestion.DidYouMean(variable.Name, KnownNames()));

    private bool RefuseMember(TemplateContext context, ScribanSpan span, object target, string member, out object? value)
    {
        IEnumerable<string> known = target is ScriptObject view ? view.Keys : [];
        throw new TemplateException(
            TemplateRules.UnknownName,
            span,
            $"there is no '{member}' in it",
            target is ScriptObject
                ? $"It has {string.Join(", ", known.Order(StringComparer.Ordinal))}.{Suggestion.DidYouMean(member, known)}"
                : "Only views have members: this is a plain value.");
    }

    private List<string> KnownNames()
    {
        var names = new List<string>(BuiltinObject.Keys);
        var removed = new Stack<IScriptObject>();
        while (GlobalCount > 1)
        {
            var global = PopGlobal();
            removed.Push(global);
            names.AddRange(global.GetMembers());
        }

        while (removed.TryPop(out var global))
        {
            PushGlobal(global);
        }

        return names;
    }
}
