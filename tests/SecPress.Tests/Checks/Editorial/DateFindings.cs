using SecPress.Model.Diagnostics;
using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>What the rules about dates and numbers find, the findings of all other rules left aside.</summary>
internal static class DateFindings
{
    private static readonly string[] Codes = ["SP101", "SP102", "SP103", "SP104", "SP105", "SP106", "SP107", "SP127", "SP128"];

    /// <summary>Codes in the order of their places.</summary>
    public static IReadOnlyList<string> In(params ReadOnlySpan<string> issues) => [.. Find(issues).Select(d => d.Rule.Code)];

    /// <summary>As an editor reads them.</summary>
    public static string Text(params ReadOnlySpan<string> issues) =>
        string.Join('\n', Find(issues).Select(d => SecPress.Cli.Printing.DiagnosticText.Format(d)));

    /// <summary>The words that they point at.</summary>
    public static IReadOnlyList<string> Words(params ReadOnlySpan<string> issues) =>
        [.. Find(issues).Select(d => d.At!.Value).Select(at => at.File.Text[at.Range.Start..at.Range.End])];

    public static IReadOnlyList<string> Messages(params ReadOnlySpan<string> issues) => [.. Find(issues).Select(d => d.Message)];

    public static IReadOnlyList<Diagnostic> Find(ReadOnlySpan<string> issues, string settings = "") =>
        [.. EditorialSite.Find(Fixture.Settings + settings, issues).ToSorted().Where(d => Codes.Contains(d.Rule.Code))];
}
