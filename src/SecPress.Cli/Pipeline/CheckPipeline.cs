using System.Collections.Immutable;
using NodaTime;
using SecPress.Checks;
using SecPress.Checks.Editorial;
using SecPress.Cli.Commands;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering;
using SecPress.Rendering.Templates;

namespace SecPress.Cli.Pipeline;

/// <summary>
/// The line of a build without its end: everything is made in memory and judged by every rule, and nothing is published. With issues
/// named, only what is made of these is made.
/// </summary>
internal sealed class CheckPipeline(PipelineRequest request)
{
    private readonly DiagnosticBag diagnostics = new();

    private Site? site;
    private ImmutableArray<Issue> named = [];

    public DiagnosticBag Diagnostics => diagnostics;

    public void Read(CancellationToken cancellationToken) => site = new BuildPipeline(request, diagnostics).Read(cancellationToken);

    /// <summary>Finds the issues that a person named; false when one cannot be told, which then has been said.</summary>
    public bool Find(Desk desk, IEnumerable<string> given)
    {
        if (site is null)
        {
            return true;
        }

        var found = ImmutableArray.CreateBuilder<Issue>();
        foreach (var name in given)
        {
            if (IssueArgument.Find(desk, site, name) is not { } issue)
            {
                return false;
            }

            found.Add(issue);
        }

        named = found.ToImmutable();
        return true;
    }

    public CheckOutcome Check(Meter meter, CancellationToken cancellationToken)
    {
        var pipeline = new BuildPipeline(request, diagnostics);
        if (site is null || pipeline.Assemble(site, request.Drafts || named.Any(i => i.Draft), request.Future || named.Any(IsToCome)) is not { } publication)
        {
            return new CheckOutcome(null, named, 0, diagnostics.ToSorted());
        }

        PublicationChecks.Run(publication, diagnostics);
        EditorialChecks.RunOnSite(publication, diagnostics);
        EditorialChecks.Run(publication, named.IsEmpty ? publication.Issues : named, diagnostics, request.Jobs, cancellationToken);
        var works = WorksOf(pipeline, publication, cancellationToken);
        meter.Expect(works.Length);
        works.AsParallel().WithDegreeOfParallelism(request.Jobs).WithCancellation(cancellationToken).ForAll(work =>
        {
            work();
            meter.Report();
        });
        return new CheckOutcome(publication, named, works.Length, diagnostics.ToSorted());
    }

    private ImmutableArray<Action> WorksOf(BuildPipeline pipeline, Publication publication, CancellationToken cancellationToken)
    {
        if (!named.IsEmpty)
        {
            var composer = new Composer(publication, diagnostics, minified: true);
            var own = new EditionComposer(publication, composer.Engine, diagnostics);
            return
            [
                .. named.Select<Issue, Action>(i => () => composer.Of(publication.PageOf(i)).Make(diagnostics)),
                .. named.Select<Issue, Action>(i => () => own.Compose(i)),
            ];
        }

        // What has a key is drawn, and what it is drawn from was examined: making it would find nothing more.
        var files = pipeline.Compose(publication, null, cancellationToken).Where(c => c.Key is null);

        // An issue that is yet to go out is judged as an email even where its edition is not published.
        var editions = new EditionComposer(publication, new TemplateEngine(publication.Site.Templates, publication.Labels), diagnostics);
        var published = publication.Map.Pages.OfType<EditionFile>().Select(e => e.Issue).ToHashSet(ReferenceEqualityComparer.Instance);
        var others = publication.Issues
            .Where(i => ReferenceEquals(i, publication.Latest) || i.Draft || IsToCome(i))
            .Where(i => !published.Contains(i));
        return
        [
            .. files.Select<Composition, Action>(c => () => c.Make(diagnostics)),
            .. others.Select<Issue, Action>(i => () => editions.Compose(i)),
        ];
    }

    private bool IsToCome(Issue issue)
    {
        var zone = site!.Settings.TimeZone;
        return issue.SentAt(zone) > request.Clock.In(zone);
    }
}

/// <summary>What a check found.</summary>
/// <param name="Publication">Null when it could not be put together.</param>
/// <param name="Named">The issues that were asked for; empty for all.</param>
/// <param name="Made">How many files were made.</param>
/// <param name="All">Every finding, whatever was asked for.</param>
internal sealed record CheckOutcome(Publication? Publication, ImmutableArray<Issue> Named, int Made, ImmutableArray<Diagnostic> All)
{
    /// <summary>Whether other sites were to be asked, and none could be.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Those about the issues that were asked for; all of them when the publication could not be put together.</summary>
    public ImmutableArray<Diagnostic> Findings => Named.IsEmpty || Publication is null
        ? All
        : [.. All.Where(d => Named.Any(i => IssueFindings.Concern(d, i)))];
}
