using System.Collections.Immutable;

namespace SecPress.Model.Diagnostics;

public enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}

/// <summary>
/// One thing that can be wrong. Errors are structural and stay errors; a rule whose severity is lower may be changed under
/// <c>checks</c> in <c>site.yml</c>.
/// </summary>
/// <param name="Code">SP0xx content and settings, SP1xx editorial, SP2xx templates, SP4xx email, SP5xx delivery.</param>
/// <param name="Severity">Its severity unless the site says otherwise.</param>
/// <param name="Title">What is wrong, as a heading of the manual.</param>
public sealed record Rule(string Code, Severity Severity, string Title)
{
    public bool IsConfigurable => Severity != Severity.Error;
}

/// <summary>One finding: what is wrong, where, and how to mend it.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="At">The place; null when it concerns no place in a text.</param>
/// <param name="Message">What is wrong: one sentence without a full stop.</param>
/// <param name="Mend">How to mend it: one sentence with a full stop.</param>
public sealed record Diagnostic(Rule Rule, SourceSpan? At, string Message, string Mend)
{
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The file it concerns when there is no place in a text (a folder, an image, an output file).</summary>
    public string? Path { get; init; }

    /// <summary>How the place was reached, outermost first: content file, layout, partial. Empty when reached directly.</summary>
    public ImmutableArray<SourceSpan> Chain { get; init; } = [];

    /// <summary>
    /// Changes of the file it stands in that mend it, when nobody need judge them: in order, none over another. Empty for all else.
    /// </summary>
    public ImmutableArray<TextEdit> Fix { get; init; } = [];
}

/// <summary>A range of a text, and what to write in its place.</summary>
public readonly record struct TextEdit(TextSpan Range, string Replacement);
