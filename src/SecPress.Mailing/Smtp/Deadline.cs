namespace SecPress.Mailing.Smtp;

/// <summary>Cancels when its time is over, on the clock given, or when the caller does.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource either;

    public Deadline(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        time = new CancellationTokenSource(limit, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Starts the time anew.</summary>
    public void Extend(TimeSpan limit) => time.CancelAfter(limit);

    public void Dispose()
    {
        either.Dispose();
        time.Dispose();
    }
}
