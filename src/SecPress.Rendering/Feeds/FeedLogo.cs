using SecPress.Model.Sites;

namespace SecPress.Rendering.Feeds;

/// <summary>The picture of a feed: RSS 2.0 allows GIF, JPEG and PNG.</summary>
internal static class FeedLogo
{
    /// <summary>The absolute address of the theme's logo; null when there is none of a kind that readers show.</summary>
    public static string? Of(Publication publication)
    {
        var logo = publication.Settings.Theme.Logo is { } path
            ? publication.Map.Assets.FirstOrDefault(a => a.Origin == path || a.Path == path)
            : null;
        return logo is not null && Path.GetExtension(logo.Path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif"
            ? publication.Map.AbsoluteUrl(logo!.Path)
            : null;
    }
}
