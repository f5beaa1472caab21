using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Publishing;

/// <summary>Decides the steps of a publish and their order, and what of the old site goes.</summary>
internal sealed class PublishPlanner(OutputFolder folder, SiteManifest published, DiagnosticBag diagnostics)
{
    private const int NamedFiles = 3;

    public Journal Plan(IReadOnlyList<MadeFile> files)
    {
        var manifest = new SiteManifest(files.Select(f => KeyValuePair.Create(f.Composition.OutputPath, new OwnFile(f.Sha256, f.Composition.Key))));
        var deletes = Deletes(manifest).ToDictionary(s => s.Path, StringComparer.Ordinal);
        var puts = files.Where(f => f.State is FileState.Added or FileState.Changed).Order(InOrder).ToList();
        var steps = ImmutableArray.CreateBuilder<JournalStep>(puts.Count + deletes.Count);
        var foreign = files.Where(f => f.State == FileState.Foreign).Select(f => f.Composition.OutputPath).ToList();
        var inTheWay = new ObstacleFinder(folder, deletes);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var put in puts)
        {
            var path = put.Composition.OutputPath;
            var (ours, theirs) = inTheWay.Find(path);
            steps.AddRange(ours.Where(obstacle => gone.Add(obstacle.Path)));
            foreign.AddRange(theirs);
            steps.Add(new JournalStep(path, put.Sha256, put.Number));
        }

        ReportForeign(foreign);
        steps.AddRange(deletes.Values
            .Where(s => !gone.Contains(s.Path))
            .OrderByDescending(s => Composition.WaveOf(s.Path))
            .ThenBy(s => s.Path, StringComparer.Ordinal));
        return new Journal(steps.ToImmutable(), manifest);
    }

    // A page that is new can be reached only through one that is changed, so all new ones come first and may refer to each other;
    // then the changed ones. Assets refer to nothing and come before both.
    private static readonly Comparer<MadeFile> InOrder = Comparer<MadeFile>.Create((a, b) =>
    {
        var byTurn = Turn(a).CompareTo(Turn(b));
        return byTurn != 0 ? byTurn : string.CompareOrdinal(a.Composition.OutputPath, b.Composition.OutputPath);
    });

    private static int Turn(MadeFile file) => (file.Composition.Wave, file.State) switch
    {
        (PublishingWave.Asset, _) => 0,
        (PublishingWave.Page, FileState.Added) => 1,
        (PublishingWave.Index, FileState.Added) => 2,
        (PublishingWave.Page, _) => 3,
        _ => 4,
    };

    private IEnumerable<JournalStep> Deletes(SiteManifest next)
    {
        var ignoresCase = folder.IgnoresCase;
        var kept = next.Files.Keys.ToHashSet(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (path, own) in published.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (kept.Contains(path) || !File.Exists(folder.Full(path)))
            {
                continue;
            }

            if (folder.Holds(path, own.Sha256))
            {
                yield return new JournalStep(path, own.Sha256, null);
            }
            else
            {
                diagnostics.Add(new Diagnostic(
                    PublishingRules.KeptFile,
                    null,
                    "the site no longer has this file, but somebody changed it since it was published, so it is kept",
                    "Delete it by hand if nobody needs it.")
                { Path = $"{folder.Name}/{path}" });
            }
        }
    }

    private void ReportForeign(List<string> paths)
    {
        if (paths.Count == 0)
        {
            return;
        }

        var names = paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", names.Take(NamedFiles).Select(p => $"'{p}'"))
            + (names.Count > NamedFiles ? $" and {names.Count - NamedFiles} more" : "");
        diagnostics.Add(new Diagnostic(
            PublishingRules.ForeignFile,
            null,
            $"SecPress did not publish what stands in the place of {named}, and leaves it alone",
            "Move it away, or choose another folder with --output.")
        { Path = folder.Name });
    }
}
