using System.Collections.Immutable;
using SecPress.Content.Documents;
using SecPress.Content.Schemas;

namespace SecPress.Content;

/// <summary>The definitions that validate what editors write, to describe it to their programs.</summary>
public static class ContentSchema
{
    /// <summary><c>site.yml</c>.</summary>
    public static MapShape Site => SiteSchema.Site;

    /// <summary>An issue's front matter.</summary>
    public static MapShape Issue => IssueSchema.Issue;

    /// <summary>A page's front matter.</summary>
    public static MapShape Page => IssueSchema.Page;

    /// <summary>The names that may stand behind the colons of a container, in order.</summary>
    public static IEnumerable<string> Containers => ContainerLowerer.AllNames;

    /// <summary>The files of <c>content/data</c>, by name.</summary>
    public static ImmutableSortedDictionary<string, Shape> Data => SiteSchema.Data;
}
