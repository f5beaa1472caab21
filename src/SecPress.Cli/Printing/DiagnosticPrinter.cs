using System.Collections.Immutable;
using System.Globalization;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing;

/// <summary>Prints findings for a person: all of them, with a blank line between, then how many there are.</summary>
internal sealed class DiagnosticPrinter(TextWriter writer, bool colors)
{
    private const string Reset = "\e[0m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Blue = "\e[34m";

    // More than fit on a screen or two, of which a person wants to know what they are.
    private const int Many = 20;

    public void Print(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteLine(Paint(DiagnosticText.Format(diagnostic), DiagnosticText.Headline(diagnostic), diagnostic.Severity));
        }

        if (!diagnostics.IsEmpty)
        {
            writer.WriteLine(Count(diagnostics));
        }

        if (diagnostics.Length > Many)
        {
            PrintCounts(diagnostics);
        }
    }

    public void Print(string message, string mend)
    {
        writer.WriteLine(colors ? $"{Red}error{Reset}: {message}" : $"error: {message}");
        writer.WriteLine($"  {mend}");
    }

    private void PrintCounts(ImmutableArray<Diagnostic> diagnostics)
    {
        var rules = diagnostics
            .GroupBy(d => (d.Rule.Code, d.Rule.Title, d.Severity))
            .OrderByDescending(g => g.Key.Severity)
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .ToList();
        foreach (var rule in rules)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Count(),6:N0} {rule.Key.Code} {rule.Key.Title}"));
        }

        writer.WriteLine($"What a rule is about, and how to silence it: secpress --explain {rules[0].Key.Code}");
    }

    private static string Count(ImmutableArray<Diagnostic> diagnostics)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(s => (Count: diagnostics.Count(d => d.Severity == s.Item1), Name: s.Item2))
            .Where(s => s.Count > 0)
            .Select(s => Plural.Of(s.Count, s.Name));
        return string.Join(", ", counts);
    }

    private string Paint(string text, string headline, Severity severity)
    {
        if (!colors)
        {
            return text;
        }

        var color = severity switch { Severity.Error => Red, Severity.Warning => Yellow, _ => Blue };
        var word = severity.ToString().ToLowerInvariant();
        var painted = headline.Replace($"{word} ", $"{color}{word}{Reset} ", StringComparison.Ordinal);
        var rest = text[headline.Length..].Split('\n').Select(line => line.StartsWith("  | ", StringComparison.Ordinal) && line.Contains('^', StringComparison.Ordinal)
            && line.AsSpan(4).IndexOfAnyExcept(" ^~") < 0
            ? $"  | {color}{line[4..]}{Reset}"
            : line);
        return painted + string.Join('\n', rest);
    }
}
