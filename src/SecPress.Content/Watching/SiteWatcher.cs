using System.Collections.Immutable;

namespace SecPress.Content.Watching;

/// <summary>
/// Watches what a site is made from: <c>site.yml</c>, <c>content/</c> and <c>templates/</c>. Where the system cannot watch, or lost
/// count, it looks for itself, once a second.
/// </summary>
public sealed class SiteWatcher : IDisposable
{
    private static readonly ImmutableArray<string> Folders = ["content", "templates"];
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // The most that systems take; each event needs some 100 bytes of it.
    private const int BufferSize = 64 * 1024;

    private readonly string site;
    private readonly ChangeBatch batch;
    private readonly Lock gate = new();
    private readonly Dictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);
    private FileSystemWatcher? above;
    private ITimer? poll;
    private FolderState? polled;
    private bool disposed;

    private SiteWatcher(string site, ChangeBatch batch) => (this.site, this.batch) = (Path.TrimEndingDirectorySeparator(site), batch);

    /// <summary>Whether it has to look for itself.</summary>
    public bool IsPolling => poll is not null;

    /// <summary>Starts to watch, and tells of each change.</summary>
    /// <param name="siteFolder">The folder of <c>site.yml</c>.</param>
    /// <param name="batch">Takes the changes.</param>
    /// <param name="clock">The time between two looks.</param>
    /// <param name="polls">Whether to look for itself from the start: file systems of a network or a container may never tell.</param>
    public static SiteWatcher Start(string siteFolder, ChangeBatch batch, TimeProvider clock, bool polls = false)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(clock);
        var watcher = new SiteWatcher(Path.GetFullPath(siteFolder), batch);
        lock (watcher.gate)
        {
            if (polls || !watcher.WatchAll())
            {
                watcher.Poll(clock);
            }
            else
            {
                watcher.WatchAbove();
            }
        }

        return watcher;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            poll?.Dispose();
            above?.Dispose();
            Forget();
        }
    }

    private bool WatchAll() => Watch("", recursive: false) && Folders.All(f => !Directory.Exists(Path.Combine(site, f)) || Watch(f, recursive: true));

    private bool Watch(string folder, bool recursive)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.Combine(site, folder))
            {
                IncludeSubdirectories = recursive,
                InternalBufferSize = BufferSize,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            };
            watcher.Created += (_, e) => Tell(e.FullPath);
            watcher.Changed += (_, e) => Tell(e.FullPath);
            watcher.Deleted += (_, e) => Tell(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                Tell(e.OldFullPath);
                Tell(e.FullPath);
            };
            watcher.Error += (_, _) => Resume();
            watcher.EnableRaisingEvents = true;
            watchers[folder] = watcher;
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Too many watches for this system, or the folder is gone again.
            watcher?.Dispose();
            Forget();
            return false;
        }
    }

    /// <summary>The site's own folder may be moved away and another put in its place, of which what watches the first says nothing.</summary>
    private void WatchAbove()
    {
        if (Path.GetDirectoryName(site) is not { } parent)
        {
            return;
        }

        try
        {
            above = new FileSystemWatcher(parent, Path.GetFileName(site)) { NotifyFilter = NotifyFilters.DirectoryName };
            above.Created += (_, _) => Resume();
            above.Deleted += (_, _) => Resume();
            above.Renamed += (_, _) => Resume();
            above.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A folder that may not be watched: the site's own is, and is seldom moved.
            above?.Dispose();
            above = null;
        }
    }

    private void Tell(string fullPath)
    {
        var path = Path.GetRelativePath(site, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        if (Folders.Contains(path))
        {
            // The folder itself came, went or was replaced.
            Resume();
        }
        else if (path == "site.yml" || Folders.Any(f => path.StartsWith(f + "/", StringComparison.Ordinal)))
        {
            batch.Add(new SourceChanges(false, SourceChanges.None.Paths.Add(path)));
        }
    }

    /// <summary>Watches anew, and looks at everything: events were lost.</summary>
    private void Resume()
    {
        lock (gate)
        {
            if (disposed || IsPolling)
            {
                return;
            }

            Forget();
            if (!WatchAll())
            {
                Poll(TimeProvider.System);
            }
        }

        batch.Add(SourceChanges.All);
    }

    private void Poll(TimeProvider clock)
    {
        polled = FolderState.Of(site, Folders);
        poll = clock.CreateTimer(_ => Look(), null, Pace, Pace);
    }

    private void Look()
    {
        // A look that takes longer than the pace is not joined by another.
        if (!gate.TryEnter())
        {
            return;
        }

        try
        {
            var now = FolderState.Of(site, Folders);
            batch.Add(now.ChangesSince(polled!));
            polled = now;
        }
        finally
        {
            gate.Exit();
        }
    }

    private void Forget()
    {
        foreach (var watcher in watchers.Values)
        {
            watcher.Dispose();
        }

        watchers.Clear();
    }
}
