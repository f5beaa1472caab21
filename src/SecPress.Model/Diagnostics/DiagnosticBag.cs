using System.Collections.Immutable;

namespace SecPress.Model.Diagnostics;

/// <summary>Collects findings from any thread and gives them back in one order, whatever the order they came in.</summary>
public sealed class DiagnosticBag
{
    private readonly Lock gate = new();
    private readonly HashSet<(string Code, string? Path, TextSpan? Range, string Message)> seen = [];
    private readonly List<Diagnostic> items = [];
    private volatile bool hasErrors;
    private ImmutableDictionary<string, Severity> severities = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>Severities from <c>checks</c> in <c>site.yml</c>, by rule code. They change configurable rules only.</summary>
    public ImmutableDictionary<string, Severity> Severities
    {
        get => severities;
        set
        {
            lock (gate)
            {
                severities = value;
                hasErrors = items.Any(IsError);
            }
        }
    }

    /// <summary>Whether a finding is an error, be it that the site has made it one.</summary>
    public bool HasErrors => hasErrors;

    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        lock (gate)
        {
            if (seen.Add((diagnostic.Rule.Code, diagnostic.At?.File.Path ?? diagnostic.Path, diagnostic.At?.Range, diagnostic.Message)))
            {
                items.Add(diagnostic);
                hasErrors |= IsError(diagnostic);
            }
        }
    }

    public void Add(Rule rule, SourceSpan at, string message, string mend) => Add(new Diagnostic(rule, at, message, mend));

    /// <summary>Every finding that is not switched off, by path, place and code.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        lock (gate)
        {
            return [.. items
                .Select(WithConfiguredSeverity)
                .Where(d => d.Severity != Severity.Off)
                .OrderBy(d => d.At?.File.Path ?? d.Path ?? "", StringComparer.Ordinal)
                .ThenBy(d => d.At?.Range.Start ?? 0)
                .ThenBy(d => d.Rule.Code, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal)];
        }
    }

    private bool IsError(Diagnostic diagnostic) => WithConfiguredSeverity(diagnostic).Severity == Severity.Error;

    private Diagnostic WithConfiguredSeverity(Diagnostic diagnostic) =>
        diagnostic.Rule.IsConfigurable && Severities.TryGetValue(diagnostic.Rule.Code, out var severity)
            ? diagnostic with { Severity = severity }
            : diagnostic;
}
