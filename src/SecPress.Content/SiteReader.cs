using System.Collections.Immutable;
using SecPress.Content.Sources;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>
/// Reads one site again and again, for the price of what changed: a file that did not is neither read nor parsed, and when only known
/// texts of issues and pages changed not even the folder is listed. One caller at a time.
/// </summary>
public sealed class SiteReader(string siteFolder, int jobs, IReadOnlyCollection<Rule> rules)
{
    private readonly string folder = Path.GetFullPath(siteFolder);
    private readonly FileMemory files = new();
    private readonly ParseMemory parsed = new();
    private SourceTree? last;
    private ImmutableArray<Diagnostic> lastFindings = [];

    /// <summary>The site as it is now; null when there is none to speak of.</summary>
    /// <param name="changes">What may have changed since the last time; everything, the first time.</param>
    /// <param name="diagnostics">Takes everything that is wrong, in files that did not change too.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public Site? Read(SourceChanges changes, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var path in changes.Paths)
        {
            files.Forget(path);
        }

        var tree = Renewed(changes) ?? ReadAll(cancellationToken);
        foreach (var finding in lastFindings)
        {
            diagnostics.Add(finding);
        }

        return SiteParser.Parse(tree, diagnostics, jobs, rules, parsed);
    }

    private SourceTree ReadAll(CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        last = SourceTree.Read(new FolderReader(folder, findings, files), findings, cancellationToken);
        lastFindings = findings.ToSorted();
        return last;
    }

    /// <summary>The last tree with the texts that changed; null when more than texts of known files did.</summary>
    private SourceTree? Renewed(SourceChanges changes)
    {
        if (last is null || changes.Everything)
        {
            return null;
        }

        var findings = new DiagnosticBag();
        var reader = new FolderReader(folder, findings, files);
        var (issues, pages) = (last.Issues, last.Pages);
        foreach (var path in changes.Paths)
        {
            var file = reader.File(path);
            if (file is null && !reader.IsFolder(path) && !Concerns(last, path))
            {
                // An editor's temporary file, come and gone.
                continue;
            }

            var found = file is { } there ? reader.ReadText(there) : null;
            if (found is null || !(Renew(ref issues, found) || Renew(ref pages, found)))
            {
                return null;
            }
        }

        return last = last.With(issues, pages);
    }

    /// <summary>Whether a path is, or holds, something that was read, or could not be.</summary>
    private bool Concerns(SourceTree tree, string path)
    {
        bool IsAt(string known) => known.StartsWith(path, StringComparison.Ordinal) && (known.Length == path.Length || known[path.Length] == '/');
        return tree.Settings is { } settings && IsAt(settings.Path)
            || lastFindings.Any(f => IsAt(f.At?.File.Path ?? f.Path ?? ""))
            || tree.Issues.Any(f => IsAt(f.Source.Path) || f.Beside.Any(a => IsAt(a.Origin)))
            || tree.Pages.Any(f => IsAt(f.Source.Path) || f.Beside.Any(a => IsAt(a.Origin)))
            || tree.Data.Any(f => IsAt(f.Path))
            || tree.Assets.Any(a => IsAt(a.Origin))
            || tree.OwnTemplates.Names.Any(n => IsAt("templates/" + n));
    }

    private static bool Renew(ref ImmutableArray<ContentFile> files, SourceFile source)
    {
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].Source.Path == source.Path)
            {
                files = files.SetItem(i, files[i] with { Source = source });
                return true;
            }
        }

        return false;
    }
}
