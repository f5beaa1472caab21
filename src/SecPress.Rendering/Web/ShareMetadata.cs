using NodaTime;
using NodaTime.Text;
using Scriban.Runtime;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;

namespace SecPress.Rendering.Web;

/// <summary>The image a page is shared with: its absolute address, its size where that is known, and its words.</summary>
internal sealed record SharedImage(string Url, ImageSize? Size, string Alt)
{
    public ScriptObject View() => Templates.View.Of(("url", Url), ("width", Size?.Width), ("height", Size?.Height), ("alt", Alt));
}

/// <summary>What search engines, messengers and feed readers are told of an issue.</summary>
internal static class ShareMetadata
{
    private static readonly OffsetDateTimePattern Rfc822 = OffsetDateTimePattern.CreateWithInvariantCulture("ddd', 'dd' 'MMM' 'uuuu' 'HH':'mm':'ss' 'o<+HHmm>");

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

    /// <summary>As RFC 822 writes it with a year of four digits: "Thu, 27 Jul 2017 09:30:00 +0100".</summary>
    public static string FormatForRss(Publication publication, Instant instant) =>
        Rfc822.Format(instant.InZone(publication.Settings.TimeZone).ToOffsetDateTime());

    /// <summary>The language as Open Graph writes it: "en_GB". Null for a language without a country, which it has no form for.</summary>
    public static string? LocaleOf(Publication publication) =>
        publication.Settings.Language.Split('-') is [var language, { Length: 2 } country] ? $"{language}_{country.ToUpperInvariant()}" : null;

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
}
