using System.Collections.Immutable;
using SecPress.Content.Documents;
using SecPress.Content.Schemas;
using SecPress.Content.Settings;
using SecPress.Model;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>Turns the texts of a site into its model.</summary>
public static class SiteParser
{
    /// <summary>
    /// Parses everything and reports everything at once. Sets the bag's severities from <c>checks</c> of <c>site.yml</c>. Issues and
    /// pages that lack what they cannot be without are left out, with their findings; a caller stops at errors.
    /// </summary>
    /// <param name="tree">The texts.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="jobs">How many files to parse at a time; 0 for one a processor. The result does not depend on it.</param>
    /// <param name="rules">Every rule there is, to check the codes under <c>checks</c>; null to take any code.</param>
    /// <returns>The site, or null when <c>site.yml</c> or the labels are not usable; content has been looked at all the same.</returns>
    public static Site? Parse(SourceTree tree, DiagnosticBag diagnostics, int jobs = 0, IReadOnlyCollection<Rule>? rules = null) =>
        Parse(tree, diagnostics, jobs, rules, null);

    internal static Site? Parse(SourceTree tree, DiagnosticBag diagnostics, int jobs, IReadOnlyCollection<Rule>? rules, ParseMemory? memory)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfNegative(jobs);
        var source = tree.Settings ?? new SourceFile("site.yml", "");
        var findings = new DiagnosticBag();
        var parsed = tree.Settings is null
            ? new ParsedSettings(StandIn(source), null, IsUsable: false)
            : memory is null
                ? new SettingsParser(source, rules, findings).Parse(tree.Data)
                : memory.Settings(source, tree.Data, findings, bag => new SettingsParser(source, rules, bag).Parse(tree.Data));
        AddAll(findings, diagnostics);
        var settings = parsed.Settings;
        diagnostics.Severities = settings.Checks;
        Labels? ParseLabels(DiagnosticBag bag) => new LabelsParser(bag).Parse(settings.Language, tree.OwnTemplates, source, parsed.Labels);
        var labels = memory is null ? ParseLabels(diagnostics) : memory.Labels(parsed, tree.OwnTemplates, diagnostics, ParseLabels);
        // A mistake in the settings would make every committee or colour in the content look unknown and bury itself below them;
        // what else is wrong with the content is worth saying.
        var namesAreKnown = parsed.IsUsable && !findings.HasErrors;
        var content = namesAreKnown ? diagnostics : new DiagnosticBag();
        var prose = ProseRules.Of(settings);
        Issue? ParseIssue(ContentFile file, DiagnosticBag bag) => new IssueParser(settings, prose, bag).Parse(file);
        Page? ParsePage(ContentFile file, DiagnosticBag bag) => new PageParser(prose, bag).Parse(file);
        var issues = InParallel(tree.Issues, file => memory is null ? ParseIssue(file, content) : memory.Content(file, content, ParseIssue), jobs);
        var pages = InParallel(tree.Pages, file => memory is null ? ParsePage(file, content) : memory.Content(file, content, ParsePage), jobs);
        ReportDuplicates(tree.Issues, issues, i => i.Slug, i => i.Source.At(i.TitleSpan), "issue", diagnostics);
        ReportDuplicates(tree.Pages, pages, p => p.Slug, p => p.Source.At(p.TitleSpan), "page", diagnostics);
        if (!namesAreKnown)
        {
            AddAll(content, diagnostics, but: ContentRules.UnknownName);
        }

        return labels is null || !parsed.IsUsable
            ? null
            : new Site
            {
                Settings = settings,
                Labels = labels,
                Templates = tree.Templates,
                Issues = [.. issues.OfType<Issue>()],
                Pages = [.. pages.OfType<Page>()],
                Assets = [.. tree.Assets, .. AssetsBeside(tree, settings, issues, pages)],
            };
    }

    private static void AddAll(DiagnosticBag from, DiagnosticBag to, Rule? but = null)
    {
        foreach (var diagnostic in from.ToSorted().Where(d => d.Rule != but))
        {
            to.Add(diagnostic);
        }
    }

    private static T?[] InParallel<T>(ImmutableArray<ContentFile> files, Func<ContentFile, T?> parse, int jobs)
        where T : class
    {
        var parsed = new T?[files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs == 0 ? Environment.ProcessorCount : jobs };
        Parallel.For(0, files.Length, options, i => parsed[i] = parse(files[i]));
        return parsed;
    }

    private static void ReportDuplicates<T>(
        ImmutableArray<ContentFile> files, T?[] parsed, Func<T, string> slugOf, Func<T, SourceSpan> placeOf, string what, DiagnosticBag diagnostics)
        where T : class
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parsed.Length; i++)
        {
            if (parsed[i] is { } item && !first.TryAdd(slugOf(item), files[i].Source.Path))
            {
                diagnostics.Add(
                    ContentRules.Duplicate,
                    placeOf(item),
                    $"two {what}s have the slug '{slugOf(item)}': this one and {first[slugOf(item)]}",
                    "Rename one of the files, or give one of the two another slug in front matter.");
            }
        }
    }

    /// <summary>What stands beside a content file is published below its address.</summary>
    private static IEnumerable<Asset> AssetsBeside(SourceTree tree, SiteSettings settings, Issue?[] issues, Page?[] pages)
    {
        for (var i = 0; i < issues.Length; i++)
        {
            if (issues[i] is { } issue)
            {
                foreach (var asset in tree.Issues[i].Beside)
                {
                    yield return asset with { Path = Publication.Permalink(settings, issue) + asset.Path };
                }
            }
        }

        for (var i = 0; i < pages.Length; i++)
        {
            if (pages[i] is { } page)
            {
                foreach (var asset in tree.Pages[i].Beside)
                {
                    yield return asset with { Path = page.Slug + "/" + asset.Path };
                }
            }
        }
    }

    private static SiteSettings StandIn(SourceFile source) => new() { Source = source, Title = "", BaseUrl = new Uri("https://example.org/") };
}
