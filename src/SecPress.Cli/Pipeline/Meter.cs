namespace SecPress.Cli.Pipeline;

/// <summary>How far a long piece of work is; told from any thread, read from another.</summary>
internal sealed class Meter : IProgress<int>
{
    private int total;
    private int done;

    /// <summary>Zero while it is not known yet.</summary>
    public int Total => Volatile.Read(ref total);

    public int Done => Volatile.Read(ref done);

    public void Expect(int count) => Volatile.Write(ref total, count);

    /// <summary>So many are done now.</summary>
    public void Report(int value) => Volatile.Write(ref done, value);

    /// <summary>One more is done.</summary>
    public void Report() => Interlocked.Increment(ref done);
}
