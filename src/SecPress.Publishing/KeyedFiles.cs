using System.Collections.Concurrent;

namespace SecPress.Publishing;

/// <summary>Which files need not be made again: published under the same key, and unchanged on the disk since. Each is read once.</summary>
internal sealed class KeyedFiles(OutputFolder folder)
{
    private readonly ConcurrentDictionary<string, bool> unchanged = new(StringComparer.Ordinal);

    public SiteManifest Published { get; } = folder.ReadManifest();

    /// <summary>The SHA-256 of the file that stands; null when there is no key, no such file, or another in its place.</summary>
    public string? Find(string path, string? key) =>
        key is not null
        && Published.Files.TryGetValue(path, out var own)
        && own.Key == key
        && unchanged.GetOrAdd(path, p => folder.Holds(p, own.Sha256))
            ? own.Sha256
            : null;
}
