namespace SecPress.Content.Watching;

/// <summary>
/// Gathers changes until the disk is quiet: one save of one file is several events, and a branch that is checked out is thousands. Any
/// number of threads add, one takes.
/// </summary>
public sealed class ChangeBatch(TimeProvider clock)
{
    /// <summary>Programs that write a file in several steps take less between two of them.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    /// <summary>What never becomes quiet is looked at all the same.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private readonly Lock gate = new();
    private SourceChanges gathered = SourceChanges.None;
    private long first;
    private long latest;
    private TaskCompletionSource arrived = New();

    public void Add(SourceChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.IsEmpty)
        {
            return;
        }

        lock (gate)
        {
            latest = clock.GetTimestamp();
            first = gathered.IsEmpty ? latest : first;
            gathered = gathered.And(changes);
            arrived.TrySetResult();
        }
    }

    /// <summary>Everything that has changed since the last time, once it is quiet.</summary>
    public async Task<SourceChanges> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Arrival().WaitAsync(cancellationToken);
            if (Rest() is not { } rest)
            {
                return Take();
            }

            await Task.Delay(rest, clock, cancellationToken);
        }
    }

    private Task Arrival()
    {
        lock (gate)
        {
            return arrived.Task;
        }
    }

    /// <summary>How long to wait still; null when it is time.</summary>
    private TimeSpan? Rest()
    {
        lock (gate)
        {
            var quiet = Quiet - clock.GetElapsedTime(latest);
            var most = Longest - clock.GetElapsedTime(first);
            var rest = quiet < most ? quiet : most;
            return rest > TimeSpan.Zero ? rest : null;
        }
    }

    private SourceChanges Take()
    {
        lock (gate)
        {
            var taken = gathered;
            gathered = SourceChanges.None;
            arrived = New();
            return taken;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
