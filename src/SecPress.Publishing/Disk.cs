namespace SecPress.Publishing;

/// <summary>What changes the disk, one system call each, so that a test can stop a publish between any two.</summary>
public interface IDisk
{
    /// <summary>Writes a whole file; with <paramref name="durable"/> it is on the disk itself when this returns.</summary>
    void Write(string path, ReadOnlySpan<byte> bytes, bool durable);

    /// <summary>Puts a file in the place of another, or of none, in one step that readers cannot see the middle of.</summary>
    void Replace(string from, string to);

    void Delete(string path);

    void CreateFolder(string path);

    /// <summary>Deletes a folder that is empty.</summary>
    void DeleteFolder(string path);
}

/// <summary>The disk of this machine.</summary>
public sealed class LocalDisk : IDisk
{
    public static readonly LocalDisk Instance = new();

    private LocalDisk()
    {
    }

    public void Write(string path, ReadOnlySpan<byte> bytes, bool durable)
    {
        // Not FileMode.Create, which truncates even what it has just made: ext4 then starts to write the file to the disk when it is
        // closed, for each of 50,000 files of a first publish.
        using var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        if (RandomAccess.GetLength(handle) > 0)
        {
            RandomAccess.SetLength(handle, 0);
        }

        RandomAccess.Write(handle, bytes, 0);
        if (durable)
        {
            RandomAccess.FlushToDisk(handle);
        }
    }

    public void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void DeleteFolder(string path) => Directory.Delete(path);
}
