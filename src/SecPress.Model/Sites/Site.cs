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

    /// <summary>
    /// Images and other files of the content folder, and the static files of the templates. Their path is where they are published;
    /// a file beside a content file is found by the address relative to it.
    /// </summary>
    public ImmutableArray<Asset> Assets { get; init; } = [];
}
