using System.Collections.Frozen;

namespace SecPress.Web;

/// <summary>The preview's own page, scripts and style sheets, which the program carries.</summary>
internal static class EmbeddedFiles
{
    private const string Prefix = "preview/";

    private static readonly FrozenDictionary<string, byte[]> Files = typeof(EmbeddedFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public static byte[]? Find(string name) => Files.GetValueOrDefault(name);

    private static byte[] Read(string resource)
    {
        using var stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
