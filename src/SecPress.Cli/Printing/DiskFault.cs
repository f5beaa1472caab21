using System.Text.RegularExpressions;

namespace SecPress.Cli.Printing;

/// <summary>Says what a disk refused in the words of somebody who looks at folders, not at the platform's exceptions.</summary>
internal static partial class DiskFault
{
    // ENOSPC and EDQUOT of POSIX, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // EROFS.
    private const int ReadOnlyDisk = 30;

    public static (string Message, string Mend) Explain(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var path = QuotedPath().Match(exception.Message) is { Success: true } match ? match.Value : "a file";
        return exception switch
        {
            IOException when Full.Contains(exception.HResult) || exception.Message.Contains("disk was full", StringComparison.Ordinal) =>
                ($"the disk is full: {path} could not be written", "Make room and run the command again."),
            IOException { HResult: ReadOnlyDisk } => ($"{path} is on a disk that may not be written", "Choose another folder."),
            UnauthorizedAccessException =>
                ($"you may not write or read {path}", "Change the permissions of the file or of its folder, or choose another place, and run the command again."),
            _ => (exception.Message.TrimEnd('.'), "Mend that and run the command again."),
        };
    }

    [GeneratedRegex("'[^']+'", RegexOptions.None, 10_000)]
    private static partial Regex QuotedPath();
}
