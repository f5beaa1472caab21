using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecPress.Publishing;

/// <summary>A file of ours: its SHA-256 when it was published, and the key it was made under, if it had one.</summary>
internal readonly record struct OwnFile(string Sha256, string? Key);

/// <summary>
/// Which files of the output folder are ours. Written as <c>sha256sum</c> writes it, so that
/// <c>sha256sum -c .secpress/manifest.sha256</c> tells whether a copy of a site is whole; a key stands in a comment of its own, which
/// that program passes over, and so does a SecPress that knows no keys.
/// </summary>
internal sealed class SiteManifest(IEnumerable<KeyValuePair<string, OwnFile>> files)
{
    private const string KeyComment = "#key ";

    private const int HashLength = SHA256.HashSizeInBytes * 2;

    public static readonly SiteManifest Empty = new([]);

    public FrozenDictionary<string, OwnFile> Files { get; } = files.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What cannot have been written by us is left out: such a file is nobody's to delete.</summary>
    public static SiteManifest Parse(string text)
    {
        var files = new Dictionary<string, OwnFile>(StringComparer.Ordinal);
        string? key = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(KeyComment, StringComparison.Ordinal))
            {
                key = IsHash(line[KeyComment.Length..]) ? line[KeyComment.Length..] : null;
                continue;
            }

            if (line.Length > HashLength + 2 && IsHash(line[..HashLength]) && OutputPath.Refuse(line[(HashLength + 2)..]) is null)
            {
                files[line[(HashLength + 2)..]] = new OwnFile(line[..HashLength], key);
            }

            key = null;
        }

        return new SiteManifest(files);
    }

    public override string ToString() => Files
        .OrderBy(f => f.Key, StringComparer.Ordinal)
        .Aggregate(new StringBuilder(), (text, f) => (f.Value.Key is { } key ? text.Append(KeyComment).Append(key).Append('\n') : text)
            .Append(CultureInfo.InvariantCulture, $"{f.Value.Sha256}  {f.Key}\n"))
        .ToString();
}
