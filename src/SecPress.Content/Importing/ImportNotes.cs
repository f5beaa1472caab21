namespace SecPress.Content.Importing;

/// <summary>Collects what is to be told of one file.</summary>
internal sealed class ImportNotes
{
    private readonly string path;
    private readonly int everyLine;
    private readonly List<ImportNote> notes;
    private readonly HashSet<ImportNote> known;

    public ImportNotes(string path) => (this.path, notes, known) = (path, [], []);

    private ImportNotes(ImportNotes all, int line) => (path, everyLine, notes, known) = (all.path, line, all.notes, all.known);

    /// <summary>In the order of lines.</summary>
    public IReadOnlyList<ImportNote> All => [.. notes.OrderBy(n => n.Line)];

    /// <summary>The same collection for a piece of the file that is read by itself: all of it stands on one line.</summary>
    public ImportNotes At(int line) => new(this, line);

    public void Taken(int line, string message, string words) => Add(ImportNoteKind.Taken, line, message, words);

    public void Look(int line, string message, string words = "") => Add(ImportNoteKind.Look, line, message, words);

    public void Left(int line, string message, string words) => Add(ImportNoteKind.Left, line, message, words);

    private void Add(ImportNoteKind kind, int line, string message, string words)
    {
        var told = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var note = new ImportNote(kind, path, everyLine > 0 ? everyLine : line, message, told);
        if (known.Add(note))
        {
            notes.Add(note);
        }
    }
}
