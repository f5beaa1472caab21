using SecPress.Model.Diagnostics;

namespace SecPress.Content.Sources;

/// <summary>A file found below the site's folder: its path relative to it with forward slashes, and its place on the disk.</summary>
internal readonly record struct FoundFile(string Path, string DiskPath);

/// <summary>Lists the files of the site's folder, and reads them; what the disk refuses becomes a finding.</summary>
internal sealed class FolderReader(string siteFolder, DiagnosticBag diagnostics, FileMemory? memory = null)
{
    public const int LargestText = 4 * 1024 * 1024;
    public const int LargestAsset = 100 * 1024 * 1024;

    private const int MostNesting = 64;

    /// <summary>Every file below a folder, by path. Hidden files and editors' copies are passed over, links are refused.</summary>
    public List<FoundFile> Files(string folder)
    {
        var files = new List<FoundFile>();
        var pending = new Stack<(string Path, int Depth)>();
        if (Directory.Exists(Path.Combine(siteFolder, folder)) && !IsRefusedLink(new DirectoryInfo(Path.Combine(siteFolder, folder)), folder))
        {
            pending.Push((folder, 0));
        }

        while (pending.TryPop(out var next))
        {
            foreach (var entry in Entries(next.Path))
            {
                var path = next.Path + "/" + entry.Name;
                if (IsPassedOver(entry.Name) || IsRefusedLink(entry, path))
                {
                    continue;
                }

                if (entry is FileInfo)
                {
                    files.Add(new FoundFile(path, entry.FullName));
                }
                else if (next.Depth == MostNesting)
                {
                    Report(ContentRules.UnreadableFile, path, $"folders are nested more than {MostNesting} deep", "Move the files further up.");
                }
                else
                {
                    pending.Push((path, next.Depth + 1));
                }
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>A file of the site's folder itself, or null when there is none.</summary>
    public FoundFile? File(string name)
    {
        var info = new FileInfo(Path.Combine(siteFolder, name));
        return info.Exists && !IsRefusedLink(info, name) ? new FoundFile(name, info.FullName) : null;
    }

    public bool IsFolder(string path) => Directory.Exists(Path.Combine(siteFolder, path));

    public SourceFile? ReadText(FoundFile file) => memory is null ? ReadTextAfresh(file) : memory.Recall(file, ReadTextAfresh);

    public byte[]? ReadAsset(FoundFile file) => memory is null ? ReadAssetAfresh(file) : memory.Recall(file, ReadAssetAfresh);

    private SourceFile? ReadTextAfresh(FoundFile file) =>
        ReadBytes(file, LargestText, "Split it; an issue of a megabyte is a book.") is { } bytes
            ? TextDecoder.Decode(file.Path, bytes, diagnostics)
            : null;

    private byte[]? ReadAssetAfresh(FoundFile file) => ReadBytes(file, LargestAsset, "Make it smaller, or publish it elsewhere and link to it.");

    private byte[]? ReadBytes(FoundFile file, int largest, string mend)
    {
        try
        {
            var length = new FileInfo(file.DiskPath).Length;
            if (length > largest)
            {
                Report(
                    ContentRules.TooLarge,
                    file.Path,
                    $"the file is {length / 1024 / 1024} MB, which is more than {largest / 1024 / 1024} MB",
                    mend);
                return null;
            }

            return System.IO.File.ReadAllBytes(file.DiskPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(file.Path, exception);
            return null;
        }
    }

    private List<FileSystemInfo> Entries(string folder)
    {
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
            return [.. new DirectoryInfo(Path.Combine(siteFolder, folder)).EnumerateFileSystemInfos("*", options)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportUnreadable(folder, exception);
            return [];
        }
    }

    private bool IsRefusedLink(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is null)
        {
            return false;
        }

        Report(
            ContentRules.LeavesSite,
            path,
            "this is a link of the file system, which could lead out of the site's folder",
            "Put the file or folder itself there.");
        return true;
    }

    private void ReportUnreadable(string path, Exception exception) => Report(
        ContentRules.UnreadableFile,
        path,
        exception switch
        {
            UnauthorizedAccessException => "it may not be read",
            FileNotFoundException or DirectoryNotFoundException => "it is no longer there",
            _ => "the disk does not give it",
        },
        "Check that it exists and that you may read it, then build again.");

    private void Report(Rule rule, string path, string message, string mend) =>
        diagnostics.Add(new Diagnostic(rule, null, message, mend) { Path = path });

    private static bool IsPassedOver(string name) =>
        (name[0] == '.' && name != ".well-known") || name[^1] == '~' || name is "Thumbs.db" or "desktop.ini";
}
