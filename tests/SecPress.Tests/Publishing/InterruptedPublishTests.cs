using SecPress.Model.Diagnostics;
using SecPress.Publishing;

namespace SecPress.Tests.Publishing;

/// <summary>Stops a publish at every single step it takes on the disk.</summary>
public sealed class InterruptedPublishTests
{
    private static readonly SortedDictionary<string, string> Old = Files(
        ("index.html", "style.css issues/1/index.html issues/2/index.html archive/2017/index.html"),
        ("archive/2017/index.html", "issues/1/index.html issues/2/index.html"),
        ("feed.xml", "issues/1/index.html issues/2/index.html"),
        ("issues/1/index.html", "style.css issues/2/index.html issues/1/map.png"),
        ("issues/1/map.png", ""),
        ("issues/2/index.html", "style.css issues/1/index.html"),
        ("about/index.html", "style.css index.html"),
        ("style.css", ""));

    // The style has another name, issue 1 is gone with its picture, issue 3 is new, and so is its year's archive.
    private static readonly SortedDictionary<string, string> New = Files(
        ("index.html", "style-2.css issues/2/index.html issues/3/index.html archive/2017/index.html archive/2018/index.html"),
        ("archive/2017/index.html", "issues/2/index.html"),
        ("archive/2018/index.html", "issues/3/index.html"),
        ("feed.xml", "issues/2/index.html issues/3/index.html"),
        ("issues/2/index.html", "style-2.css issues/3/index.html"),
        ("issues/3/index.html", "style-2.css issues/2/index.html issues/3/plot.svg archive/2018/index.html"),
        ("issues/3/plot.svg", ""),
        ("about/index.html", "style-2.css index.html"),
        ("style-2.css", ""));

    [Fact]
    public void A_publish_killed_at_any_step_leaves_each_page_whole_and_is_completed_or_forgotten_by_the_next_command()
    {
        var (forgotten, completed) = (0, 0);
        for (var step = 1; ; step++)
        {
            using var site = new PublishedSite();
            site.Publish(Old);
            var disk = new FaultyDisk(killAt: step);
            try
            {
                site.TryPublish(New, new DiagnosticBag(), disk);
            }
            catch (KilledException)
            {
                // What a kill looks like from inside.
            }

            if (!disk.WasReached)
            {
                break;
            }

            AssertEveryPageIsWhole(site);
            site.Recover();
            var isNew = site.Contents().SequenceEqual(New);
            Assert.True(isNew || site.Contents().SequenceEqual(Old), $"Killed at step {step}, the site is neither the old nor the new one.");
            _ = isNew ? completed++ : forgotten++;
            Assert.Subset(new HashSet<string> { "journal.new", "lock", "manifest.sha256", "manifest.sha256.new" }, site.Records().ToHashSet());
            site.Publish(New);
            Assert.Equal(New, site.Contents());
        }

        Assert.True(forgotten > 5 && completed > 15, $"{forgotten} forgotten, {completed} completed");
    }

    [Fact]
    public void A_recovery_killed_at_any_step_is_completed_by_the_one_after()
    {
        for (var step = 1; ; step++)
        {
            using var site = new PublishedSite();
            site.Publish(Old);
            Assert.Throws<KilledException>(() => site.TryPublish(New, new DiagnosticBag(), new FaultyDisk(killAt: MidPublish())));
            var disk = new FaultyDisk(killAt: step);
            try
            {
                SiteWriter.Open(site.Output, disk).Dispose();
            }
            catch (KilledException)
            {
                // What a kill looks like from inside.
            }

            AssertEveryPageIsWhole(site);
            site.Recover();
            Assert.Equal(New, site.Contents());
            if (!disk.WasReached)
            {
                Assert.True(step > 5);
                break;
            }
        }
    }

    [Fact]
    public void At_every_instant_of_a_publish_whatever_a_reader_can_reach_is_there()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        var instants = 0;
        var disk = new FaultyDisk(afterEachStep: () =>
        {
            instants++;
            AssertEveryPageIsWhole(site);
        });

        // One thread, so that an instant is one.
        using (var writer = SiteWriter.Open(site.Output, disk))
        {
            writer.Stage(PublishedSite.Compose(New), new DiagnosticBag(), jobs: 1).Commit();
        }

        Assert.Equal(New, site.Contents());
        Assert.True(instants > 30, $"{instants} instants");
    }

    public static TheoryData<string> Failures => ["full", "read-only", "forbidden", "other"];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_disk_that_fails_at_any_step_is_a_message_and_the_next_build_mends_it(string kind)
    {
        Exception Failure() => kind switch
        {
            "full" => new IOException("No space left on device", 28),
            "read-only" => new IOException("Read-only file system", 30),
            "forbidden" => new UnauthorizedAccessException("Access to the path is denied."),
            _ => new IOException("Input/output error", 5),
        };

        var messages = new SortedSet<string>(StringComparer.Ordinal);
        for (var step = 1; ; step++)
        {
            using var site = new PublishedSite();
            site.Publish(Old);
            var disk = new FaultyDisk(failAt: step, failure: Failure);
            var result = site.TryPublish(New, new DiagnosticBag(), disk);
            if (!disk.WasReached)
            {
                break;
            }

            AssertEveryPageIsWhole(site);
            if (result?.Failure is { } failure)
            {
                messages.Add($"{failure.Message}\n  {failure.Mend}\n");
                if (failure.Mend.EndsWith(PublishedSiteIsAsItWas, StringComparison.Ordinal))
                {
                    Assert.Equal(Old, site.Contents());
                }
            }

            site.Publish(New);
            Assert.Equal(New, site.Contents());
        }

        Support.Golden.Verify(string.Join('\n', messages), variant: kind);
    }

    [Fact]
    public void A_disk_that_fails_while_an_interrupted_publish_is_completed_does_not_claim_that_the_site_is_the_old_one()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Assert.Throws<KilledException>(() => site.TryPublish(New, new DiagnosticBag(), new FaultyDisk(killAt: MidPublish())));
        var disk = new FaultyDisk(failAt: 2, failure: () => new IOException("No space left on device", 28));
        var result = site.TryPublish(New, new DiagnosticBag(), disk);
        Assert.DoesNotContain(PublishedSiteIsAsItWas, result?.Failure?.Mend, StringComparison.Ordinal);
        site.Recover();
        Assert.Equal(New, site.Contents());
    }

    [Fact]
    public void A_staged_file_that_a_power_cut_emptied_never_becomes_a_page()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        Assert.Throws<KilledException>(() => site.TryPublish(New, new DiagnosticBag(), new FaultyDisk(killAt: MidPublish())));
        foreach (var staged in Directory.EnumerateFiles(site[".secpress/staging"]))
        {
            File.WriteAllText(staged, "");
        }

        site.Recover();
        Assert.DoesNotContain("", site.Contents().Where(f => f.Key.EndsWith("html", StringComparison.Ordinal)).Select(f => f.Value));
        site.Publish(New);
        Assert.Equal(New, site.Contents());
    }

    private const string PublishedSiteIsAsItWas = "The published site is as it was.";

    // The step after which the first page has been put in place.
    private static int MidPublish()
    {
        using var site = new PublishedSite();
        site.Publish(Old);
        var found = 0;
        FaultyDisk disk = null!;
        disk = new FaultyDisk(afterEachStep: () =>
        {
            if (found == 0 && File.Exists(site["issues/3/index.html"]))
            {
                found = disk.Steps + 1;
            }
        });
        site.TryPublish(New, new DiagnosticBag(), disk);
        return found;
    }

    private static void AssertEveryPageIsWhole(PublishedSite site)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var toRead = new Queue<string>(["index.html", "feed.xml", "about/index.html"]);
        while (toRead.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            Assert.True(File.Exists(site[path]), $"'{path}' can be reached but is not there");
            var text = site.Read(path);
            Assert.True(
                (Old.TryGetValue(path, out var old) && old == text) || (New.TryGetValue(path, out var next) && next == text),
                $"'{path}' is neither the old nor the new one: '{text}'");
            foreach (var link in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                toRead.Enqueue(link);
            }
        }
    }

    private static SortedDictionary<string, string> Files(params (string Path, string Text)[] files)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            sorted.Add(path, text);
        }

        return sorted;
    }
}
