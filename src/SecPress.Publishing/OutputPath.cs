using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SecPress.Publishing;

/// <summary>What a path below the output folder may be, on every system a site is built or served on.</summary>
public static class OutputPath
{
    /// <summary>The folder of the output that belongs to the writer itself.</summary>
    public const string OwnFolder = ".secpress";

    // The limit of a name on the file systems in common use, in bytes.
    private const int LongestName = 255;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|");

    private static readonly FrozenSet<string> Devices = new[] { "con", "prn", "aux", "nul" }
        .Concat(Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" }))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a path cannot be published, as the end of a sentence that begins with it; null when it can.</summary>
    public static string? Refuse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return "is empty";
        }

        if (path[0] == '/')
        {
            return "starts at the root of the disk";
        }

        var names = path.Split('/');
        return names[0].Equals(OwnFolder, StringComparison.OrdinalIgnoreCase)
            ? "lies in the folder where SecPress keeps its own records"
            : names.Select(RefuseName).FirstOrDefault(reason => reason is not null);
    }

    /// <summary>Every folder a path lies in, outermost first.</summary>
    internal static IEnumerable<string> Folders(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private static string? RefuseName(string name)
    {
        if (name is "." or "..")
        {
            return "leads out of its folder";
        }

        if (name.Length == 0)
        {
            return "has an empty name in it";
        }

        if (name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl))
        {
            return "has a character in it that not every system takes in a file name";
        }

        if (name[^1] is '.' or ' ')
        {
            return "has a name in it that ends with a full stop or a space";
        }

        if (Devices.Contains(name.Split('.')[0]))
        {
            return "has a name in it that Windows keeps for a device";
        }

        return Encoding.UTF8.GetByteCount(name) > LongestName ? "has a name in it that is longer than 255 bytes" : null;
    }
}
