using System.Text;
using System.Text.RegularExpressions;
using SecPress.Model.Diagnostics;
using SecPress.Model.Editions;
using SecPress.Model.Settings;

namespace SecPress.Checks.Editions;

/// <summary>Every rule on a finished edition: its budgets, and that its text says what its HTML says.</summary>
public static partial class EditionChecks
{
    // Gmail clips from 99.5 kB on (hteumeuleu/email-bugs#41) and reads 16 KB of style, dropping a block over 8 KB (#90).
    private const int MostBytes = 99_000;
    private const int ManyBytes = 80 * 1024;
    private const int MostStyle = 16_384;
    private const int ManyStyle = 8_192;
    private const double LeastCoverage = 0.95;

    // Of a very short email, one word is more than that: a label that the two put differently.
    private const int FewestMissing = 2;
    private const int LeastPreheader = 40;
    private const int MostPreheader = 130;

    public static void Run(Edition edition, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var html = edition.Html.FillWithFallbacks();
        var text = edition.Text.FillWithFallbacks();
        var at = edition.Issue.Source.At(edition.Issue.TitleSpan);
        CheckSize(Encoding.UTF8.GetByteCount(html), at, diagnostics);
        CheckStyles(edition.Facts, at, diagnostics);
        CheckCharacters(html, text, at, diagnostics);
        CheckParity(edition.Facts, text, at, diagnostics);
        if (edition.Facts.Preheader.Length is < LeastPreheader or > MostPreheader)
        {
            diagnostics.Add(
                EmailRules.PreheaderLength,
                at,
                $"the preheader has {edition.Facts.Preheader.Length} characters",
                $"Write a summary of {LeastPreheader} to {MostPreheader} characters.");
        }
    }

    /// <summary>What a site needs before it can send, reported once.</summary>
    public static void Run(SiteSettings settings, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (settings.Email.From is null)
        {
            diagnostics.Add(
                EmailRules.NoSender,
                settings.Source.At(TextSpan.None),
                "site.yml does not say who sends the email edition",
                "Write email: { from: \"Name <news@example.org>\" }.");
        }
    }

    private static void CheckSize(int bytes, SourceSpan at, DiagnosticBag diagnostics)
    {
        if (bytes > MostBytes)
        {
            diagnostics.Add(
                EmailRules.TooLarge, at, $"the email has {bytes:N0} bytes of HTML, and Gmail cuts it off", $"Bring it below {MostBytes:N0}: move sections into ::: web-only.");
        }
        else if (bytes > ManyBytes)
        {
            diagnostics.Add(
                EmailRules.Large, at, $"the email has {bytes:N0} bytes of HTML", $"Keep it below {MostBytes:N0}, where Gmail cuts it off: move sections into ::: web-only.");
        }
    }

    private static void CheckStyles(EditionFacts facts, SourceSpan at, DiagnosticBag diagnostics)
    {
        if (facts.StyleSizes.Sum() > MostStyle)
        {
            diagnostics.Add(
                EmailRules.StyleTooLarge, at, $"{facts.StyleSizes.Sum():N0} bytes of style stay in the head", $"Bring templates/email/email.css below {MostStyle:N0}: Gmail reads no more.");
        }
        else if (facts.StyleSizes.Any(s => s > ManyStyle))
        {
            diagnostics.Add(
                EmailRules.StyleLarge, at, $"a style element has {facts.StyleSizes.Max():N0} bytes", $"Keep each below {ManyStyle:N0}: Gmail may drop a larger one.");
        }
    }

    private static void CheckCharacters(string html, string text, SourceSpan at, DiagnosticBag diagnostics)
    {
        foreach (var part in new[] { html, text })
        {
            if (Token().Match(part) is { Success: true } token)
            {
                diagnostics.Add(
                    EmailRules.LeftoverToken, at, $"'{token.Value}' was left in the email", "Mend the template, or write the merge field in a greeting with its fallback: [[name|Reader]].");
            }

            if (part.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') is var index and >= 0)
            {
                diagnostics.Add(
                    EmailRules.ControlCharacter, at, $"the email holds the control character U+{(int)part[index]:X4}, at which Gmail cuts it off", "Take it out of the text or the template.");
            }
        }
    }

    private static void CheckParity(EditionFacts facts, string text, SourceSpan at, DiagnosticBag diagnostics)
    {
        foreach (var link in facts.Links.Where(l => !text.Contains(l, StringComparison.Ordinal)))
        {
            diagnostics.Add(
                EmailRules.MissingLink, at, $"the plain text lacks the link {link}", "Print it in templates/email/edition.txt as well.");
        }

        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var missing = facts.Words.Where(w => !words.Contains(w)).ToList();
        if (missing.Count >= FewestMissing && missing.Count > facts.Words.Length * (1 - LeastCoverage))
        {
            diagnostics.Add(
                EmailRules.MissingWords,
                at,
                $"the plain text lacks {missing.Count} of the email's {facts.Words.Length} words, such as '{missing[0]}'",
                "Print in templates/email/edition.txt what templates/email/edition.html prints.");
        }
    }

    [GeneratedRegex(@"\{\{.{0,40}|\[\[\w.{0,40}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\w{3,}")]
    private static partial Regex Word();
}
