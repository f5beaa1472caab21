using System.Diagnostics;
using SecPress.EndToEnd.Support;

namespace SecPress.EndToEnd.Building;

public sealed class KilledBuildTests
{
    private const int Kills = 20;

    [Fact]
    public async Task A_build_killed_at_any_moment_leaves_whole_pages_and_the_next_one_completes_the_site()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.Join("before"), folder.Join("after"));
        SampleSite.CopyTo(before);
        SampleSite.CopyTo(after);
        var settings = Path.Combine(after, "site.yml");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("title: ", "title: Revised ", StringComparison.Ordinal));

        await BuildAsync(before, folder.Join("old"));
        var clock = Stopwatch.StartNew();
        await BuildAsync(after, folder.Join("new"));
        var duration = clock.Elapsed;
        var (oldPages, newPages) = (Read(folder.Join("old")), Read(folder.Join("new")));
        Assert.NotEqual(oldPages["index.html"], newPages["index.html"]);

        var output = folder.Join("output");
        var moments = new Random(20170629);
        for (var kill = 1; kill <= Kills; kill++)
        {
            Restore(folder.Join("old"), output);
            var moment = duration * moments.NextDouble();
            using (var build = SecPressProgram.Start(Arguments(after, output)))
            {
                await Task.Delay(moment);
                build.Kill();
                await build.WaitForExitAsync();
            }

            AssertWhole(Read(output), oldPages, newPages, $"kill {kill}, {moment.TotalMilliseconds:0} ms after the start");
            await BuildAsync(after, output);
            AssertSame(newPages, Read(output));
        }
    }

    /// <summary>Puts the old site back, with what the builder remembers of it.</summary>
    private static void Restore(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Each page is the old one or the new one, and none that both sites have is missing.</summary>
    private static void AssertWhole(Dictionary<string, string> found, Dictionary<string, string> old, Dictionary<string, string> @new, string when)
    {
        foreach (var (path, text) in found)
        {
            Assert.True(text == old.GetValueOrDefault(path) || text == @new.GetValueOrDefault(path), $"{path} is neither the old page nor the new one ({when}).");
        }

        Assert.True(old.Keys.Intersect(@new.Keys).All(found.ContainsKey), $"A page is missing ({when}).");
    }

    private static void AssertSame(Dictionary<string, string> expected, Dictionary<string, string> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    private static string[] Arguments(string site, string output) =>
        ["build", "--site", site, "--output", output, "--clock", SampleSite.Clock];

    private static Task<Outcome> BuildAsync(string site, string output) => SecPressProgram.SucceedAsync(Arguments(site, output));

    /// <summary>The published files by their paths, without the builder's own folder. Latin-1 keeps every byte distinct.</summary>
    private static Dictionary<string, string> Read(string output) =>
        Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith(".secpress/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(output, path), System.Text.Encoding.Latin1), StringComparer.Ordinal);
}
