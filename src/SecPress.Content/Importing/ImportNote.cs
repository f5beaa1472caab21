namespace SecPress.Content.Importing;

/// <summary>What an import tells of a piece of the source.</summary>
public enum ImportNoteKind
{
    /// <summary>Its words stand in front matter now, or in a page's template, and no longer in the body.</summary>
    Taken,

    /// <summary>It is in the issue, and somebody should look at it.</summary>
    Look,

    /// <summary>It is not in the issue.</summary>
    Left,
}

/// <summary>One line of the list that an import ends with.</summary>
/// <param name="Kind">Whether it was taken, wants a look, or was left out.</param>
/// <param name="Path">The file of the source, relative to where the import began.</param>
/// <param name="Line">The line in it, from 1; 0 for the file as a whole.</param>
/// <param name="Message">What happened, and what to do.</param>
/// <param name="Words">The words of the source it is about, so that nothing is lost; empty when they stand in the issue.</param>
public sealed record ImportNote(ImportNoteKind Kind, string Path, int Line, string Message, string Words)
{
    public override string ToString() =>
        $"{Path}{(Line > 0 ? $"({Line})" : "")}: {Message}{(Words.Length > 0 ? $": “{Words}”" : "")}";
}
