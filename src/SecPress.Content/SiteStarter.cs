using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SecPress.Content.Drafts;
using SecPress.Content.Schemas;
using SecPress.Content.Settings;
using SecPress.Model.Diagnostics;

namespace SecPress.Content;

/// <summary>What a new site is to be.</summary>
/// <param name="Title">The publication's name.</param>
/// <param name="BaseUrl">Where it will be published; <see cref="SiteStarter.IsBaseUrl"/> holds.</param>
/// <param name="From">Who sends its emails; <see cref="SiteStarter.IsMailbox"/> holds.</param>
/// <param name="Language">A language tag; <see cref="SiteStarter.IsLanguage"/> holds. Texts are English unless it is French.</param>
/// <param name="TimeZone">A name of the time zone database.</param>
public sealed record SitePlan(string Title, string BaseUrl, string From, string Language, string TimeZone);

/// <summary>
/// Writes the files of a new publication: settings with comments, a first issue that shows what one can do, the pages every publication
/// wants, and what editors' programs complete and check YAML by. It builds without a finding.
/// </summary>
public static class SiteStarter
{
    private const string Resources = "starter/";

    private static readonly Period UntilEvent = Period.FromDays(14);

    public static bool IsBaseUrl(string text) => Formats.BaseUrl.Accepts(text);

    public static bool IsMailbox(string text) => Formats.MailboxText.Accepts(text);

    public static bool IsLanguage(string text) => Formats.Language.Accepts(text);

    /// <summary>The files by their paths in the site's folder.</summary>
    /// <param name="plan">What the site is to be.</param>
    /// <param name="today">When its first issue is sent.</param>
    /// <param name="rules">Every rule there is.</param>
    public static ImmutableSortedDictionary<string, string> Start(SitePlan plan, LocalDate today, IReadOnlyCollection<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rules);
        var texts = plan.Language == "fr" || plan.Language.StartsWith("fr-", StringComparison.Ordinal) ? "fr/" : "en/";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [".gitignore"] = Read("gitignore.txt"),
            [".editorconfig"] = Read("editorconfig.txt"),
            ["site.yml"] = Fill(Read(texts + "site.yml"), plan, today, YamlText.Of),
            [$"content/issues/{today.Year:0000}-{today.Month:00}.md"] = Fill(Read(texts + "issue.md"), plan, today, MarkdownText.Of),
        };
        foreach (var page in Pages(texts))
        {
            files[$"content/pages/{Path.GetFileName(page)}"] = Fill(Read(page), plan, today, MarkdownText.Of);
        }

        var bag = new DiagnosticBag();
        var settings = new SettingsParser(new SourceFile("site.yml", files["site.yml"]), rules, bag).Parse([]).Settings;
        foreach (var (path, text) in SchemaFolder.Files("schemas", SiteNames.Of(settings, rules)))
        {
            files[path] = text;
        }

        files[".vscode/settings.json"] = SchemaFolder.VsCodeSettings("schemas");
        return files.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static string Fill(string text, SitePlan plan, LocalDate today, Func<string, string> write) => text
        .Replace("{{title}}", write(plan.Title), StringComparison.Ordinal)
        .Replace("{{base-url}}", write(plan.BaseUrl), StringComparison.Ordinal)
        .Replace("{{language}}", write(plan.Language), StringComparison.Ordinal)
        .Replace("{{timezone}}", write(plan.TimeZone), StringComparison.Ordinal)
        .Replace("{{from}}", write(plan.From), StringComparison.Ordinal)
        .Replace("{{address}}", AddressIn(plan.From), StringComparison.Ordinal)
        .Replace("{{today}}", LocalDatePattern.Iso.Format(today), StringComparison.Ordinal)
        .Replace("{{event}}", LocalDatePattern.Iso.Format(today + UntilEvent), StringComparison.Ordinal);

    private static string AddressIn(string mailbox) => MailboxParser.Parse(mailbox)!.Address;

    private static IEnumerable<string> Pages(string texts) => typeof(SiteStarter).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Resources + texts + "pages/", StringComparison.Ordinal))
        .Select(n => n[Resources.Length..])
        .Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SiteStarter).Assembly.GetManifestResourceStream(Resources + name)!);
        return reader.ReadToEnd();
    }
}
