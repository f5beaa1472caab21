using Scriban.Runtime;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Feeds;

/// <summary>What pages say of feeds.</summary>
internal static class FeedViews
{
    /// <summary>The feeds of a folder in every format; none where it has no feed.</summary>
    /// <param name="publication">The publication.</param>
    /// <param name="folder">The address of the page they belong to; empty for the feeds of the whole publication.</param>
    /// <param name="links">Writes their addresses.</param>
    public static ScriptArray Of(Publication publication, string folder, LinkWriter links) =>
        View.List(Enum.GetValues<FeedFormat>()
            .Select(format => publication.Map.Find(folder + FeedFile.NameOf(format)) as FeedFile)
            .OfType<FeedFile>()
            .Select(feed => View.Of(
                ("type", TypeOf(feed.Format)),
                ("format", publication.Labels["feed.format." + feed.Format.ToString().ToLowerInvariant()]),
                ("title", publication.Labels.Format("feed.title.format", TitleOf(publication, feed.Scope), publication.Labels["feed.format." + feed.Format.ToString().ToLowerInvariant()])),
                ("url", links.To(feed)))));

    public static string TitleOf(Publication publication, FeedScope scope) => scope switch
    {
        { Tag: { } tag } => publication.Labels.Format("feed.title.scope", publication.Settings.Title, tag.Name),
        { Committee: { } committee } => publication.Labels.Format("feed.title.scope", publication.Settings.Title, committee.Committee.Name),
        _ => publication.Settings.Title,
    };

    /// <summary>The media types that readers look for in a page's head.</summary>
    private static string TypeOf(FeedFormat format) => format switch
    {
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Rss => "application/rss+xml",
        _ => "application/feed+json",
    };
}
