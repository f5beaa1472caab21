using SecPress.Model.Diagnostics;

namespace SecPress.Tests.Support;

/// <summary>Findings as text for goldens.</summary>
internal static class DiagnosticText
{
    public static string Of(DiagnosticBag bag) => string.Join("\n", bag.ToSorted().Select(d => SecPress.Cli.Printing.DiagnosticText.Format(d)));
}
