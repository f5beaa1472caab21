using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Publishing;

/// <summary>
/// Publishes into one output folder so that a reader never sees half a site, and only one process at a time does. A failure of the
/// disk is a state: it stands in <see cref="Failure"/> or in the result, and the later steps then do nothing.
/// </summary>
/// <example><code>
/// using var writer = SiteWriter.Open(folder);
/// var staging = writer.Stage(compositions, diagnostics, jobs);
/// var result = diagnostics.HasErrors ? null : staging.Commit();
/// </code></example>
public sealed class SiteWriter : IDisposable
{
    private readonly OutputFolder folder;
    private readonly FileStream? ownership;
    private KeyedFiles? keyed;

    private SiteWriter(OutputFolder folder, FileStream? ownership, PublishFailure? failure) =>
        (this.folder, this.ownership, Failure) = (folder, ownership, failure);

    public PublishFailure? Failure { get; }

    /// <summary>
    /// Takes the folder's lock, makes the folder when there is none, and brings a publish that was interrupted to its end: one that had
    /// been decided is completed, one that had not is discarded.
    /// </summary>
    public static SiteWriter Open(string outputFolder, IDisk? disk = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        var folder = new OutputFolder(Path.GetFullPath(outputFolder), disk ?? LocalDisk.Instance);
        FileStream? ownership = null;
        try
        {
            ownership = folder.TryLock();
            if (ownership is null)
            {
                return new SiteWriter(folder, null, new PublishFailure(
                    $"another build is writing to '{folder.Name}'", "Wait until it has finished, then build again."));
            }

            Recover(folder);
            return new SiteWriter(folder, ownership, null);
        }
        catch (Exception e) when (PublishFailure.IsOfTheDisk(e))
        {
            ownership?.Dispose();
            return new SiteWriter(folder, null, PublishFailure.From(e, folder.Name, folder.StateAfterFailure));
        }
        catch
        {
            ownership?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Makes every file, on <paramref name="jobs"/> threads, and stores what differs from the published one beside the site, which is
    /// not touched. Nothing is stored once the bag has an error, but everything is still made, so that all findings come at once.
    /// </summary>
    /// <param name="made">Told how many are made, from any thread.</param>
    public Staging Stage(
        ImmutableArray<Composition> compositions,
        DiagnosticBag diagnostics,
        int jobs,
        IProgress<int>? made = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        if (Failure is not null)
        {
            return Staging.Failed(folder, diagnostics, Failure);
        }

        try
        {
            if (Recover(folder))
            {
                keyed = null;
            }

            // Known for one publish: the next may follow upon changes of the folder.
            var known = Keyed;
            keyed = null;
            return new Stager(folder, known, diagnostics, jobs).Stage(compositions, made, cancellationToken);
        }
        catch (Exception e) when (PublishFailure.IsOfTheDisk(e))
        {
            return Staging.Failed(folder, diagnostics, PublishFailure.From(e, folder.Name, folder.StateAfterFailure));
        }
    }

    /// <summary>
    /// Whether a file that was published under this key still stands as it was, so that <see cref="Stage"/> will not make it again.
    /// A disk that cannot be read says no.
    /// </summary>
    public bool Has(string outputPath, string key)
    {
        try
        {
            return Failure is null && Keyed.Find(outputPath, key) is not null;
        }
        catch (Exception e) when (PublishFailure.IsOfTheDisk(e))
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (ownership is null)
        {
            return;
        }

        try
        {
            // A journal that still stands was interrupted: the next run needs what it names.
            if (folder.ReadJournal() is null)
            {
                folder.DiscardStaging();
            }
        }
        catch (Exception e) when (PublishFailure.IsOfTheDisk(e))
        {
            // The next run tidies up.
        }
        finally
        {
            ownership.Dispose();
        }
    }

    private KeyedFiles Keyed => keyed ??= new KeyedFiles(folder);

    /// <summary>Whether there was a publish to complete.</summary>
    private static bool Recover(OutputFolder folder)
    {
        if (folder.ReadJournal() is { } journal)
        {
            folder.CarryOut(journal, unsure: true);
            return true;
        }

        folder.DiscardStaging();
        return false;
    }
}
