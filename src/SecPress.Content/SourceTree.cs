using System.Collections.Immutable;
using SecPress.Content.Sources;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Content;

/// <summary>A content file, and the files beside it when it has a folder of its own.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Name">The file's name without its extension, or the folder's when the file is its index; empty for that of the home page.</param>
/// <param name="Beside">Files in its folder: their path below that folder, and their bytes.</param>
public sealed record ContentFile(SourceFile Source, string Name, ImmutableArray<Asset> Beside)
{
    /// <summary>The folders it stands in below the folder of all pages, each with a slash behind it; empty for an issue.</summary>
    public string Folder { get; init; } = "";
}

/// <summary>
/// Everything a site is made from, as text and bytes: <c>site.yml</c>, <c>content/issues</c> (each a <c>NAME.md</c>, or a folder
/// <c>NAME</c> with <c>index.md</c> and files beside it), <c>content/pages</c> (the same, in folders to any depth),
/// <c>content/data/*.yml</c>, every other file of <c>content</c> as an asset published at its path below <c>content</c>, and the templates: the built-in ones, each replaced by the
/// site's own of the same name below <c>templates</c>.
/// </summary>
public sealed class SourceTree
{
    private SourceTree()
    {
    }

    /// <summary><c>site.yml</c>, with anything that looks like a secret masked; null when it is missing or cannot be read.</summary>
    public SourceFile? Settings { get; private init; }

    public ImmutableArray<ContentFile> Issues { get; private init; } = [];

    public ImmutableArray<ContentFile> Pages { get; private init; } = [];

    /// <summary><c>content/data/*.yml</c>.</summary>
    public ImmutableArray<SourceFile> Data { get; private init; } = [];

    /// <summary>Files published as they are, those beside a content file excepted.</summary>
    public ImmutableArray<Asset> Assets { get; private init; } = [];

    /// <summary>The built-in templates with the site's own in their places.</summary>
    public required TemplateSet Templates { get; init; }

    /// <summary>The site's own templates alone.</summary>
    public required TemplateSet OwnTemplates { get; init; }

    /// <summary>Reads a site. What cannot be read is left out, with a finding.</summary>
    public static SourceTree Read(string siteFolder, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        Read(FolderOf(siteFolder, diagnostics), diagnostics, cancellationToken);

    /// <summary>Reads what the settings are made from and nothing else: <c>site.yml</c> and <c>content/data</c>.</summary>
    public static SourceTree ReadSettings(string siteFolder, DiagnosticBag diagnostics)
    {
        var folder = FolderOf(siteFolder, diagnostics);
        return new SourceTreeBuilder(folder, diagnostics, CancellationToken.None).BuildSettings(FindSettings(folder, diagnostics));
    }

    internal static SourceTree Read(FolderReader folder, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        new SourceTreeBuilder(folder, diagnostics, cancellationToken).Build(FindSettings(folder, diagnostics));

    private static FolderReader FolderOf(string siteFolder, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(siteFolder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new FolderReader(Path.GetFullPath(siteFolder), diagnostics);
    }

    private static FoundFile? FindSettings(FolderReader folder, DiagnosticBag diagnostics)
    {
        var settings = folder.File("site.yml");
        if (settings is null && !diagnostics.HasErrors)
        {
            diagnostics.Add(new Diagnostic(
                ContentRules.MissingSettings,
                null,
                "there is no site.yml in this folder",
                SettingsUnderAnotherName(folder) is { } name
                    ? $"Rename {name} to site.yml."
                    : "Name the site's folder with --site, or write a site.yml with a title and a base-url. 'secpress new site DIR' starts a new site.")
            {
                Path = "site.yml",
            });
        }

        return settings;
    }

    private static string? SettingsUnderAnotherName(FolderReader folder) =>
        new[] { "site.yaml", "site.yml.txt", "Site.yml", "site.YML" }.FirstOrDefault(name => folder.File(name) is not null);

    /// <summary>The same tree with other texts of its issues and pages.</summary>
    internal SourceTree With(ImmutableArray<ContentFile> issues, ImmutableArray<ContentFile> pages) =>
        Of(Settings, issues, pages, Data, Assets, Templates, OwnTemplates);

    internal static SourceTree Of(
        SourceFile? settings,
        ImmutableArray<ContentFile> issues,
        ImmutableArray<ContentFile> pages,
        ImmutableArray<SourceFile> data,
        ImmutableArray<Asset> assets,
        TemplateSet templates,
        TemplateSet ownTemplates) => new()
        {
            Settings = settings,
            Issues = issues,
            Pages = pages,
            Data = data,
            Assets = assets,
            Templates = templates,
            OwnTemplates = ownTemplates,
        };
}
