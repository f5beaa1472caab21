namespace SecPress.Content.Sources;

/// <summary>Where a Markdown file of the content stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Its name without the extension, or that of the folder it is the index of; empty for the index of all pages.</param>
/// <param name="Folder">The folders above, each with a slash behind it; empty at the top.</param>
/// <param name="Own">The folder whose files are its own, when it is an index; null otherwise.</param>
internal sealed record ContentPlace(FoundFile File, string Name, string Folder, string? Own)
{
    private const string Index = "index.md";

    /// <summary>An issue's file: straight in the folder of all, or the index of a folder there. Null for any other.</summary>
    public static ContentPlace? OfIssue(FoundFile file, string root)
    {
        var path = file.Path[root.Length..];
        return path.Split('/') switch
        {
            [var name] => new ContentPlace(file, name[..^3], "", null),
            [var name, Index] => new ContentPlace(file, name, "", $"{root}{name}/"),
            _ => null,
        };
    }

    /// <summary>A page's file, in folders to any depth. Files beside the index of all pages are nobody's own.</summary>
    public static ContentPlace OfPage(FoundFile file, string root)
    {
        var path = file.Path[root.Length..];
        return path.Split('/') switch
        {
            [Index] => new ContentPlace(file, "", "", null),
            [.. var above, var name, Index] => new ContentPlace(file, name, Joined(above), file.Path[..^Index.Length]),
            [.. var above, var name] => new ContentPlace(file, name[..^3], Joined(above), null),
            _ => throw new ArgumentException($"'{file.Path}' is no file's path.", nameof(file)),
        };
    }

    private static string Joined(IEnumerable<string> folders) => string.Concat(folders.Select(f => f + "/"));
}
