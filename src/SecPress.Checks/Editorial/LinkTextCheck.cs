using SecPress.Checks.Reading;
using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;

namespace SecPress.Checks.Editorial;

/// <summary>The words of a link say where it goes (SP119, SP120), and there are some (SP122).</summary>
internal static class LinkTextCheck
{
    public static void Run(IssueText issue, DiagnosticBag diagnostics)
    {
        foreach (var link in issue.Passages.SelectMany(p => p.Links).Select(l => l.Link))
        {
            var text = DocumentWalker.PlainText(link.Content).Trim();
            var at = issue.Issue.Source.At(link.Span);
            if (text.Length == 0)
            {
                // A picture without words has a rule of its own, and HTML is more than its words.
                if (!DocumentWalker.Inlines(link.Content).Any(i => i is Image or RawHtmlInline))
                {
                    diagnostics.Add(
                        EditorialRules.EmptyLinkText,
                        at,
                        "this link has no words, so no reader can follow it",
                        "Write between its square brackets what it leads to, or take it out.");
                }
            }
            else if (IsAddress(text))
            {
                diagnostics.Add(
                    EditorialRules.BareUrl,
                    at,
                    $"the words of this link are an address: '{text}'",
                    "Write what is there instead, and the address behind it: [the annual report](https://…).");
            }
            else if (VagueTexts.Contains(text, issue.Settings.Language))
            {
                diagnostics.Add(
                    EditorialRules.VagueLink,
                    at,
                    $"the link '{text}' does not say where it goes",
                    "Make the link of the words that name what is there: 'the [minutes of the meeting](…) are published'.");
            }
        }
    }

    /// <summary>Whether a text is an address as a browser shows it; the name of a site alone, such as <c>example.org</c>, is a name.</summary>
    public static bool IsAddress(string text) =>
        (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !text.Contains(' ', StringComparison.Ordinal);
}
