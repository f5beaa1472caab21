using System.Collections.Immutable;

namespace SecPress.Content.Watching;

/// <summary>How the files of a site were at one moment: their lengths and times of writing.</summary>
internal sealed class FolderState
{
    private readonly Dictionary<string, (long Length, DateTime Written)> files = new(StringComparer.Ordinal);

    private FolderState()
    {
    }

    public static FolderState Of(string site, IEnumerable<string> folders)
    {
        var state = new FolderState();
        state.Add(site, new FileInfo(Path.Combine(site, "site.yml")));
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        foreach (var folder in folders.Select(f => new DirectoryInfo(Path.Combine(site, f))).Where(f => f.Exists))
        {
            try
            {
                foreach (var file in folder.EnumerateFiles("*", options))
                {
                    state.Add(site, file);
                }
            }
            catch (IOException)
            {
                // The folder went while it was listed: what was not seen is taken for deleted, and seen again at the next look.
            }
        }

        return state;
    }

    public SourceChanges ChangesSince(FolderState before)
    {
        var changed = files.Where(f => !before.files.TryGetValue(f.Key, out var known) || known != f.Value).Select(f => f.Key)
            .Concat(before.files.Keys.Where(path => !files.ContainsKey(path)));
        return new SourceChanges(false, ImmutableSortedSet.CreateRange(StringComparer.Ordinal, changed));
    }

    private void Add(string site, FileInfo file)
    {
        if (file.Exists)
        {
            files[Path.GetRelativePath(site, file.FullName).Replace(Path.DirectorySeparatorChar, '/')] = (file.Length, file.LastWriteTimeUtc);
        }
    }
}
