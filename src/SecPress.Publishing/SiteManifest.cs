using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecPress.Publishing;

/// <summary>
/// Which files of the output folder are ours, with their SHA-256 when they were published. Written as <c>sha256sum</c> writes it, so
/// that <c>sha256sum -c .secpress/manifest.sha256</c> tells whether a copy of a site is whole.
/// </summary>
internal sealed class SiteManifest(IEnumerable<KeyValuePair<string, string>> files)
{
    private const int HashLength = SHA256.HashSizeInBytes * 2;

    public static readonly SiteManifest Empty = new([]);

    public FrozenDictionary<string, string> Files { get; } = files.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What cannot have been written by us is left out: such a file is nobody's to delete.</summary>
    public static SiteManifest Parse(string text)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > HashLength + 2 && IsHash(line[..HashLength]) && OutputPath.Refuse(line[(HashLength + 2)..]) is null)
            {
                files[line[(HashLength + 2)..]] = line[..HashLength];
            }
        }

        return new SiteManifest(files);
    }

    public override string ToString() => Files
        .OrderBy(f => f.Key, StringComparer.Ordinal)
        .Aggregate(new StringBuilder(), (text, f) => text.Append(CultureInfo.InvariantCulture, $"{f.Value}  {f.Key}\n"))
        .ToString();
}
