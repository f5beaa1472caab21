using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SecPress.Content.Settings;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Content.Sources;

/// <summary>Sorts the files of a site by what they are, and reads them.</summary>
internal sealed class SourceTreeBuilder(FolderReader folder, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private const string Content = "content/";

    private static readonly string[] TextEndings = [".md.txt", ".markdown", ".mdown", ".mkd"];

    public SourceTree Build(FoundFile? settings)
    {
        var files = folder.Files("content");
        var data = new List<FoundFile>();
        var others = new List<FoundFile>();
        foreach (var file in files)
        {
            if (file.Path.StartsWith("content/data/", StringComparison.Ordinal))
            {
                data.Add(file);
            }
            else if (!IsBelow(file, "content/issues/") && !IsBelow(file, "content/pages/"))
            {
                others.Add(file);
            }
        }

        var issues = ReadContent(files, "content/issues/", others);
        var pages = ReadContent(files, "content/pages/", others, isPages: true);
        var templates = ReadTemplates(out var templateAssets, out var own);
        return SourceTree.Of(
            ReadSettings(settings),
            issues,
            pages,
            ReadData(data),
            [.. ReadAssets(others), .. templateAssets],
            templates,
            own);
    }

    /// <summary>The settings alone.</summary>
    public SourceTree BuildSettings(FoundFile? settings)
    {
        var none = new TemplateSet([]);
        return SourceTree.Of(ReadSettings(settings), [], [], ReadData(folder.Files("content/data")), [], none, none);
    }

    private SourceFile? ReadSettings(FoundFile? settings) =>
        settings is { } found && folder.ReadText(found) is { } text ? SecretMask.Cover(text) : null;

    private ImmutableArray<ContentFile> ReadContent(List<FoundFile> files, string root, List<FoundFile> others, bool isPages = false)
    {
        var texts = new List<ContentPlace>();
        var beside = new List<FoundFile>();
        foreach (var file in files.Where(f => IsBelow(f, root)))
        {
            if (EndingToMend(file, root) is { } ending)
            {
                ReportMisplaced(file.Path, $"nothing reads this file: its name ends in {ending}", "Rename it to end in .md. Windows shows endings when the Explorer is told to, under View.");
            }
            else if (!file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                beside.Add(file);
            }
            else if ((isPages ? ContentPlace.OfPage(file, root) : ContentPlace.OfIssue(file, root)) is { } place)
            {
                texts.Add(place);
            }
            else
            {
                ReportMisplaced(file.Path, $"nothing reads this Markdown file", $"Put it straight into {root}, or name it index.md in a folder of its own there.");
            }
        }

        // A file belongs to the nearest index above it.
        var owned = texts.Select(t => t.Own).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var besideByFolder = beside.ToLookup(f => FoldersOf(f.Path, root).FirstOrDefault(owned.Contains) ?? "");
        others.AddRange(besideByFolder[""]);

        var read = new ContentFile?[texts.Count];
        InParallel(texts.Count, i =>
        {
            if (folder.ReadText(texts[i].File) is { } source)
            {
                var files = texts[i].Own is { } own ? besideByFolder[own] : [];
                read[i] = new ContentFile(source, texts[i].Name, [.. ReadAssets(files, texts[i].Own)]) { Folder = texts[i].Folder };
            }
        });
        return [.. read.OfType<ContentFile>()];
    }

    private ImmutableArray<SourceFile> ReadData(List<FoundFile> files)
    {
        var data = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var file in files)
        {
            if (!file.Path.EndsWith(".yml", StringComparison.Ordinal))
            {
                ReportMisplaced(file.Path, "nothing reads this file: content/data holds .yml files", "Rename it to end in .yml, or move it elsewhere below content.");
            }
            else if (folder.ReadText(file) is { } text)
            {
                data.Add(text);
            }
        }

        return data.ToImmutable();
    }

    private List<Asset> ReadAssets(IEnumerable<FoundFile> files, string? below = null)
    {
        var assets = new List<Asset>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (below is null && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                ReportMisplaced(file.Path, "nothing reads this Markdown file", "Move it to content/issues or content/pages.");
            }
            else if (folder.ReadAsset(file) is { } bytes)
            {
                assets.Add(new Asset(file.Path[(below ?? Content).Length..], file.Path, ImmutableCollectionsMarshal.AsImmutableArray(bytes)));
            }
        }

        return assets;
    }

    private TemplateSet ReadTemplates(out List<Asset> assets, out TemplateSet own)
    {
        var ownTexts = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var files = BuiltInTemplates.Files.ToDictionary(
            f => f.Key, f => new Asset(f.Key, "(built-in) templates/" + f.Key, f.Value), StringComparer.Ordinal);
        foreach (var file in folder.Files("templates"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = file.Path["templates/".Length..];
            if (TemplateFiles.IsText(name))
            {
                if (folder.ReadText(file) is { } text)
                {
                    ownTexts[name] = text;
                }
            }
            else if (folder.ReadAsset(file) is { } bytes)
            {
                files[name] = new Asset(name, file.Path, ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            }
        }

        assets = [.. files.Values.OrderBy(a => a.Path, StringComparer.Ordinal)];
        own = new TemplateSet(ownTexts);
        return new TemplateSet(BuiltInTemplates.Texts.Where(t => !ownTexts.ContainsKey(t.Key)).Concat(ownTexts));
    }

    private void InParallel(int count, Action<int> read) =>
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, read);

    private void ReportMisplaced(string path, string message, string mend) =>
        diagnostics.Add(new Diagnostic(ContentRules.MisplacedFile, null, message, mend) { Path = path });

    // Straight among the issues or pages these are texts of their own, which would be published as they are and missed on the site.
    private string? EndingToMend(FoundFile file, string root)
    {
        if (file.Path.LastIndexOf('/') >= root.Length)
        {
            return null;
        }

        return TextEndings.FirstOrDefault(e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ?? (file.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && folder.ReadAsset(file).AsSpan().StartsWith("---"u8) ? ".txt" : null);
    }

    /// <summary>The folders a file stands in below another, the nearest first.</summary>
    private static IEnumerable<string> FoldersOf(string path, string root)
    {
        for (var slash = path.LastIndexOf('/'); slash >= root.Length; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..(slash + 1)];
        }
    }

    private static bool IsBelow(FoundFile file, string root) => file.Path.StartsWith(root, StringComparison.Ordinal);
}
