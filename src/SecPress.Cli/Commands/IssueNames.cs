namespace SecPress.Cli.Commands;

/// <summary>The names of a site's issues as their files tell them: what completion offers, without reading any.</summary>
internal static class IssueNames
{
    /// <summary>Newest first, as far as names tell; empty where there is no site.</summary>
    /// <param name="siteFolder">The site's folder.</param>
    public static IEnumerable<string> Of(string siteFolder)
    {
        var folder = Path.Combine(siteFolder, "content", "issues");
        try
        {
            return Directory.EnumerateFileSystemEntries(folder)
                .Select(NameOf)
                .OfType<string>()
                .OrderDescending(StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? NameOf(string entry) =>
        Path.GetExtension(entry) == ".md" ? Path.GetFileNameWithoutExtension(entry)
        : File.Exists(Path.Combine(entry, "index.md")) ? Path.GetFileName(entry)
        : null;
}
