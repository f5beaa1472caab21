using System.Collections.Immutable;

namespace SecPress.Publishing;

/// <summary>What a publish did, as paths below the output folder in ordinal order, or why it did not.</summary>
public sealed record PublishResult
{
    public ImmutableArray<string> Added { get; init; } = [];

    public ImmutableArray<string> Changed { get; init; } = [];

    public ImmutableArray<string> Unchanged { get; init; } = [];

    public ImmutableArray<string> Deleted { get; init; } = [];

    /// <summary>Null when everything was published.</summary>
    public PublishFailure? Failure { get; init; }
}

/// <summary>Why the disk did not do what was asked.</summary>
/// <param name="Message">What is wrong: one sentence without a full stop.</param>
/// <param name="Mend">What to do, and in what state the site is: whole sentences.</param>
public sealed record PublishFailure(string Message, string Mend)
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = 112;
    private const int ReadOnlyOnUnix = 30;

    internal const string Intact = "The published site is as it was.";
    internal const string HalfDone = "Each page is whole, but some may still be the old ones: the next build completes the change.";

    internal static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException;

    internal static PublishFailure From(Exception e, string folder, string state) => (e.HResult & 0xFFFF) switch
    {
        DiskFullOnUnix or DiskFullOnWindows => new($"the disk that holds '{folder}' is full", $"Free some space and build again. {state}"),
        ReadOnlyOnUnix => new($"the disk that holds '{folder}' is read-only", $"Choose another folder with --output. {state}"),
        _ when e is UnauthorizedAccessException => new(
            $"'{folder}' may not be written to: {Sentence(e)}",
            $"Give yourself the right to write there, or choose another folder with --output. {state}"),
        _ => new($"'{folder}' could not be written: {Sentence(e)}", $"Mend that and build again. {state}"),
    };

    private static string Sentence(Exception e) => e.Message.TrimEnd('.');
}
