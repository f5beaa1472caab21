using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SecPress.Rendering.Search;

/// <summary>
/// The files of an index, each compressed and named by what is in it, so that browsers and caches may keep it for good and a host need
/// not compress. The name is of the content before compression: it stays the same whichever compressor made the bytes.
/// </summary>
internal sealed class Payload
{
    public const string Folder = "search/";
    public const string Extension = ".bin";

    /// <summary>Bytes of SHA-256 in a name. With 10⁵ files, two of different content get one name once in 10⁹ sites.</summary>
    public const int HashBytes = 8;

    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, byte[]>> Files => files.OrderBy(f => f.Key, StringComparer.Ordinal);

    /// <summary>Adds a file of a kind, which is its folder, and gives the hash that names it.</summary>
    public byte[] Add(string kind, ReadOnlySpan<byte> content)
    {
        var hash = SHA256.HashData(content)[..HashBytes];
        files.TryAdd(PathOf(kind, hash), Compress(content));
        return hash;
    }

    public static string PathOf(string kind, ReadOnlySpan<byte> hash) => $"{Folder}{kind}/{Convert.ToHexStringLower(hash)}{Extension}";

    // RFC 1951 alone: the header of gzip names the operating system, and would differ between machines.
    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var target = new MemoryStream(content.Length / 2 + 64);
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return target.ToArray();
    }
}
