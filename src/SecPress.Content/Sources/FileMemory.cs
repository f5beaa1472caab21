using System.Collections.Concurrent;

namespace SecPress.Content.Sources;

/// <summary>
/// What files held when they were last read. A file whose length and time of writing are the same is not read again, unless somebody
/// says that it changed: an editor that saves twice within the clock's grain leaves no other trace. Any number of threads may ask.
/// </summary>
internal sealed class FileMemory
{
    // Systems tell the time of writing by ticks of some milliseconds: a file written this lately may be written again unseen.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    private sealed record Known(long Length, DateTime Written, object Value);

    public void Forget(string path) => known.TryRemove(path, out _);

    /// <summary>What is remembered of a file, or what reading it gives; what cannot be read is not remembered.</summary>
    public T? Recall<T>(FoundFile file, Func<FoundFile, T?> read)
        where T : class
    {
        // Looked at before it is read: a file that changes meanwhile is then seen to have changed.
        var info = new FileInfo(file.DiskPath);
        if (!info.Exists)
        {
            return read(file);
        }

        var (length, written) = (info.Length, info.LastWriteTimeUtc);
        if (known.TryGetValue(file.Path, out var entry) && entry.Length == length && entry.Written == written && entry.Value is T value)
        {
            return value;
        }

        var isSettled = DateTime.UtcNow - written > Grain;
        var fresh = read(file);
        if (fresh is not null && isSettled)
        {
            known[file.Path] = new Known(length, written, fresh);
        }
        else
        {
            known.TryRemove(file.Path, out _);
        }

        return fresh;
    }
}
