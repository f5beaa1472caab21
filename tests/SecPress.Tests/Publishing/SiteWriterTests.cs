using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Publishing;
using SecPress.Tests.Support;

namespace SecPress.Tests.Publishing;

public sealed class SiteWriterTests : IDisposable
{
    private readonly PublishedSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void Says_what_it_added_changed_left_and_deleted()
    {
        site.Publish(("index.html", "one"), ("a/index.html", "a"), ("b/index.html", "b"));
        var result = site.Publish(("index.html", "two"), ("a/index.html", "a"), ("c/index.html", "c"));
        Assert.Equal(["c/index.html"], result.Added.ToArray());
        Assert.Equal(["index.html"], result.Changed.ToArray());
        Assert.Equal(["a/index.html"], result.Unchanged.ToArray());
        Assert.Equal(["b/index.html"], result.Deleted.ToArray());
        Assert.Equal(["a/index.html", "c/index.html", "index.html"], site.Contents().Keys);
        Assert.Equal("two", site.Read("index.html"));
    }

    [Fact]
    public void Leaves_an_unchanged_file_untouched()
    {
        site.Publish(("index.html", "one"), ("a.css", "a"));
        var longAgo = new DateTime(2017, 6, 29, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(site["a.css"], longAgo);
        site.Publish(("index.html", "two"), ("a.css", "a"));
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(site["a.css"]));
    }

    [Fact]
    public void Touches_nothing_at_all_when_nothing_changed()
    {
        site.Publish(("index.html", "one"), ("a.css", "a"));
        var disk = new FaultyDisk();
        var changes = new List<string>();
        using (var watcher = new FileSystemWatcher(site.Output) { EnableRaisingEvents = true })
        {
            watcher.Changed += (_, e) => changes.Add(e.FullPath);
            watcher.Created += (_, e) => changes.Add(e.FullPath);
            site.TryPublish([new("index.html", "one"), new("a.css", "a")], new DiagnosticBag(), disk);
        }

        Assert.Empty(changes);
        Assert.Equal(["lock", "manifest.sha256"], site.Records());
    }

    [Fact]
    public void Restores_a_file_that_was_changed_or_deleted_by_hand()
    {
        site.Publish(("index.html", "one"), ("a.css", "a"));
        site.Write("index.html", "scribble");
        File.Delete(site["a.css"]);
        site.Publish(("index.html", "one"), ("a.css", "a"));
        Assert.Equal("one", site.Read("index.html"));
        Assert.Equal("a", site.Read("a.css"));
    }

    [Fact]
    public void Does_not_make_again_what_stands_under_the_same_key()
    {
        Assert.Equal(1, Draw("a", "red"));
        Assert.Equal(0, Draw("a", "red"));
        Assert.Equal(1, Draw("b", "blue"));
        Assert.Equal("blue", site.Read("a.png"));
        site.Write("a.png", "BLUE");
        Assert.Equal(1, Draw("b", "blue"));
        File.Delete(site["a.png"]);
        Assert.Equal(1, Draw("b", "blue"));
        Assert.Equal("blue", site.Read("a.png"));
        Assert.Equal(1, Draw(null, "blue"));
        Assert.Equal(1, Draw("b", "blue"));
        Assert.Equal(0, Draw("b", "blue"));
    }

    [Fact]
    public void Makes_everything_again_when_the_manifest_is_of_a_time_without_keys()
    {
        Draw("a", "red");
        var manifest = site[".secpress/manifest.sha256"];
        File.WriteAllLines(manifest, File.ReadAllLines(manifest).Where(l => !l.StartsWith('#')));
        Assert.Equal(1, Draw("a", "red"));
        Assert.Equal(0, Draw("a", "red"));
    }

    [Fact]
    public void A_key_in_the_manifest_that_is_none_is_passed_over()
    {
        Draw("a", "red");
        var manifest = site[".secpress/manifest.sha256"];
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("#key ", "#key x", StringComparison.Ordinal));
        Assert.Equal(1, Draw("a", "red"));
        Assert.Equal("red", site.Read("a.png"));
    }

    /// <summary>Publishes one file under a key, and tells how often it was made.</summary>
    private int Draw(string? key, string text)
    {
        var made = 0;
        var composition = new Composition("a.png", "a.png", _ =>
        {
            made++;
            return System.Text.Encoding.UTF8.GetBytes(text);
        })
        {
            Key = key is null ? null : new string(key[0], 64),
        };
        using var writer = SiteWriter.Open(site.Output);
        Assert.Null(writer.Stage([composition], new DiagnosticBag(), jobs: 1).Commit().Failure);
        return made;
    }

    [Fact]
    public void Keeps_files_of_somebody_elses()
    {
        site.Write(".gitkeep", "");
        site.Write("CNAME", "newsletter.example.org");
        site.Write("old/mine.txt", "mine");
        site.Publish(("index.html", "one"), ("old/index.html", "old"));
        site.Publish(("index.html", "one"));
        Assert.Equal([".gitkeep", "CNAME", "index.html", "old/mine.txt"], site.Contents().Keys);
    }

    [Fact]
    public void Refuses_to_overwrite_a_file_that_it_did_not_publish()
    {
        site.Write("index.html", "mine");
        site.Write("a/index.html", "mine");
        site.Write("b/index.html", "mine");
        site.Write("c/index.html", "mine");
        var before = site.Contents();
        var bag = new DiagnosticBag();
        var result = site.TryPublish(
            [new("index.html", "1"), new("a/index.html", "1"), new("b/index.html", "1"), new("c/index.html", "1"), new("d/index.html", "1")], bag, null);
        Assert.Null(result);
        Assert.Equal(before, site.Contents());
        Golden.Verify(Support.DiagnosticText.Of(bag));
    }

    [Fact]
    public void Takes_over_a_file_that_is_already_what_it_would_write()
    {
        site.Write("index.html", "one");
        Assert.Equal(["index.html"], site.Publish(("index.html", "one")).Unchanged.ToArray());
        Assert.Equal(["index.html"], site.Publish(("other.html", "two")).Deleted.ToArray());
    }

    [Fact]
    public void Keeps_an_old_file_that_was_changed_by_hand_and_says_so_once()
    {
        site.Publish(("index.html", "one"), ("a/index.html", "a"));
        site.Write("a/index.html", "mine now");
        var bag = new DiagnosticBag();
        site.Publish([new("index.html", "one")], bag);
        Assert.Equal("mine now", site.Read("a/index.html"));
        Golden.Verify(Support.DiagnosticText.Of(bag));

        var next = new DiagnosticBag();
        site.Publish([new("index.html", "one")], next);
        Assert.Empty(next.ToSorted());
    }

    [Fact]
    public void Touches_nothing_when_a_file_cannot_be_made_but_reports_every_finding()
    {
        site.Publish(("index.html", "one"), ("a/index.html", "a"));
        var before = site.Contents();
        var rule = new Rule("SP999", Severity.Error, "A rule of these tests");
        Composition Broken(string path) => new(path, path, bag =>
        {
            bag.Add(new Diagnostic(rule, null, "cannot be made", "Mend it.") { Path = path });
            return null;
        });
        var bag = new DiagnosticBag();
        using (var writer = SiteWriter.Open(site.Output))
        {
            var staging = writer.Stage([Broken("index.html"), .. PublishedSite.Compose([new("b.html", "b")]), Broken("c.html")], bag, jobs: 1);
            Assert.Throws<InvalidOperationException>(() => staging.Commit());
        }

        Assert.Equal(["c.html", "index.html"], bag.ToSorted().Select(d => d.Path));
        Assert.Equal(before, site.Contents());
        Assert.Equal(["lock", "manifest.sha256"], site.Records());
    }

    [Fact]
    public void A_staged_site_that_is_not_committed_leaves_no_trace()
    {
        site.Publish(("index.html", "one"));
        using (var writer = SiteWriter.Open(site.Output))
        {
            writer.Stage(PublishedSite.Compose([new("index.html", "two")]), new DiagnosticBag(), jobs: 1);
        }

        Assert.Equal("one", site.Read("index.html"));
        Assert.Equal(["lock", "manifest.sha256"], site.Records());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../index.html")]
    [InlineData("a/../../index.html")]
    [InlineData("./index.html")]
    [InlineData("a//index.html")]
    [InlineData("a/")]
    [InlineData("a\\b.html")]
    [InlineData("C:/index.html")]
    [InlineData("a/nul.html")]
    [InlineData("COM1")]
    [InlineData("a./index.html")]
    [InlineData("a /index.html")]
    [InlineData("what?.html")]
    [InlineData("a\nb.html")]
    [InlineData(".secpress/manifest.sha256")]
    [InlineData(".SecPress/lock")]
    public void Refuses_a_path_that_leads_out_of_the_folder_or_that_some_system_cannot_hold(string path)
    {
        var bag = new DiagnosticBag();
        Assert.Null(site.TryPublish([new("index.html", "one"), new(path, "x")], bag, null));
        Assert.Equal("SP080", Assert.Single(bag.ToSorted()).Rule.Code);
        Assert.Empty(site.Contents());
    }

    [Fact]
    public void Refuses_a_name_that_is_too_long_for_a_disk()
    {
        Assert.NotNull(OutputPath.Refuse(new string('é', 128) + "/index.html"));
        Assert.Null(OutputPath.Refuse(new string('e', 255) + "/index.html"));
    }

    [Fact]
    public void Names_both_sources_of_paths_that_clash_on_some_system()
    {
        var bag = new DiagnosticBag();
        Assert.Null(site.TryPublish(
            [new("About/index.html", "1"), new("about/index.html", "2"), new("news", "3"), new("news/index.html", "4"), new("index.html", "5")],
            bag,
            null));
        Assert.Empty(site.Contents());
        Golden.Verify(Support.DiagnosticText.Of(bag));
    }

    [Fact]
    public void Puts_a_file_where_its_own_folder_stood_and_the_reverse()
    {
        site.Publish(("a/index.html", "1"), ("a/deep/er.html", "2"), ("b", "3"));
        site.Publish(("a", "4"), ("b/index.html", "5"), ("b/c/index.html", "6"));
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["a"] = "4", ["b/c/index.html"] = "6", ["b/index.html"] = "5" },
            site.Contents());
    }

    [Theory]
    [InlineData("a/mine.txt", "a")]
    [InlineData("a", "a/index.html")]
    public void Refuses_to_put_a_file_where_somebody_elses_stands_in_the_way(string theirs, string ours)
    {
        site.Write(theirs, "mine");
        var bag = new DiagnosticBag();
        Assert.Null(site.TryPublish([new("index.html", "one"), new(ours, "x")], bag, null));
        Assert.Equal("SP082", Assert.Single(bag.ToSorted()).Rule.Code);
        Assert.Equal([theirs], site.Contents().Keys);
    }

    [Fact]
    public void An_empty_folder_is_in_nobodys_way()
    {
        Directory.CreateDirectory(site["a/b/c"]);
        site.Publish(("a", "1"));
        Assert.Equal("1", site.Read("a"));
    }

    [Fact]
    public void Never_writes_or_deletes_through_a_link_out_of_the_folder()
    {
        using var elsewhere = new TemporaryFolder();
        site.Publish(("index.html", "one"), ("a/index.html", "a"));
        elsewhere.Write("index.html", "a");
        Directory.Delete(site["a"], recursive: true);
        Directory.CreateSymbolicLink(site["a"], elsewhere.Path);

        var bag = new DiagnosticBag();
        Assert.Null(site.TryPublish([new("index.html", "one"), new("a/index.html", "changed")], bag, null));
        Assert.Equal("SP082", Assert.Single(bag.ToSorted()).Rule.Code);
        site.Publish(("index.html", "one"));
        Assert.Equal("a", elsewhere.Read("index.html"));
    }

    [Fact]
    public void Never_deletes_what_only_a_forged_manifest_says_is_its_own()
    {
        using var elsewhere = new TemporaryFolder();
        site.Publish(("index.html", "one"));
        elsewhere.Write("precious", "one");
        var hash = File.ReadAllText(site[".secpress/manifest.sha256"])[..64];
        var escape = Path.GetRelativePath(site.Output, elsewhere["precious"]);
        File.AppendAllText(site[".secpress/manifest.sha256"], $"{hash}  {escape}\n{hash}  {elsewhere["precious"]}\nnonsense\n");
        site.Publish(("index.html", "one"));
        Assert.True(File.Exists(elsewhere["precious"]));
    }

    [Fact]
    public void The_manifest_is_what_sha256sum_reads()
    {
        site.Publish(("index.html", "one"), ("a.css", "a"));
        Golden.Verify(site.Read(".secpress/manifest.sha256"));
    }

    [Fact]
    public void A_second_build_at_the_same_time_is_told_to_wait_and_changes_nothing()
    {
        site.Publish(("index.html", "one"));
        using (SiteWriter.Open(site.Output))
        {
            var result = site.TryPublish([new("index.html", "two")], new DiagnosticBag(), null);
            Assert.Equal("another build is writing to 'output'", result?.Failure?.Message);
        }

        Assert.Equal("one", site.Read("index.html"));
        site.Publish(("index.html", "two"));
    }

    [Fact]
    public void A_cancelled_build_leaves_the_site_as_it_was()
    {
        site.Publish(("index.html", "one"));
        using var cancellation = new CancellationTokenSource();
        using (var writer = SiteWriter.Open(site.Output))
        {
            var files = PublishedSite.Compose([new("index.html", "two"), new("a.html", "a")])
                .Add(new Composition("b.html", "b", _ =>
                {
                    cancellation.Cancel();
                    return [];
                }));
            Assert.ThrowsAny<OperationCanceledException>(() => writer.Stage(files, new DiagnosticBag(), 1, null, cancellation.Token));
        }

        Assert.Equal(["index.html"], site.Contents().Keys);
        Assert.Equal("one", site.Read("index.html"));
        Assert.Equal(["lock", "manifest.sha256"], site.Records());
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_a_clear_failure()
    {
        using var folder = new TemporaryFolder();
        folder.Write("output", "a file");
        using var writer = SiteWriter.Open(folder["output"]);
        var staging = writer.Stage(PublishedSite.Compose([new("index.html", "one")]), new DiagnosticBag(), 1);
        Assert.Contains("'output' could not be written", staging.Commit().Failure?.Message, StringComparison.Ordinal);
        Assert.Equal("a file", folder.Read("output"));
    }
}
