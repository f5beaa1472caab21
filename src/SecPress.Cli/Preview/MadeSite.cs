using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SecPress.Checks.Editorial;
using SecPress.Cli.Pipeline;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Publishing.Images;
using SecPress.Rendering;
using SecPress.Rendering.Templates;
using SecPress.Web;

namespace SecPress.Cli.Preview;

/// <summary>A publication whose files are made when somebody looks at them, each once.</summary>
internal sealed class MadeSite
{
    private readonly Composer composer;
    private readonly ShownBefore before;
    private readonly int jobs;
    private readonly Lazy<FrozenDictionary<string, Composition>> search;
    private readonly Lazy<FrozenDictionary<string, Composition>> images;
    private readonly ConcurrentDictionary<string, Lazy<MadeFile?>> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Issue, Lazy<MadeEdition>> editions = new((IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Issue, Lazy<ImmutableArray<Diagnostic>>> editorial = new((IEqualityComparer<Issue>)ReferenceEqualityComparer.Instance);
    private readonly Lazy<FrozenDictionary<string, Issue>> bySlug;

    private MadeSite(Publication publication, ImagePlan plan, Composer composer, ShownBefore before, int jobs)
    {
        (Publication, Plan, this.composer, this.before, this.jobs) = (publication, plan, composer, before, jobs);
        search = new(() => ByPath(composer.Search(jobs)));
        images = new(() => ByPath(ImageComposer.Compose(plan)));
        bySlug = new(() => publication.Issues.ToFrozenDictionary(i => i.Slug, StringComparer.Ordinal));
    }

    /// <summary>A file that was made, with what was found meanwhile.</summary>
    private sealed record MadeFile(PreviewFile File, ImmutableArray<Diagnostic> Findings);

    private sealed record MadeEdition(PreviewEdition? Edition, ImmutableArray<Diagnostic> Findings);

    public Publication Publication { get; }

    public ImagePlan Plan { get; }

    public TemplateEngine Engine => composer.Engine;

    /// <param name="publication">What is shown.</param>
    /// <param name="plan">The images that pages refer to.</param>
    /// <param name="last">Gives its engine when that has read the same templates.</param>
    /// <param name="before">Lends pages for those that cannot be made.</param>
    /// <param name="jobs">How many threads may index the text.</param>
    /// <param name="diagnostics">Takes what is wrong with the style sheets, which every page needs.</param>
    public static MadeSite Of(Publication publication, ImagePlan plan, MadeSite? last, ShownBefore before, int jobs, DiagnosticBag diagnostics)
    {
        var engine = last is not null && last.Publication.Site.Templates == publication.Site.Templates && last.Publication.Labels == publication.Labels
            ? last.Engine
            : new TemplateEngine(publication.Site.Templates, publication.Labels);
        return new MadeSite(publication, plan, new Composer(publication, diagnostics, plan, engine: engine, marksPlaces: true), before, jobs);
    }

    public Issue? FindIssue(string slug) => bySlug.Value.GetValueOrDefault(slug);

    /// <param name="path">Below the base URL; a folder's ends in a slash.</param>
    public PreviewFile? Find(string path) => Made(OutputPathOf(path))?.File;

    public PreviewEdition? EditionOf(Issue issue) => Edition(issue).Edition;

    public string EventsOf(Issue issue) => composer.EventsOf(issue);

    /// <summary>What was found while a page was made, and of its issue: the edition's findings only when the edition was asked for.</summary>
    public IEnumerable<Diagnostic> FindingsOf(PreviewFile page)
    {
        var made = files.TryGetValue(page.OutputPath, out var file) ? file.Value?.Findings ?? [] : [];
        if (page.Issue is null || FindIssue(page.Issue) is not { } issue)
        {
            return made;
        }

        var edition = editions.TryGetValue(issue, out var known) ? known.Value.Findings : [];
        return made.Concat(edition).Concat(Editorial(issue));
    }

    private ImmutableArray<Diagnostic> Editorial(Issue issue) => editorial.GetOrAdd(issue, i => new(() =>
    {
        var findings = new DiagnosticBag { Severities = Publication.Settings.Checks };
        EditorialChecks.Run(Publication, [i], findings);
        return findings.ToSorted();
    })).Value;

    private MadeEdition Edition(Issue issue) => editions.GetOrAdd(issue, i => new(() =>
    {
        var findings = new DiagnosticBag { Severities = Publication.Settings.Checks };
        var edition = new EditionComposer(Publication, Engine, findings).Compose(i);
        var from = Publication.Settings.Email.From;
        return new MadeEdition(
            edition is null
                ? null
                : new PreviewEdition(
                    edition.Subject,
                    edition.Facts.Preheader,
                    from is null ? "" : from.Name.Length > 0 ? $"{from.Name} <{from.Address}>" : from.Address,
                    edition.Html.FillWithFallbacks(),
                    edition.Text.FillWithFallbacks()),
            findings.ToSorted());
    })).Value;

    private MadeFile? Made(string outputPath) => files.GetOrAdd(outputPath, path => new(() => Make(path))).Value;

    private MadeFile? Make(string path)
    {
        if ((composer.Find(path) ?? EditionFileAt(path) ?? OfOthers(path)) is not { } composition)
        {
            return null;
        }

        var findings = new DiagnosticBag { Severities = Publication.Settings.Checks };
        var bytes = composition.Key is { } key ? before.Drawn(key, () => composition.Make(findings)) : composition.Make(findings);
        var file = new PreviewFile(path, findings.HasErrors ? null : bytes);
        if (file.Bytes is null)
        {
            file = before.Of(path) is { } old ? file with { Bytes = old, IsOutdated = true } : file;
        }
        else if (path.EndsWith(".html", StringComparison.Ordinal))
        {
            before.Remember(path, file.Bytes);
        }

        return new MadeFile(Placed(file), findings.ToSorted());
    }

    private Composition? EditionFileAt(string path) => Publication.Map.Find(path) is EditionFile file
        ? new EditionComposer(Publication, Engine, new DiagnosticBag()).Published(file.Issue, [file]).Single()
        : null;

    // Both are made whole at the first look at one of their files.
    private Composition? OfOthers(string path) =>
        path.StartsWith("search/", StringComparison.Ordinal) && search.Value.TryGetValue(path, out var found) ? found : images.Value.GetValueOrDefault(path);

    private PreviewFile Placed(PreviewFile file) => Publication.Map.Find(AddressOf(file.OutputPath)) switch
    {
        IssuePage { Issue: var issue } => file with
        {
            Issue = issue.Slug,
            Source = SourcePlaces.Of(issue.Source.At(issue.TitleSpan)),
            Anchors = SourcePlaces.OfParts(issue),
        },
        TextPage { Page: var page } => file with { Source = SourcePlaces.Of(page.Source.At(page.TitleSpan)) },
        HomePage when Publication.Latest is { } latest => file with
        {
            Source = SourcePlaces.Of(latest.Source.At(latest.TitleSpan)),
            Anchors = SourcePlaces.OfParts(latest),
        },
        _ => file,
    };

    private static FrozenDictionary<string, Composition> ByPath(IEnumerable<Composition> compositions) =>
        compositions.ToFrozenDictionary(c => c.OutputPath, StringComparer.Ordinal);

    private static string OutputPathOf(string path) => path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;

    private static string AddressOf(string outputPath) =>
        outputPath == "index.html" || outputPath.EndsWith("/index.html", StringComparison.Ordinal) ? outputPath[..^"index.html".Length] : outputPath;
}
