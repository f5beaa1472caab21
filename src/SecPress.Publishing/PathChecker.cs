using System.Collections.Immutable;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Publishing;

/// <summary>Finds output paths that cannot be used, or not together.</summary>
internal static class PathChecker
{
    /// <summary>Those that can be made.</summary>
    public static ImmutableArray<Composition> Check(ImmutableArray<Composition> compositions, string folder, DiagnosticBag diagnostics)
    {
        var usable = ImmutableArray.CreateBuilder<Composition>(compositions.Length);

        // Systems differ on whether the case of a name counts, and a site moves between them.
        var byPath = new Dictionary<string, Composition>(compositions.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var composition in compositions)
        {
            if (OutputPath.Refuse(composition.OutputPath) is { } reason)
            {
                diagnostics.Add(new Diagnostic(
                    PublishingRules.UnsafePath,
                    null,
                    $"the output path '{composition.OutputPath}' {reason}",
                    "Change the slug, alias, id, tag or file name it comes from.")
                { Path = composition.Origin });
            }
            else if (byPath.TryAdd(composition.OutputPath, composition))
            {
                usable.Add(composition);
            }
            else
            {
                var other = byPath[composition.OutputPath];
                Clash(composition, $"'{folder}/{other.OutputPath}' is already made from {other.Origin}", diagnostics);
            }
        }

        foreach (var composition in usable)
        {
            foreach (var inTheWay in OutputPath.Folders(composition.OutputPath).Where(byPath.ContainsKey))
            {
                var other = byPath[inTheWay];
                Clash(composition, $"'{folder}/{other.OutputPath}' is a file made from {other.Origin}, and cannot be a folder too", diagnostics);
            }
        }

        return usable.ToImmutable();
    }

    private static void Clash(Composition composition, string message, DiagnosticBag diagnostics) =>
        diagnostics.Add(new Diagnostic(PublishingRules.PathClash, null, message, "Give one of the two another file name, slug or alias.")
        {
            Path = composition.Origin,
        });
}
