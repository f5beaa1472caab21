using System.Collections.Immutable;
using SecPress.Content.Sources;
using SecPress.Model.Diagnostics;

namespace SecPress.Content.Importing;

/// <summary>How a file of the source is read.</summary>
internal enum ImportKind
{
    Markdown,
    ReStructuredText,
    Html,
    Text,
    Asset,
    Other,
}

/// <summary>A file of the source: its path below the source, its place on the disk, and its kind.</summary>
internal sealed record ImportEntry(string Path, string DiskPath, ImportKind Kind)
{
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The file's name without its extension; that of its folder when the file is the folder's index.</summary>
    public string Name
    {
        get
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(Path);
            return name is "index" && Folder.Length > 0 ? Folder[(Folder.LastIndexOf('/') + 1)..] : name;
        }
    }
}

/// <summary>What there is to import: one file, or all of a folder but hidden files and what other generators keep templates and output in.</summary>
public sealed class ImportSource
{
    private const int LargestText = FolderReader.LargestText;

    private static readonly string[] PassedOver = ["_site", "_layouts", "_includes", "_sass", "node_modules", "themes", "layouts", "archetypes", "vendor"];

    private readonly FolderReader reader;

    private ImportSource(FolderReader reader, ImmutableArray<ImportEntry> entries, string? folder) =>
        (this.reader, Entries, SingleFolder) = (reader, entries, folder);

    /// <summary>How many files there are.</summary>
    public int Count => Entries.Length;

    internal ImmutableArray<ImportEntry> Entries { get; }

    /// <summary>The folder of a file that is imported by itself; null for a folder.</summary>
    internal string? SingleFolder { get; }

    /// <summary>Lists a file or folder. What cannot be listed becomes a finding.</summary>
    public static ImportSource Open(string path, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var (parent, name) = (Path.GetDirectoryName(full) ?? full, Path.GetFileName(full));
        var reader = new FolderReader(parent, diagnostics);
        if (!Directory.Exists(full))
        {
            return new ImportSource(reader, reader.File(name) is { } file ? [new ImportEntry(name, file.DiskPath, KindOf(name))] : [], parent);
        }

        var entries = reader.Files(name)
            .Select(f => new ImportEntry(f.Path[(name.Length + 1)..], f.DiskPath, KindOf(f.Path)))
            .Where(e => !e.Path.Split('/')[..^1].Any(PassedOver.Contains));
        return new ImportSource(reader, [.. entries], null);
    }

    /// <summary>The text of an entry; null, with a note, when it cannot be had.</summary>
    internal string? Read(ImportEntry entry, ImportNotes notes)
    {
        try
        {
            var length = new FileInfo(entry.DiskPath).Length;
            if (length > LargestText)
            {
                notes.Left(0, $"the file is {length / 1024 / 1024} MB, more than the {LargestText / 1024 / 1024} MB that an issue may have, and was not imported", "");
                return null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notes.Left(0, "the file cannot be read and was not imported", "");
            return null;
        }

        if (reader.ReadAsset(new FoundFile(entry.Path, entry.DiskPath)) is not { } bytes)
        {
            return null;
        }

        if (ImportedText.WhyNone(bytes) is { } reason)
        {
            notes.Left(0, $"the file {reason}, and was not imported", "");
            return null;
        }

        return ImportedText.Decode(bytes, notes);
    }

    internal static ImportKind KindOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".mkd" or ".mdown" => ImportKind.Markdown,
        ".rst" => ImportKind.ReStructuredText,
        ".html" or ".htm" or ".xhtml" => ImportKind.Html,
        ".txt" or ".text" => ImportKind.Text,
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".svg" or ".avif" or ".pdf" => ImportKind.Asset,
        _ => ImportKind.Other,
    };
}
