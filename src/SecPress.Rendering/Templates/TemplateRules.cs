using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Rendering.Templates;

/// <summary>What can be wrong with a template.</summary>
public static class TemplateRules
{
    public static readonly Rule Syntax = new("SP200", Severity.Error, "A template that cannot be read");
    public static readonly Rule MissingTemplate = new("SP201", Severity.Error, "A template that is not there");
    public static readonly Rule UnknownName = new("SP202", Severity.Error, "A name that the template is not given");
    public static readonly Rule UnknownLabel = new("SP203", Severity.Error, "A label that the language does not have");
    public static readonly Rule UnknownAddress = new("SP204", Severity.Error, "An address of a template that leads nowhere");
    public static readonly Rule LimitReached = new("SP205", Severity.Error, "A template that does not come to an end");
    public static readonly Rule Failed = new("SP206", Severity.Error, "A template that fails");
    public static readonly Rule FunctionDefined = new("SP207", Severity.Error, "A function defined in a template");

    public static ImmutableArray<Rule> All =>
        [Syntax, MissingTemplate, UnknownName, UnknownLabel, UnknownAddress, LimitReached, Failed, FunctionDefined];
}
