using System.Threading.Channels;

namespace SecPress.Mailing.Ledger;

/// <summary>
/// Group commit: steps of all workers that wait at one moment are made durable in one transaction, in the order they came. When
/// the store fails, every step waiting and to come fails with it, so that nothing is sent that cannot be noted.
/// </summary>
internal sealed class Journal
{
    private const int LargestGroup = 500;
    private readonly ILedger ledger;
    private readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task running;

    public Journal(ILedger ledger)
    {
        this.ledger = ledger;
        running = Task.Run(RunAsync);
    }

    /// <summary>Completes when the step is durable.</summary>
    public Task<StepResult> NoteAsync(DeliveryStep step)
    {
        var entry = new Entry(step, new TaskCompletionSource<StepResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!entries.Writer.TryWrite(entry))
        {
            entry.Done.SetException(new InvalidOperationException("The journal is closed."));
        }

        return entry.Done.Task;
    }

    /// <summary>Waits until everything noted is durable.</summary>
    public Task CloseAsync()
    {
        entries.Writer.TryComplete();
        return running;
    }

    private async Task RunAsync()
    {
        var group = new List<Entry>();
        while (await entries.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && entries.Reader.TryRead(out var entry))
            {
                group.Add(entry);
            }

            try
            {
                var results = await ledger.ApplyAsync([.. group.Select(e => e.Step)]);
                for (var i = 0; i < group.Count; i++)
                {
                    group[i].Done.SetResult(results[i]);
                }
            }
            catch (Exception e)
            {
                entries.Writer.TryComplete(e);
                while (entries.Reader.TryRead(out var entry))
                {
                    group.Add(entry);
                }

                group.ForEach(entry => entry.Done.TrySetException(e));
                throw;
            }
        }
    }

    private sealed record Entry(DeliveryStep Step, TaskCompletionSource<StepResult> Done);
}
