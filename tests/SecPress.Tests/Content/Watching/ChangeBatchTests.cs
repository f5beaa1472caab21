using Microsoft.Extensions.Time.Testing;
using SecPress.Content;
using SecPress.Content.Watching;

namespace SecPress.Tests.Content.Watching;

public sealed class ChangeBatchTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task A_burst_of_changes_is_given_once_and_together()
    {
        var batch = new ChangeBatch(clock);
        var taken = batch.TakeAsync(CancellationToken.None);
        for (var i = 0; i < 10; i++)
        {
            batch.Add(Changed($"content/issues/{i}.md"));
            batch.Add(Changed("content/issues/0.md"));
            clock.Advance(ChangeBatch.Quiet / 2);
            Assert.False(taken.IsCompleted);
        }

        Assert.Equal(10, (await PassUntil(taken)).Paths.Count);
        var second = batch.TakeAsync(CancellationToken.None);
        clock.Advance(ChangeBatch.Longest);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task What_never_becomes_quiet_is_given_all_the_same()
    {
        var batch = new ChangeBatch(clock);
        var taken = batch.TakeAsync(CancellationToken.None);
        for (var i = 0; !taken.IsCompleted && i < 10_000; i++)
        {
            batch.Add(Changed($"content/{i}.md"));
            clock.Advance(ChangeBatch.Quiet / 4);
            await Task.Yield();
        }

        Assert.NotEmpty((await taken).Paths);
    }

    [Fact]
    public async Task A_change_that_names_nothing_wakes_nobody()
    {
        var batch = new ChangeBatch(clock);
        batch.Add(SourceChanges.None);
        using var stop = new CancellationTokenSource();
        var taken = batch.TakeAsync(stop.Token);
        clock.Advance(ChangeBatch.Longest);
        Assert.False(taken.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
    }

    [Fact]
    public async Task Changes_that_nobody_could_name_stay_among_those_that_somebody_did()
    {
        var batch = new ChangeBatch(clock);
        batch.Add(Changed("site.yml"));
        batch.Add(SourceChanges.All);
        var taken = await PassUntil(batch.TakeAsync(CancellationToken.None));
        Assert.True(taken.Everything);
        Assert.Equal(["site.yml"], taken.Paths);
    }

    // Time passes while the batch gets ready to wait for it.
    private async Task<SourceChanges> PassUntil(Task<SourceChanges> taken)
    {
        while (!taken.IsCompleted)
        {
            clock.Advance(ChangeBatch.Quiet);
            await Task.Yield();
        }

        return await taken;
    }

    private static SourceChanges Changed(string path) => new(false, SourceChanges.None.Paths.Add(path));
}
