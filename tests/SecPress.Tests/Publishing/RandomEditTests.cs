using CsCheck;
using SecPress.Model.Diagnostics;

namespace SecPress.Tests.Publishing;

public sealed class RandomEditTests
{
    // Names that may stand for a file in one edit and for a folder in the next.
    private static readonly Gen<string> Paths = Gen.OneOf(
        "index.html", "feed.xml", "a", "a/index.html", "a/b", "a/b/index.html", "a/b/c.css", "b", "b/index.html", "c.css", "d/x.png", "d/e/y.png");

    private static readonly Gen<Dictionary<string, string>> Sites =
        Gen.Select(Paths, Gen.Int[0, 3]).List[0, 8].Select(files =>
        {
            var site = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (path, version) in files)
            {
                if (!site.Keys.Any(p => p.StartsWith(path + "/", StringComparison.Ordinal) || path.StartsWith(p + "/", StringComparison.Ordinal)))
                {
                    site[path] = $"version {version}";
                }
            }

            return site;
        });

    // Each edit: the site it leads to, and at which step its publish is killed (most are not).
    private static readonly Gen<List<(Dictionary<string, string> Site, int KillAt)>> Edits =
        Gen.Select(Sites, Gen.Int[-30, 30].Select(n => Math.Max(0, n))).List[1, 6];

    // Which file somebody scribbles on, and which one they delete, before the last build; by their place among the last site's.
    private static readonly Gen<(int Scribbled, int Deleted)> Hands = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]);

    [Fact]
    public void Any_sequence_of_edits_and_kills_ends_in_what_a_build_into_an_empty_folder_gives() =>
        Gen.Select(Edits, Hands).Sample(
            (edits, hands) =>
            {
                using var site = new PublishedSite();
                foreach (var (files, killAt) in edits)
                {
                    try
                    {
                        site.TryPublish(files, new DiagnosticBag(), new FaultyDisk(killAt));
                    }
                    catch (KilledException)
                    {
                        // The next edit begins where this one died.
                    }
                }

                var last = edits[^1].Site;
                site.Publish(last);
                foreach (var (path, at) in last.Keys.Order(StringComparer.Ordinal).Select((p, i) => (p, i)))
                {
                    if (at == hands.Scribbled)
                    {
                        site.Write(path, "version 9");
                    }

                    if (at == hands.Deleted)
                    {
                        File.Delete(site[path]);
                    }
                }

                site.Publish(last);
                Assert.Equal(new SortedDictionary<string, string>(last, StringComparer.Ordinal), site.Contents());
                Assert.Empty(site.Publish(last).Changed);
            },
            iter: 300,
            threads: 1);
}
