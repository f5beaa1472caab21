using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using SecPress.Checks;
using SecPress.Cli.Pipeline;
using SecPress.Content;
using SecPress.Content.Watching;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Publishing.Images;
using SecPress.Web;

namespace SecPress.Cli.Preview;

/// <summary>
/// Keeps a snapshot of a site in step with its files. Where putting the whole together takes long, a change is shown in two steps: at
/// once, with what the issues say together as it was before, and then whole. The first does not depend on how many issues there are.
/// </summary>
public sealed class SitePreview : IPreview
{
    // A whole that takes less is made at once: nobody sees the difference.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(60);

    // Looked at again and again, since the timers of a computer that sleeps stop.
    private static readonly TimeSpan ClockPace = TimeSpan.FromMinutes(1);

    // A few files are an editor's work; more are a branch that was checked out.
    private const int MostRevised = 20;

    private readonly PreviewRequest request;
    private readonly EditorOpener opener;
    private readonly SiteReader reader;
    private readonly ShownBefore before = new();
    private readonly Lock gate = new();
    private SiteSnapshot current = new(0, null, isOutdated: false, []);
    private TaskCompletionSource next = New();
    private MadeSite? shown;
    private Reading? waiting;
    private int readings;
    private ImmutableArray<Diagnostic> checkFindings = [];
    private TimeSpan lastWhole = TimeSpan.Zero;
    private Instant? followed;

    public SitePreview(PreviewRequest request, EditorOpener opener)
    {
        (this.request, this.opener) = (request, opener);
        reader = new SiteReader(request.SiteFolder, request.Jobs, RuleCatalog.All);
    }

    /// <summary>A site that was read without an error, and how many were read before it.</summary>
    private sealed record Reading(int Number, Site Site, DiagnosticBag Findings);

    public PreviewSnapshot Current => Latest;

    /// <summary>Whether nothing more follows until a file changes.</summary>
    public bool IsWhole => Latest.IsWhole;

    // A reading may come just when the last making has looked for one and found none.
    private bool IsWaiting
    {
        get
        {
            lock (gate)
            {
                return waiting is not null;
            }
        }
    }

    internal SiteSnapshot Latest
    {
        get
        {
            lock (gate)
            {
                return current;
            }
        }
    }

    public async Task<PreviewSnapshot> AfterAsync(long version, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task coming;
            lock (gate)
            {
                if (current.Version > version)
                {
                    return current;
                }

                coming = next.Task;
            }

            await coming.WaitAsync(cancellationToken);
        }
    }

    public OpenedSource Open(string path, int line, int column) => opener.Open(path, line, column);

    /// <summary>Shows the site as it is, and then each change, until it is cancelled.</summary>
    public async Task RunAsync(ChangeBatch changes, CancellationToken cancellationToken)
    {
        using var clock = request.Time.CreateTimer(_ => FollowClock(changes), null, ClockPace, ClockPace);
        var whole = Task.CompletedTask;
        var change = SourceChanges.All;
        while (true)
        {
            Show(change, cancellationToken);
            var more = changes.TakeAsync(cancellationToken);
            do
            {
                if (whole.IsCompleted)
                {
                    await whole;
                    whole = Task.Run(MakeWhole, cancellationToken);
                }
            }
            while (await Task.WhenAny(more, whole) == whole && IsWaiting);

            if (whole.IsCompleted)
            {
                await whole;
            }

            change = await more;
        }
    }

    /// <summary>Has everything made anew when a page says something else by the date alone: an editor's window stays open over night.</summary>
    private void FollowClock(ChangeBatch changes)
    {
        lock (gate)
        {
            if (shown?.Publication is not { NextChange: { } due } publication || due == followed || due > request.Now(publication.Settings.TimeZone))
            {
                return;
            }

            followed = due;
        }

        changes.Add(SourceChanges.All);
    }

    /// <summary>Reads what changed, shows it if that can be done at once, and leaves the rest to <see cref="MakeWhole"/>.</summary>
    private void Show(SourceChanges change, CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var site = reader.Read(change, findings, cancellationToken);
        var isInError = site is null || findings.HasErrors;
        MadeSite? last;
        ImmutableArray<Diagnostic> kept;
        bool isSlow;
        lock (gate)
        {
            readings++;
            waiting = isInError ? null : new Reading(readings, site!, findings);
            (last, isSlow) = (shown, lastWhole > Soon);
            kept = checkFindings.RemoveAll(f => change.Paths.Contains(f.At?.File.Path ?? f.Path ?? ""));
        }

        if (isInError)
        {
            Publish(last, isOutdated: true, findings.ToSorted(), readings);
        }
        else if (isSlow && last is not null && Revised(last.Publication, site!) is { } publication)
        {
            var styles = new DiagnosticBag();
            var made = MadeSite.Of(publication, last.Plan, last, before, request.Jobs, styles);
            if (!styles.HasErrors)
            {
                Publish(made, isOutdated: false, [.. findings.ToSorted(), .. kept], readings, isWhole: false);
            }
        }
    }

    private void MakeWhole()
    {
        while (true)
        {
            Reading? reading;
            lock (gate)
            {
                (reading, waiting) = (waiting, null);
            }

            if (reading is null)
            {
                return;
            }

            var start = Stopwatch.GetTimestamp();
            MakeWhole(reading);
            lock (gate)
            {
                lastWhole = Stopwatch.GetElapsedTime(start);
            }
        }
    }

    private void MakeWhole(Reading reading)
    {
        var site = reading.Site;
        var options = new PublicationOptions(request.Now(site.Settings.TimeZone), Drafts: true, Future: true);
        var publication = Publication.Assemble(site, options, reading.Findings);
        if (reading.Findings.HasErrors)
        {
            Publish(shown, isOutdated: true, reading.Findings.ToSorted(), reading.Number);
            return;
        }

        // These errors stop a build, but the page can be shown with them, so that they are seen where they stand.
        var checks = new DiagnosticBag { Severities = site.Settings.Checks };
        PublicationChecks.Run(publication, checks);
        var plan = new ImageExaminer(checks, request.Jobs).Sketch(publication);
        var made = MadeSite.Of(publication, plan, shown, before, request.Jobs, reading.Findings);
        var found = checks.ToSorted();
        lock (gate)
        {
            checkFindings = found;
        }

        var fails = reading.Findings.HasErrors;
        Publish(fails ? shown : made, fails, [.. reading.Findings.ToSorted(), .. found], reading.Number);
    }

    /// <summary>The publication with the texts that changed; null when more than texts of issues and templates did.</summary>
    private static Publication? Revised(Publication publication, Site site)
    {
        var old = publication.Site;
        if (old.Settings != site.Settings || old.Issues.Length != site.Issues.Length || !old.Assets.SequenceEqual(site.Assets)
            || old.Pages.Length != site.Pages.Length || !old.Pages.Zip(site.Pages).All(pair => ReferenceEquals(pair.First, pair.Second)))
        {
            return null;
        }

        var changes = old.Issues.Zip(site.Issues).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Take(MostRevised + 1).ToList();
        return changes.Count > MostRevised ? null : publication.Revise(site, changes);
    }

    private void Publish(MadeSite? made, bool isOutdated, ImmutableArray<Diagnostic> findings, int reading, bool isWhole = true)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            // What was read later is shown, or will be.
            if (reading < readings)
            {
                return;
            }

            shown = made;
            current = new SiteSnapshot(current.Version + 1, made, isOutdated, findings, isWhole);
            (told, next) = (next, New());
        }

        told.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
