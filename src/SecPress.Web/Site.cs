using System.Text;

namespace SecPress.Web;

/// <summary>The files of a snapshot by the addresses that a browser asks for, with the folder of the base URL before them.</summary>
internal static class Site
{
    /// <summary>The address of the home page: the path of the base URL, which starts and ends with a slash.</summary>
    public static string RootOf(PreviewSnapshot snapshot) => snapshot.BaseUrl?.AbsolutePath ?? "/";

    public static PreviewFile? Find(PreviewSnapshot snapshot, string address) =>
        Below(snapshot, address) is { } path ? snapshot.Find(path) : null;

    /// <summary>The page that a browser shows at an address, be it the one for unknown addresses.</summary>
    public static PreviewFile PageAt(PreviewSnapshot snapshot, string address) =>
        Find(snapshot, Uri.UnescapeDataString(address)) ?? snapshot.NotFound;

    /// <summary>The address with the slash that is missing at the end of a folder's; null when none is.</summary>
    public static string? FolderAt(PreviewSnapshot snapshot, string address) =>
        !address.EndsWith('/') && Find(snapshot, address) is null && Find(snapshot, address + "/") is not null
            ? string.Join('/', (address + "/").Split('/').Select(Uri.EscapeDataString))
            : null;

    /// <summary>A page's bytes with the script that watches over it; any other file's as they are.</summary>
    public static byte[] Watched(PreviewFile file) =>
        file.OutputPath.EndsWith(".html", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(ShownPage.Of(file.Bytes!).Html) : file.Bytes!;

    private static string? Below(PreviewSnapshot snapshot, string address) =>
        RootOf(snapshot) is var root && address.StartsWith(root, StringComparison.Ordinal) ? address[root.Length..] : null;
}
