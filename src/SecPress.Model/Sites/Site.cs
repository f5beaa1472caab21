using System.Collections.Immutable;
using SecPress.Model.Issues;
using SecPress.Model.Settings;

namespace SecPress.Model.Sites;

/// <summary>All that was read and parsed, before anything is linked. Drafts and future issues are still among the issues.</summary>
public sealed record Site
{
    public required SiteSettings Settings { get; init; }

    public required Labels Labels { get; init; }

    public required TemplateSet Templates { get; init; }

    public ImmutableArray<Issue> Issues { get; init; } = [];

    public ImmutableArray<Page> Pages { get; init; } = [];

    /// <summary>What the home page says first, when an editor wrote it.</summary>
    public Page? HomeText => Pages.FirstOrDefault(p => p is { IsHome: true, Draft: false });

    /// <summary>
    /// Whether it is made of pages alone, like a manual: no issue was written, drafts counted, and the home page has a text of its own. It has
    /// no archive and no feeds.
    /// </summary>
    public bool IsPagesAlone => Issues.IsEmpty && HomeText is not null;

    /// <summary>
    /// Images and other files of the content folder, and the static files of the templates. Their path is where they are published;
    /// a file beside a content file is found by the address relative to it.
    /// </summary>
    public ImmutableArray<Asset> Assets { get; init; } = [];
}
