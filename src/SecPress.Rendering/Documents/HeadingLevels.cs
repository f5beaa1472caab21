namespace SecPress.Rendering.Documents;

/// <summary>
/// The levels that a document's headings are printed at, asked in reading order. Whatever an editor wrote, the highest stands at the
/// top level and none is skipped on the way down, because readers jump from heading to heading (WCAG technique G141).
/// </summary>
/// <param name="top">The level of the highest heading, 1 to 6.</param>
public sealed class HeadingLevels(int top)
{
    private const int Lowest = 6;

    private readonly Stack<int> open = new();

    /// <summary>The level to print the next heading at.</summary>
    /// <param name="written">The level it was written at, 1 to 6.</param>
    public int Next(int written)
    {
        while (open.TryPeek(out var above) && above >= written)
        {
            open.Pop();
        }

        open.Push(written);
        return Math.Min(top + open.Count - 1, Lowest);
    }
}
