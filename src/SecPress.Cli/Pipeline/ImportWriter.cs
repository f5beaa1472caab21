using SecPress.Content.Importing;
using SecPress.Model.Sites;

namespace SecPress.Cli.Pipeline;

/// <summary>What an import came to: the files it made, below the site's folder, and what is to be told.</summary>
internal sealed record ImportOutcome(List<ImportedFile> Issues, List<ImportedFile> Pages, int Copied, List<ImportNote> Notes);

/// <summary>Writes what was imported below <c>content/</c>. A file that is there stays as it is, whatever it holds.</summary>
internal sealed class ImportWriter(string siteFolder, Site site, bool dryRun)
{
    private readonly HashSet<string> slugs = [.. site.Issues.Select(i => "issues/" + i.Slug), .. site.Pages.Select(p => "pages/" + p.Slug)];
    private int copied;

    public ImportOutcome Outcome => new(Issues, Pages, copied, Notes);

    private List<ImportedFile> Issues { get; } = [];

    private List<ImportedFile> Pages { get; } = [];

    private List<ImportNote> Notes { get; } = [];

    public void Take(ImportStep step)
    {
        if (step.File is not { } file)
        {
            Notes.AddRange(step.Notes);
            return;
        }

        var path = Path.Combine(siteFolder, "content", file.Path);
        if (file.Text is not null && (File.Exists(path) || slugs.Contains(file.Path[..^3])))
        {
            Notes.Add(new ImportNote(ImportNoteKind.Left, Path.GetFileName(file.Source), 0, $"there is already a content/{file.Path}; it was left as it is", ""));
            return;
        }

        Notes.AddRange(step.Notes);
        if (file.Text is { } text)
        {
            Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                writer.Write(text);
            });
            (file.Path.StartsWith("issues/", StringComparison.Ordinal) ? Issues : Pages).Add(file with { Text = null });
        }
        else if (!File.Exists(path))
        {
            Write(path, stream =>
            {
                using var picture = File.OpenRead(file.Source);
                picture.CopyTo(stream);
            });
            copied++;
        }
        else if (!SameBytes(path, file.Source))
        {
            Notes.Add(new ImportNote(ImportNoteKind.Left, Path.GetFileName(file.Source), 0, $"there is another content/{file.Path}; it was left as it is", ""));
        }
    }

    // Beside its place first, under a name that nothing reads, and then into it in one step: the next run leaves alone what is there, so
    // that half an issue would stay one.
    private void Write(string path, Action<FileStream> write)
    {
        if (dryRun)
        {
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        var staged = Path.Combine(folder, $".{Path.GetFileName(path)}.imported");
        Directory.CreateDirectory(folder);
        try
        {
            using (var stream = new FileStream(staged, FileMode.Create))
            {
                write(stream);
            }

            File.Move(staged, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(staged);
            throw;
        }
    }

    private static bool SameBytes(string one, string other) =>
        new FileInfo(one).Length == new FileInfo(other).Length && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
