using Microsoft.Extensions.Time.Testing;
using SecPress.Content.Watching;
using SecPress.Tests.Support;

namespace SecPress.Tests.Content.Watching;

public sealed class SiteWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder site = new();
    private readonly FakeTimeProvider clock = new();
    private readonly ChangeBatch batch = new(TimeProvider.System);

    public SiteWatcherTests()
    {
        site.Write("site.yml", "title: A\n");
        site.Write("content/issues/2017-06.md", "June");
    }

    public void Dispose() => site.Dispose();

    public static TheoryData<bool> Ways => [false, true];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tells_of_what_is_written_made_renamed_and_deleted(bool polls)
    {
        using var watcher = SiteWatcher.Start(site.Path, batch, clock, polls);
        site.Write("content/issues/2017-06.md", "June, and longer");
        await ToldOf("content/issues/2017-06.md");
        site.Write("content/issues/2017-07/index.md", "July");
        await ToldOf("content/issues/2017-07");
        File.Move(site["content/issues/2017-06.md"], site["content/issues/2017-05.md"]);
        await ToldOf("content/issues/2017-06.md", "content/issues/2017-05.md");
        File.Delete(site["content/issues/2017-05.md"]);
        await ToldOf("content/issues/2017-05.md");
        site.Write("site.yml", "title: Another\n");
        await ToldOf("site.yml");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tells_of_an_editor_that_writes_a_copy_and_moves_it_into_place(bool polls)
    {
        using var watcher = SiteWatcher.Start(site.Path, batch, clock, polls);
        site.Write("content/issues/.2017-06.md.swp", "June, and longer");
        File.Move(site["content/issues/.2017-06.md.swp"], site["content/issues/2017-06.md"], overwrite: true);
        await ToldOf("content/issues/2017-06.md");
    }

    [Fact]
    public async Task Goes_on_with_the_folder_that_is_put_in_the_place_of_the_sites_own()
    {
        using var above = new TemporaryFolder();
        above.Write("site/site.yml", "title: A\n");
        above.Write("copy/site.yml", "title: A\n");
        above.Write("copy/content/issues/2017-06.md", "June");
        using var watcher = SiteWatcher.Start(above["site"] + Path.DirectorySeparatorChar, batch, TimeProvider.System);
        Directory.Move(above["site"], above["old"]);
        using var patience = new CancellationTokenSource(Patience);
        Assert.True((await batch.TakeAsync(patience.Token)).Everything);
        Directory.Move(above["copy"], above["site"]);
        above.Write("site/content/issues/2017-06.md", "June, and longer");
        while (await batch.TakeAsync(patience.Token) is { Everything: false } changes && !changes.Paths.Contains("content/issues/2017-06.md"))
        {
            // What else came with it.
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tells_of_a_folder_that_comes_later(bool polls)
    {
        using var watcher = SiteWatcher.Start(site.Path, batch, clock, polls);
        site.Write("templates/web/page.html", "page");
        await ToldOf("templates");
        site.Write("templates/web/page.html", "page, and longer");
        await ToldOf("templates/web/page.html");
    }

    [Fact]
    public async Task Does_not_look_at_what_no_site_is_made_from()
    {
        using var watcher = SiteWatcher.Start(site.Path, batch, clock);
        site.Write("output/index.html", "made");
        site.Write("notes.txt", "mine");
        site.Write("content/issues/2017-06.md", "June, and longer");
        Assert.DoesNotContain(await ToldOf("content/issues/2017-06.md"), path => path.StartsWith("output", StringComparison.Ordinal) || path == "notes.txt");
    }

    /// <summary>Waits until each path, or one below it, or everything, was told of; gives all that was.</summary>
    private async Task<IReadOnlySet<string>> ToldOf(params string[] paths)
    {
        using var patience = new CancellationTokenSource(Patience);
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (!paths.All(p => told.Any(t => t == p || t.StartsWith(p + "/", StringComparison.Ordinal))))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            using var pace = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            pace.CancelAfter(TimeSpan.FromSeconds(1));
            try
            {
                var taken = await batch.TakeAsync(pace.Token);
                told.UnionWith(taken.Paths);
                if (taken.Everything)
                {
                    return told;
                }
            }
            catch (OperationCanceledException) when (!patience.IsCancellationRequested)
            {
                // Nothing yet: the clock goes on, for a watcher that looks for itself.
            }
        }

        return told;
    }
}
