using System.Collections.Concurrent;

namespace SecPress.Cli.Preview;

/// <summary>What outlives one state of the site: pages as they last were in order, and images by what they are drawn from.</summary>
internal sealed class ShownBefore
{
    // Far more than a person looks at in a sitting; then it starts anew.
    private const int MostPages = 300;
    private const int MostImages = 300;

    private readonly ConcurrentDictionary<string, byte[]> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> images = new(StringComparer.Ordinal);

    public byte[]? Of(string path) => pages.GetValueOrDefault(path);

    public void Remember(string path, byte[] bytes)
    {
        Bound(pages, MostPages);
        pages[path] = bytes;
    }

    /// <summary>An image by the key of its composition.</summary>
    public byte[]? Drawn(string key, Func<byte[]?> draw)
    {
        if (images.TryGetValue(key, out var known))
        {
            return known;
        }

        if (draw() is not { } drawn)
        {
            return null;
        }

        Bound(images, MostImages);
        return images[key] = drawn;
    }

    private static void Bound(ConcurrentDictionary<string, byte[]> entries, int most)
    {
        if (entries.Count >= most)
        {
            entries.Clear();
        }
    }
}
