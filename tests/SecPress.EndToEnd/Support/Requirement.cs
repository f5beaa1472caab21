namespace SecPress.EndToEnd.Support;

/// <summary>
/// What a machine must have for a test. Where it is missing the test is skipped and says how to install it; on the build
/// server (<c>CI=true</c>) a skip would hide a broken installation, so there it fails.
/// </summary>
internal static class Requirement
{
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries), "/usr/sbin", "/usr/bin"];

    private static bool IsBuildServer =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a program, or a skip that names the Debian package to install.</summary>
    public static string Program(string name, string package) =>
        Find(name) ?? throw Missing($"{name} is not installed. On Debian: apt-get install {package}");

    public static string? Find(string name) =>
        Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Private mail servers switch users, which only root may do.</summary>
    public static void Root()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw Missing("Private instances of Postfix and Dovecot need root. Run this test with sudo.");
        }
    }

    private static Exception Missing(string why) => IsBuildServer ? new InvalidOperationException(why) : new SkipException(why);
}
