using System.Collections.Immutable;
using SecPress.Checks;
using SecPress.Content;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Publishing;
using SecPress.Publishing.Images;
using SecPress.Rendering;

namespace SecPress.Cli.Pipeline;

/// <summary>
/// The straight line from a site's folder to its output. Every stage adds to the findings; an error among them stops the line before
/// anything is published, and all that can be found is found first.
/// </summary>
internal sealed class BuildPipeline(PipelineRequest request, DiagnosticBag diagnostics)
{
    public BuildOutcome Build(string outputFolder, Meter meter, CancellationToken cancellationToken)
    {
        using var writer = SiteWriter.Open(outputFolder);
        if (writer.Failure is { } failure || Assemble(cancellationToken) is not { } publication)
        {
            return new BuildOutcome(null, new PublishResult { Failure = writer.Failure });
        }

        PublicationChecks.Run(publication, diagnostics);
        var warnings = EditorialReview.OfLatest(publication, diagnostics, cancellationToken);
        var compositions = Compose(publication, writer, cancellationToken);
        meter.Expect(compositions.Length);
        var staging = writer.Stage(compositions, diagnostics, request.Jobs, meter, cancellationToken);
        return new BuildOutcome(publication, diagnostics.HasErrors ? staging.Plan : staging.Commit()) { EditorialWarnings = warnings };
    }

    /// <summary>Everything that was read, before anything is linked; null when there is no site to speak of.</summary>
    public Site? Read(CancellationToken cancellationToken)
    {
        var tree = SourceTree.Read(request.SiteFolder, diagnostics, cancellationToken);
        var site = SiteParser.Parse(tree, diagnostics, request.Jobs, RuleCatalog.All);
        return site is null || request.BaseUrl is null ? site : site with { Settings = site.Settings with { BaseUrl = request.BaseUrl } };
    }

    /// <summary>
    /// The publication of a site as of the request's time, which <paramref name="drafts"/> and <paramref name="future"/> widen; null
    /// after an error, since what was left out for it would look like a broken link to every later stage.
    /// </summary>
    public Publication? Assemble(Site site, bool drafts, bool future)
    {
        if (diagnostics.HasErrors)
        {
            return null;
        }

        var options = new PublicationOptions(request.Clock.In(site.Settings.TimeZone), drafts, future);
        var publication = Publication.Assemble(site, options, diagnostics);
        return diagnostics.HasErrors ? null : publication;
    }

    private Publication? Assemble(CancellationToken cancellationToken) =>
        Read(cancellationToken) is { } site ? Assemble(site, request.Drafts, request.Future) : null;

    /// <summary>Every file of the site, yet to be made. Without a writer nothing is known to stand already.</summary>
    public ImmutableArray<Composition> Compose(Publication publication, SiteWriter? writer, CancellationToken cancellationToken)
    {
        var images = new ImageExaminer(diagnostics, request.Jobs).Examine(publication, writer, cancellationToken);
        var composer = new Composer(publication, diagnostics, images, minified: true);
        var editions = new EditionComposer(publication, composer.Engine, diagnostics).Published();
        return [.. composer.Compose(request.Jobs), .. editions, .. ImageComposer.Compose(images)];
    }
}

/// <summary>What a build made; without a publication when it could not be read.</summary>
internal sealed record BuildOutcome(Publication? Publication, PublishResult Result)
{
    /// <summary>How many warnings the editorial rules have for the latest issue.</summary>
    public int EditorialWarnings { get; init; }
}
