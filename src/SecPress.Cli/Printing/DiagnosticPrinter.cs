using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Cli.Printing;

/// <summary>Prints findings for a person: all of them, with a blank line between, then how many there are.</summary>
internal sealed class DiagnosticPrinter(TextWriter writer, bool colors)
{
    private const string Reset = "\e[0m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Blue = "\e[34m";

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
    }

    public void Print(string message, string mend)
    {
        writer.WriteLine(colors ? $"{Red}error{Reset}: {message}" : $"error: {message}");
        writer.WriteLine($"  {mend}");
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
