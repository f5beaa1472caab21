using SecPress.Publishing;

namespace SecPress.Tests.Publishing;

/// <summary>The process dies: nothing it does from here on reaches the disk.</summary>
internal sealed class KilledException() : Exception("killed");

/// <summary>This machine's disk, until a chosen step (counted from 1); zero for never.</summary>
internal sealed class FaultyDisk(int killAt = 0, int failAt = 0, Func<Exception>? failure = null, Action? afterEachStep = null) : IDisk
{
    private int steps;

    public int Steps => steps;

    public bool WasReached => (killAt > 0 && steps >= killAt) || (failAt > 0 && steps >= failAt);

    public void Write(string path, ReadOnlySpan<byte> bytes, bool durable)
    {
        var step = Interlocked.Increment(ref steps);
        if (step == killAt || step == failAt)
        {
            // What a kill or a full disk leaves of a file: its beginning.
            LocalDisk.Instance.Write(path, bytes[..(bytes.Length / 2)], durable: false);
        }

        ThrowAt(step);
        LocalDisk.Instance.Write(path, bytes, durable: false);
        afterEachStep?.Invoke();
    }

    public void Replace(string from, string to) => Do(() => LocalDisk.Instance.Replace(from, to));

    public void Delete(string path) => Do(() => LocalDisk.Instance.Delete(path));

    public void CreateFolder(string path) => Do(() => LocalDisk.Instance.CreateFolder(path));

    public void DeleteFolder(string path) => Do(() => LocalDisk.Instance.DeleteFolder(path));

    private void Do(Action step)
    {
        ThrowAt(Interlocked.Increment(ref steps));
        step();
        afterEachStep?.Invoke();
    }

    private void ThrowAt(int step)
    {
        if (killAt > 0 && step >= killAt)
        {
            throw new KilledException();
        }

        if (step == failAt)
        {
            throw failure!();
        }
    }
}
