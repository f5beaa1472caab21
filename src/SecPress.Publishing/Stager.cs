using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Publishing;

/// <summary>How a file that was made compares with what is published under its path.</summary>
internal enum FileState
{
    Unchanged,
    Added,
    Changed,

    /// <summary>Something stands there that we did not publish.</summary>
    Foreign,
}

/// <summary>A file that was made; <c>Number</c> is its name in the staging folder.</summary>
internal readonly record struct MadeFile(Composition Composition, int Number, string Sha256, FileState State);

/// <summary>Makes the files of a site and stores those that differ from the published ones.</summary>
internal sealed class Stager(OutputFolder folder, KeyedFiles keyed, DiagnosticBag diagnostics, int jobs)
{
    private readonly SiteManifest published = keyed.Published;

    public Staging Stage(ImmutableArray<Composition> compositions, IProgress<int>? made, CancellationToken cancellationToken)
    {
        var usable = PathChecker.Check(compositions, folder.Name, diagnostics);
        folder.CreateStaging();
        var files = Make(usable, made, cancellationToken);
        var plan = new PublishPlanner(folder, published, diagnostics).Plan(files);
        if (diagnostics.HasErrors)
        {
            folder.DiscardStaging();
        }

        var result = new PublishResult
        {
            Added = Paths(files, FileState.Added),
            Changed = Paths(files, FileState.Changed),
            Unchanged = Paths(files, FileState.Unchanged),
            Deleted = [.. plan.Steps.Where(s => s.Staged is null).Select(s => s.Path).Order(StringComparer.Ordinal)],
        };
        var isNoChange = plan.Steps.IsEmpty && plan.Manifest.ToString() == published.ToString();
        return Staging.Ready(folder, diagnostics, isNoChange ? null : plan, result);
    }

    private List<MadeFile> Make(ImmutableArray<Composition> compositions, IProgress<int>? made, CancellationToken cancellationToken)
    {
        var files = new MadeFile?[compositions.Length];
        var count = 0;
        try
        {
            Parallel.For(
                0,
                compositions.Length,
                new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken },
                i =>
                {
                    files[i] = Make(compositions[i], i);
                    made?.Report(Interlocked.Increment(ref count));
                });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return [.. files.OfType<MadeFile>()];
    }

    private MadeFile? Make(Composition composition, int number)
    {
        if (keyed.Find(composition.OutputPath, composition.Key) is { } standing)
        {
            return new MadeFile(composition, number, standing, FileState.Unchanged);
        }

        if (composition.Make(diagnostics) is not { } bytes)
        {
            return null;
        }

        var state = Compare(composition.OutputPath, bytes);
        if (state is FileState.Added or FileState.Changed && !diagnostics.HasErrors)
        {
            // The first publish has no earlier site to lose, and is the one with the most files to flush.
            folder.WriteStaged(number, bytes, durable: published.Files.Count > 0);
        }

        return new MadeFile(composition, number, SiteManifest.Hash(bytes), state);
    }

    private FileState Compare(string path, byte[] bytes)
    {
        if (folder.Holds(path, bytes))
        {
            return FileState.Unchanged;
        }

        if (!File.Exists(folder.Full(path)))
        {
            return FileState.Added;
        }

        return published.Files.ContainsKey(path) ? FileState.Changed : FileState.Foreign;
    }

    private static ImmutableArray<string> Paths(List<MadeFile> files, FileState state) =>
        [.. files.Where(f => f.State == state).Select(f => f.Composition.OutputPath).Order(StringComparer.Ordinal)];
}
