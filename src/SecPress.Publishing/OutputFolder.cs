namespace SecPress.Publishing;

/// <summary>The output folder on the disk: what stands in it, and the steps of a journal carried out on it.</summary>
internal sealed class OutputFolder(string root, IDisk disk)
{
    private readonly string own = Path.Combine(root, OutputPath.OwnFolder);

    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    private string StagingPath => Path.Combine(own, "staging");

    private string JournalPath => Path.Combine(own, "journal");

    private string ManifestPath => Path.Combine(own, "manifest.sha256");

    private string LockPath => Path.Combine(own, "lock");

    /// <summary>A fact of the file system: the lock that we hold answers to a name that nobody gave it.</summary>
    public bool IgnoresCase => File.Exists(Path.Combine(own, "LOCK"));

    public string Full(string path) => Path.Combine(root, path);

    /// <summary>Null when another process holds it. The system frees the lock of a process that dies, so none is ever stale.</summary>
    public FileStream? TryLock()
    {
        if (!Directory.Exists(own))
        {
            disk.CreateFolder(own);
        }

        try
        {
            return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            return null;
        }
    }

    public SiteManifest ReadManifest() =>
        File.Exists(ManifestPath) ? SiteManifest.Parse(File.ReadAllText(ManifestPath)) : SiteManifest.Empty;

    public Journal? ReadJournal() => File.Exists(JournalPath) ? Journal.Parse(File.ReadAllText(JournalPath)) : null;

    /// <summary>Which state a failure leaves the published site in.</summary>
    public string StateAfterFailure => File.Exists(JournalPath) ? PublishFailure.HalfDone : PublishFailure.Intact;

    public void WriteJournal(Journal journal) => WriteDurably(JournalPath, journal.ToString());

    public void WriteStaged(int number, byte[] bytes, bool durable) => disk.Write(Staged(number), bytes, durable);

    public void CreateStaging() => disk.CreateFolder(StagingPath);

    public void DiscardStaging()
    {
        if (Directory.Exists(StagingPath))
        {
            foreach (var file in Directory.EnumerateFiles(StagingPath))
            {
                disk.Delete(file);
            }

            disk.DeleteFolder(StagingPath);
        }
    }

    /// <summary>The published bytes of a path; null when no ordinary file stands there.</summary>
    public byte[]? Read(string path) => IsOrdinaryFile(path) ? File.ReadAllBytes(Full(path)) : null;

    /// <summary>Whether exactly these bytes are published under a path.</summary>
    public bool Holds(string path, byte[] bytes)
    {
        var file = new FileInfo(Full(path));
        return file.Exists && file.Length == bytes.Length && Read(path) is { } found && found.AsSpan().SequenceEqual(bytes);
    }

    public bool Holds(string path, string sha256) => Read(path) is { } found && SiteManifest.Hash(found) == sha256;

    /// <summary>
    /// Carries out a journal; what of it was done before is left as it is. What is <paramref name="unsure"/> of the staged bytes, after a
    /// power cut, is compared with their hashes first: a page that cannot be put is left for the next build to make anew.
    /// </summary>
    public void CarryOut(Journal journal, bool unsure)
    {
        foreach (var step in journal.Steps)
        {
            if (step.Staged is not { } number)
            {
                DeleteIfOurs(step);
            }
            else if (File.Exists(Staged(number)) && (!unsure || SiteManifest.Hash(File.ReadAllBytes(Staged(number))) == step.Sha256))
            {
                Put(number, step.Path);
            }
        }

        WriteDurably(ManifestPath, journal.Manifest.ToString());
        DiscardStaging();
        disk.Delete(JournalPath);
    }

    private void Put(int number, string path)
    {
        var target = Full(path);
        if (Directory.Exists(target))
        {
            DeleteEmptyFolders(target);
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            disk.CreateFolder(folder);
        }

        disk.Replace(Staged(number), target);
    }

    // Somebody may have changed the file between the plan and now, all the more when another run carries the plan out.
    private void DeleteIfOurs(JournalStep step)
    {
        if (OutputPath.Folders(step.Path).Any(IsLink))
        {
            return;
        }

        if (Holds(step.Path, step.Sha256))
        {
            disk.Delete(Full(step.Path));
        }

        foreach (var folder in OutputPath.Folders(step.Path).Reverse().Where(f => Directory.Exists(Full(f))))
        {
            if (Directory.EnumerateFileSystemEntries(Full(folder)).Any())
            {
                break;
            }

            disk.DeleteFolder(Full(folder));
        }
    }

    private void DeleteEmptyFolders(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            DeleteEmptyFolders(inner);
        }

        disk.DeleteFolder(folder);
    }

    /// <summary>Whether a folder leads elsewhere, most likely out of the output folder.</summary>
    public bool IsLink(string path) => new DirectoryInfo(Full(path)) is { Exists: true, LinkTarget: not null };

    private bool IsOrdinaryFile(string path)
    {
        var file = new FileInfo(Full(path));
        return file.Exists && (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Directory)) == 0;
    }

    private void WriteDurably(string path, string text)
    {
        disk.Write(path + ".new", System.Text.Encoding.UTF8.GetBytes(text), durable: true);
        disk.Replace(path + ".new", path);
    }

    private string Staged(int number) => Path.Combine(StagingPath, number.ToString());

    // A lock that is taken shows as the system's own code: Linux, macOS, Windows.
    private static bool IsSharingViolation(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
