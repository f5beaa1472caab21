namespace SecPress.EndToEnd.Support;

/// <summary>
/// A copy of the sample publication to build and change. The repository's templates are left behind: the program carries
/// them, and that is what a user's site gets.
/// </summary>
internal static class SampleSite
{
    /// <summary>The issue that every test of an edition looks at, with tables of seats, parties and meetings.</summary>
    public const string Issue = "2017-06";

    /// <summary>After the sample's last issue, so that all of it is built, whatever the day.</summary>
    public const string Clock = "2017-09-01T09:00:00Z";

    private static readonly string Root = FindRoot();

    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Root, "site.yml"), Path.Combine(folder, "site.yml"));
        var content = Path.Combine(Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "content", Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SecPress.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from a checkout of the repository, whose SecPress.sln was not found.");
    }
}
