using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Scriban.Runtime;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>The image a page is shared with: its absolute address, its size where that is known, and its words.</summary>
internal sealed record SharedImage(string Url, ImageSize? Size, string Alt)
{
    public ScriptObject View() => Templates.View.Of(("url", Url), ("width", Size?.Width), ("height", Size?.Height), ("alt", Alt));
}

/// <summary>What search engines and messengers read of an issue.</summary>
internal static class ShareMetadata
{
    /// <summary>When an issue was sent, in the site's zone, as RFC 3339 wants it.</summary>
    public static string SentAt(Publication publication, Issue issue) =>
        Format(publication, issue.SentAt(publication.Settings.TimeZone));

    /// <summary>When an issue last changed: when it was sent, or the start of the day of its newest revision.</summary>
    public static Instant ChangedAt(Publication publication, Issue issue)
    {
        var zone = publication.Settings.TimeZone;
        return Instant.Max(issue.SentAt(zone), zone.AtStartOfDay(issue.LastChanged).ToInstant());
    }

    public static string Format(Publication publication, Instant instant) =>
        OffsetDateTimePattern.Rfc3339.Format(instant.InZone(publication.Settings.TimeZone).ToOffsetDateTime());

    /// <summary>The image the editor chose, or else the one that is drawn for the issue or the site; null when there is none.</summary>
    public static SharedImage? ImageOf(Publication publication, ImagePlan images, SitePage page)
    {
        var issue = (page as IssuePage)?.Issue;
        if (issue?.Image is { } chosen)
        {
            var links = new LinkWriter(publication.Map, page, LinkStyle.Absolute);
            var size = links.FindAsset(chosen.Url) is { } asset ? ImageSize.Read(asset.Bytes.AsSpan()) : null;
            return links.Href(chosen.Url) is { } url ? new SharedImage(url, size, issue.Title) : null;
        }

        return images.CardOf(issue) is { } card
            ? new SharedImage(publication.Map.AbsoluteUrl(card.Path), new ImageSize(ShareCard.Width, ShareCard.Height), card.Alt)
            : null;
    }

    /// <summary>A <c>NewsArticle</c> of schema.org. The writer escapes what could end the script element it stands in.</summary>
    public static SafeHtml NewsArticle(Publication publication, ImagePlan images, IssuePage page)
    {
        var issue = page.Issue;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "NewsArticle");
            json.WriteString("headline", issue.Title);
            if (issue.Summary.Length > 0)
            {
                json.WriteString("description", issue.Summary);
            }

            json.WriteString("url", publication.Map.AbsoluteUrl(page));
            json.WriteString("mainEntityOfPage", publication.Map.AbsoluteUrl(page));
            json.WriteString("datePublished", SentAt(publication, issue));
            json.WriteString("dateModified", Format(publication, ChangedAt(publication, issue)));
            json.WriteString("inLanguage", publication.Settings.Language);
            if (ImageOf(publication, images, page) is { } image)
            {
                json.WriteString("image", image.Url);
            }

            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", publication.Settings.Publisher.Name is { Length: > 0 } name ? name : publication.Settings.Title);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new SafeHtml(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
