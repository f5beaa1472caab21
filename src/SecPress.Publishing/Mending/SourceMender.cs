using System.Text;
using SecPress.Model.Diagnostics;

namespace SecPress.Publishing.Mending;

/// <summary>How the mending of a file ended.</summary>
public enum MendOutcome
{
    Written,

    /// <summary>The file is no longer what was read, and was left alone.</summary>
    ChangedMeanwhile,
}

/// <summary>Puts mended texts in the place of the files they were read from, each in one step.</summary>
/// <param name="siteFolder">The folder that the paths of source files start from.</param>
/// <param name="disk">Takes the changes.</param>
public sealed class SourceMender(string siteFolder, IDisk disk)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Keeps the file's byte order mark and permissions.</summary>
    public MendOutcome Write(FileFix fix)
    {
        ArgumentNullException.ThrowIfNull(fix);
        var path = Path.Combine(siteFolder, fix.File.Path);

        // A name with a dot in front is passed over by whoever reads the folder meanwhile.
        var staged = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.mended");
        if (!File.Exists(path))
        {
            return MendOutcome.ChangedMeanwhile;
        }

        var mark = File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble : default;
        byte[] mended = [.. mark, .. Utf8.GetBytes(fix.Text)];
        disk.Write(staged, mended, durable: true);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(staged, File.GetUnixFileMode(path));
        }

        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual([.. mark, .. Utf8.GetBytes(fix.File.Text)]))
        {
            disk.Delete(staged);
            return MendOutcome.ChangedMeanwhile;
        }

        disk.Replace(staged, path);
        return MendOutcome.Written;
    }
}
