using System.Collections.Frozen;
using Scriban.Runtime;
using SecPress.Model.Diagnostics;
using SecPress.Model.Images;
using SecPress.Model.Settings;
using SecPress.Model.Sites;
using SecPress.Rendering.Documents;
using SecPress.Rendering.Feeds;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Web;

/// <summary>What every page is given besides its own: the site, its menu, and functions that write addresses.</summary>
public sealed class SiteView
{
    private readonly Publication publication;
    private readonly TemplateAssets templateAssets;
    private readonly SiteSections sections;
    private readonly Asset? logo;
    private readonly FrozenSet<string> assetPaths;
    private readonly string? touchIcon;

    public SiteView(Publication publication, TemplateAssets templateAssets, ImagePlan images)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(templateAssets);
        this.publication = publication;
        this.templateAssets = templateAssets;
        sections = new SiteSections(publication);
        logo = publication.Settings.Theme.Logo is { } path
            ? publication.Map.Assets.FirstOrDefault(a => a.Origin == path || a.Path == path)
            : null;
        assetPaths = publication.Map.Assets.Select(a => a.Path).ToFrozenSet(StringComparer.Ordinal);
        touchIcon = images.Icons.Select(i => i.Path).Concat(assetPaths).FirstOrDefault(p => p == "apple-touch-icon.png");
    }

    /// <summary>A view with <c>site</c>, <c>url</c>, <c>absolute_url</c> and <c>asset</c>, to which the page adds its own.</summary>
    public ScriptObject For(LinkWriter links)
    {
        ArgumentNullException.ThrowIfNull(links);
        return View.Of(
            ("site", Site(links)),
            ("url", Url(path => links.ToPath(path))),
            ("absolute_url", Url(path => publication.Map.AbsoluteUrl(path))),
            ("asset", new TemplateFunction(1, call => Asset(call, links))));
    }

    /// <summary>The part of the site that a page belongs to without being its first page.</summary>
    internal (string Title, SitePage Page)? ParentOf(SitePage page) => sections.ParentOf(page);

    private ScriptObject Site(LinkWriter links)
    {
        var settings = publication.Settings;
        var printing = new HtmlPrinterOptions { Links = links, Labels = publication.Labels, Ids = false };
        return View.Of(
            ("title", settings.Title),
            ("description", View.Text(settings.Description)),
            ("language", settings.Language),
            ("home_url", links.ToPath("")),
            ("archive_url", sections.Archive is { } archive ? links.ToPath(archive) : null),
            ("search_url", links.ToPath(settings.Addresses.Search)),
            ("feed_url", publication.Map.Find("feed.xml") is FeedFile feed ? links.To(feed) : null),
            ("feeds", FeedViews.Of(publication, "", links)),
            ("subscribe_url", sections.Subscribe is { } subscribe ? links.To(subscribe) : null),
            ("notice", settings.NoticeContent.IsEmpty ? null : HtmlPrinter.Print(settings.NoticeContent, printing)),
            ("logo", Logo(links)),
            ("touch_icon_url", touchIcon is null ? null : links.ToPath(touchIcon)),
            ("paper", View.Of(("light", ThemeColours.LightPaper), ("dark", ThemeColours.DarkPaper))),
            ("menu", sections.Main(links)),
            ("more", sections.More(links)),
            ("pages", sections.Texts(links)),
            ("publisher", View.Of(
                ("name", View.Text(settings.Publisher.Name)),
                ("address", View.Text(settings.Publisher.Address)),
                ("email", View.Text(settings.Publisher.Email)),
                ("phone", View.Text(settings.Publisher.Phone)),
                ("phone_url", PhoneUrl(settings.Publisher.Phone)),
                ("social", View.List(settings.Publisher.Social.Select(s => View.Of(("name", s.Name), ("url", s.Url))))))));
    }

    private ScriptObject? Logo(LinkWriter links)
    {
        if (logo is null)
        {
            return null;
        }

        var size = ImageSize.Read(logo.Bytes.AsSpan());
        return View.Of(("url", links.ToPath(logo.Path)), ("width", size?.Width), ("height", size?.Height));
    }

    // RFC 3966: the digits alone; "(0)" in "+44 (0)20" is for those who dial from inside the country.
    private static string? PhoneUrl(string phone)
    {
        var digits = new string([.. phone.Replace("(0)", "", StringComparison.Ordinal).Where(c => char.IsAsciiDigit(c) || c == '+')]);
        return digits.Length == 0 ? null : "tel:" + digits;
    }

    private TemplateFunction Url(Func<string, string> write) => new(1, call =>
    {
        var path = call.Text(0).TrimStart('/');
        return publication.Map.Find(path) is not null || assetPaths.Contains(path)
            ? write(path)
            : throw call.Error(
                TemplateRules.UnknownAddress,
                $"there is no page '/{path}'",
                $"Name a page or a file of the site.{Suggestion.DidYouMean(path, publication.Map.Pages.Select(p => p.Path))}");
    });

    private string Asset(TemplateCall call, LinkWriter links)
    {
        var name = call.Text(0);
        return templateAssets.PathOf(name) is { } path
            ? links.ToPath(path)
            : throw call.Error(
                TemplateRules.UnknownAddress,
                $"there is no '{name}' in templates/assets",
                $"Name a style sheet, a script or a drawing that is there.{Suggestion.DidYouMean(name, templateAssets.Names)}");
    }
}
