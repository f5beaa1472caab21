using System.Collections.Immutable;

namespace SecPress.Publishing;

/// <summary>Finds what stands where a new file must go: a file where one of its folders must be, or a folder of its own name.</summary>
internal sealed class ObstacleFinder(OutputFolder folder, IReadOnlyDictionary<string, JournalStep> deletes)
{
    private readonly HashSet<string> freeFolders = new(StringComparer.Ordinal);

    /// <summary>Files of the old site, which have to go first, and what is not ours, which must not be touched.</summary>
    public (ImmutableArray<JournalStep> Ours, ImmutableArray<string> Theirs) Find(string path)
    {
        foreach (var parent in OutputPath.Folders(path).Where(p => !freeFolders.Contains(p)))
        {
            if (File.Exists(folder.Full(parent)))
            {
                return deletes.TryGetValue(parent, out var step) ? ([step], []) : ([], [parent]);
            }

            if (folder.IsLink(parent))
            {
                return ([], [parent]);
            }

            freeFolders.Add(parent);
        }

        return Directory.Exists(folder.Full(path)) ? InFolder(path) : ([], []);
    }

    private (ImmutableArray<JournalStep> Ours, ImmutableArray<string> Theirs) InFolder(string path)
    {
        if (folder.IsLink(path))
        {
            return ([], [path]);
        }

        var target = folder.Full(path);
        var ours = ImmutableArray.CreateBuilder<JournalStep>();
        var theirs = ImmutableArray.CreateBuilder<string>();
        foreach (var file in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var inside = path + "/" + Path.GetRelativePath(target, file).Replace(Path.DirectorySeparatorChar, '/');
            if (deletes.TryGetValue(inside, out var step))
            {
                ours.Add(step);
            }
            else
            {
                theirs.Add(inside);
            }
        }

        return (ours.ToImmutable(), theirs.ToImmutable());
    }
}
