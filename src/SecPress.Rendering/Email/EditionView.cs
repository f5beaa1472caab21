using System.Globalization;
using Scriban.Runtime;
using SecPress.Model.Editions;
using SecPress.Model.Images;
using SecPress.Model.Issues;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Templates;
using SecPress.Rendering.Web;

namespace SecPress.Rendering.Email;

/// <summary>What the templates of the email edition are given, in HTML and in text.</summary>
internal sealed class EditionView(Publication publication, Issue issue, LinkWriter links)
{
    private readonly SiteSettings settings = publication.Settings;

    public string Subject => issue.EmailSubject ?? issue.Title;

    public string Preheader => Email.Preheader.Of(issue, settings.Title, publication.Labels);

    /// <summary>The colours of the style sheet.</summary>
    public ScriptObject Theme => View.Of(
        ("accent", ViewOf(ThemeColours.Accent(settings.Theme))),
        ("colours", View.List(ThemeColours.Of(settings.Theme).Select(ViewOf))),
        ("paper", View.Of(("light", ThemeColours.LightPaper), ("dark", ThemeColours.DarkPaper))),
        ("tint", View.Of(("light", ThemeColours.LightTint), ("dark", ThemeColours.DarkTint))));

    /// <param name="encode">Encodes the fallback of a merge field for the format.</param>
    public ScriptObject Common(Func<string, string> encode)
    {
        var printing = new HtmlPrinterOptions { Links = links, Labels = publication.Labels, Ids = false, Scrolling = false, EntryLinks = false };
        return View.Of(
            ("language", settings.Language),
            ("direction", IsRightToLeft(settings.Language) ? "rtl" : "ltr"),
            ("subject", Subject),
            ("title", issue.Title),
            ("summary", View.Text(issue.Summary)),
            ("sent", issue.Sent),
            ("url", links.To(links.From)),
            ("unsubscribe_url", new SafeHtml(MergeText.Field(MergeText.UnsubscribeUrl, encode(UnsubscribeFallback())))),
            ("reason", publication.Labels.Format(IsService() ? "email.reason.service" : "email.reason.consent", settings.Title)),
            ("notice", settings.NoticeContent.IsEmpty ? null : HtmlPrinter.Print(settings.NoticeContent, printing)),
            ("revisions", View.List(issue.Revisions.Select(r => View.Of(("date", r.Date), ("note", r.Note))))),
            ("postal_address", View.Text(PostalAddress())),
            ("logo", Logo()),
            ("site", View.Of(
                ("title", settings.Title),
                ("home_url", links.ToPath("")),
                ("archive_url", links.ToPath(publication.Settings.Addresses.Archive)))),
            ("publisher", View.Of(
                ("name", View.Text(settings.Publisher.Name)),
                ("email", View.Text(settings.Publisher.Email)),
                ("phone", View.Text(settings.Publisher.Phone)),
                ("social", View.List(settings.Publisher.Social.Select(s => View.Of(("name", s.Name), ("url", s.Url))))))));
    }

    /// <summary>Where to unsubscribe while there is no recipient: by mail to the sender, or else from the site.</summary>
    private string UnsubscribeFallback() =>
        (settings.Email.ReplyTo ?? settings.Email.From)?.Address is { } address ? $"mailto:{address}?subject=unsubscribe"
        : settings.Publisher.Email.Length > 0 ? $"mailto:{settings.Publisher.Email}?subject=unsubscribe"
        : links.ToPath("");

    private string PostalAddress() =>
        settings.Email.PostalAddress.Length > 0 ? settings.Email.PostalAddress : settings.Publisher.Address;

    private bool IsService() =>
        issue.EmailStreams.Any(id => settings.Streams.Any(s => s.Id == id && s.Kind == StreamKind.Service));

    // Clients show PNG, JPEG and GIF, over https; Outlook needs the size in the markup.
    private ScriptObject? Logo()
    {
        var logo = settings.Theme.Logo is { } path ? publication.Map.Assets.FirstOrDefault(a => a.Origin == path || a.Path == path) : null;
        return logo is not null
            && settings.BaseUrl.Scheme == Uri.UriSchemeHttps
            && Path.GetExtension(logo.Path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif"
            && ImageSize.Read(logo.Bytes.AsSpan()) is { } size
            ? LogoView(logo, size.AtMost(240))
            : null;
    }

    private ScriptObject LogoView(Asset logo, ImageSize size) => View.Of(
        ("url", links.ToPath(logo.Path)),
        ("width", size.Width.ToString(CultureInfo.InvariantCulture)),
        ("height", size.Height.ToString(CultureInfo.InvariantCulture)));

    private static bool IsRightToLeft(string language) => language.Split('-')[0] is "ar" or "he" or "fa" or "ur" or "yi" or "ps" or "sd" or "dv";

    private static ScriptObject ViewOf(ThemeColour c) => View.Of(("class", c.Class), ("light", c.Light), ("dark", c.Dark));
}
