using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Publishing;
using SecPress.Tests.Support;

namespace SecPress.Tests.Publishing;

/// <summary>
/// An output folder under test, published to from texts by path. A file's text is the paths it refers to, a word each. Pictures and
/// styles have keys, as what is drawn has.
/// </summary>
internal sealed class PublishedSite : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Output => folder["output"];

    public string this[string path] => Path.Combine(Output, path);

    public static ImmutableArray<Composition> Compose(IEnumerable<KeyValuePair<string, string>> files) =>
        [.. files.Select(f => new Composition(f.Key, "content/" + f.Key, _ => Encoding.UTF8.GetBytes(f.Value)) { Key = KeyOf(f.Key, f.Value) })];

    private static string? KeyOf(string path, string text) => Path.GetExtension(path) is ".png" or ".css"
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("key of " + text)))
        : null;

    /// <summary>Publishes, and fails the test when that does.</summary>
    public PublishResult Publish(params (string Path, string Text)[] files) =>
        Publish(files.Select(f => KeyValuePair.Create(f.Path, f.Text)));

    public PublishResult Publish(IEnumerable<KeyValuePair<string, string>> files, DiagnosticBag? bag = null)
    {
        var result = TryPublish(files, bag ?? new DiagnosticBag(), null);
        Assert.NotNull(result);
        Assert.Null(result.Failure);
        return result;
    }

    /// <summary>Null when the findings have errors.</summary>
    public PublishResult? TryPublish(IEnumerable<KeyValuePair<string, string>> files, DiagnosticBag bag, IDisk? disk)
    {
        using var writer = SiteWriter.Open(Output, disk);
        var staging = writer.Stage(Compose(files), bag, jobs: 2);
        return bag.HasErrors ? null : staging.Commit();
    }

    /// <summary>The next command: it brings an interrupted publish to its end.</summary>
    public void Recover()
    {
        using var writer = SiteWriter.Open(Output);
        Assert.Null(writer.Failure);
    }

    public void Write(string path, string text) => folder.Write("output/" + path, text);

    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>Every file with its text, and every empty folder with none; the writer's own folder apart.</summary>
    public SortedDictionary<string, string> Contents()
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(Output))
        {
            return contents;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(Output, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Output, entry).Replace('\\', '/');
            if (path.StartsWith(".secpress", StringComparison.Ordinal))
            {
                continue;
            }

            if (File.Exists(entry))
            {
                contents[path] = File.ReadAllText(entry);
            }
            else if (!Directory.EnumerateFileSystemEntries(entry).Any())
            {
                contents[path + "/"] = "";
            }
        }

        return contents;
    }

    /// <summary>What the writer's own folder holds.</summary>
    public IEnumerable<string> Records() =>
        Directory.EnumerateFileSystemEntries(this[".secpress"]).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal);

    public void Dispose() => folder.Dispose();
}
