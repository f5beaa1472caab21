using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Web;

namespace SecPress.Cli.Preview;

/// <summary>A site as it is shown, and what is wrong with its files now, which may have made it impossible to show them as they are.</summary>
/// <param name="version">Rises with each.</param>
/// <param name="shown">The last site that could be put together; null before the first.</param>
/// <param name="isOutdated">Whether the files are in a later state, which is in error.</param>
/// <param name="findings">What is wrong with the files as they are now, apart from what is found in making single pages.</param>
/// <param name="isWhole">Whether what the issues say together is of the same state; it follows soon when not.</param>
internal sealed class SiteSnapshot(long version, MadeSite? shown, bool isOutdated, ImmutableArray<Diagnostic> findings, bool isWhole = true) : PreviewSnapshot
{
    private static readonly PreviewFile Nothing = new("404.html", null);

    private readonly Lazy<ImmutableArray<PreviewIssue>> issues = new(() => shown is null ? [] : IssuesOf(shown.Publication));

    public override long Version => version;

    public override string Title => shown?.Publication.Settings.Title ?? "";

    public override Uri? BaseUrl => shown?.Publication.Settings.BaseUrl;

    public override bool IsOutdated => isOutdated;

    public bool IsWhole => isWhole;

    public override ImmutableArray<PreviewIssue> Issues => issues.Value;

    public ImmutableArray<Diagnostic> Findings => findings;

    public override PreviewFile NotFound => shown?.Find("404.html") ?? Nothing;

    public override PreviewFile? Find(string path) => shown?.Find(path);

    public override PreviewEdition? EditionOf(PreviewIssue issue) => Issue(issue) is { } found ? shown!.EditionOf(found) : null;

    public override string EventsOf(PreviewIssue issue) => Issue(issue) is { } found ? shown!.EventsOf(found) : "";

    public override ImmutableArray<Diagnostic> FindingsOf(PreviewFile page)
    {
        // Everything passes through one bag, so that what two stages found is told once.
        var bag = new DiagnosticBag();
        foreach (var finding in findings.Where(f => f.Severity == Severity.Error || Concerns(f, page)).Concat(shown?.FindingsOf(page) ?? []))
        {
            bag.Add(finding);
        }

        return [.. bag.ToSorted().OrderByDescending(f => f.Severity)];
    }

    private Issue? Issue(PreviewIssue issue) => shown?.FindIssue(issue.Slug);

    // What is wrong with the settings concerns every page.
    private static bool Concerns(Diagnostic finding, PreviewFile page) =>
        (finding.At?.File.Path ?? finding.Path) is var file && (file == page.Source?.File || file == "site.yml" || page.Source is null);

    private static ImmutableArray<PreviewIssue> IssuesOf(Publication publication) =>
    [
        .. publication.Issues.Select(i => new PreviewIssue(i.Slug, i.Title, publication.Labels.Date(i.Sent), i.Draft, publication.PageOf(i).Path)),
    ];
}
