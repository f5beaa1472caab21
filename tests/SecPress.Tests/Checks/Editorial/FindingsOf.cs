using SecPress.Model.Diagnostics;
using SecPress.Tests.Content;

namespace SecPress.Tests.Checks.Editorial;

/// <summary>What some rules find, whatever the others have to say of the same example.</summary>
internal sealed class FindingsOf(params string[] rules)
{
    /// <summary>Codes in the order of their places.</summary>
    public IEnumerable<string> Codes(params ReadOnlySpan<string> issues) => Codes(EditorialSite.Find(Fixture.Settings, issues));

    public IEnumerable<string> Codes(DiagnosticBag bag) => bag.ToSorted().Select(d => d.Rule.Code).Where(rules.Contains);

    /// <summary>As an editor reads them.</summary>
    public string Text(params ReadOnlySpan<string> issues) => Text(EditorialSite.Find(Fixture.Settings, issues));

    public string Text(DiagnosticBag bag) =>
        string.Join("\n", bag.ToSorted().Where(d => rules.Contains(d.Rule.Code)).Select(SecPress.Cli.Printing.DiagnosticText.Format));
}
