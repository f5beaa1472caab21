using System.Text.RegularExpressions;
using SecPress.Model.Editions;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Email;

/// <summary>
/// The email edition as a page of the site: it looks the same, but what only mail clients need, and browsers' rules forbid, is gone.
/// </summary>
public static partial class BrowserCopy
{
    // What the attributes said, for every table at once, and for the one around the message; the style attributes still win.
    private const string Reset = "@media all { table { border-spacing: 0; } td, th { padding: 0; } main > table { width: 100%; } }";

    /// <param name="edition">The edition; its merge fields print their fallbacks.</param>
    /// <param name="issueUrl">The absolute address of the issue's own page, which search engines are to show instead.</param>
    /// <param name="siteUrl">The absolute address of the site, ending in a slash: its own pictures are fetched from where the page is.</param>
    /// <param name="root">The way from the copy's folder to the site's, ending in a slash.</param>
    public static string Of(Edition edition, string issueUrl, string siteUrl, string root)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(issueUrl);
        ArgumentException.ThrowIfNullOrEmpty(siteUrl);
        var html = edition.Html.FillWithFallbacks().Replace($"src=\"{Escaping.Markup(siteUrl)}", $"src=\"{root}", StringComparison.Ordinal);
        html = MailMeta().Replace(html, "");
        html = MailAttribute().Replace(html, "");
        html = TableTag().Replace(html, tag => ObsoleteAttribute().Replace(tag.Value, ""));
        html = OutlookDeclaration().Replace(html, "");
        html = Wrapper().Replace(html, "<main$1$2>$3</main>$4");
        var head = $"<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{Escaping.Markup(issueUrl)}\">\n<link rel=\"icon\" href=\"{root}favicon.ico\">\n<style>{Reset}</style>\n";
        // Behind the title and before every style sheet; the first of these stands in a comment for Outlook, where a browser reads nothing.
        return HeadStart().Replace(html, start => start.Value + head, 1);
    }

    // A message is an article in its client's window; a page has one main part.
    [GeneratedRegex("""<div([^>]*) role="article"([^>]*)>(.*)</div>(\s*</body>)""", RegexOptions.Singleline)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"<title>[^<]*</title>\n?|(?=</head>)")]
    private static partial Regex HeadStart();

    [GeneratedRegex("<meta name=\"(supported-color-schemes|x-apple-disable-message-reformatting)\"[^>]*>\n?")]
    private static partial Regex MailMeta();

    [GeneratedRegex("""( xmlns:o="[^"]*"| aria-roledescription="email")""")]
    private static partial Regex MailAttribute();

    [GeneratedRegex(@"<(table|tr|td|th)\b[^>]*>")]
    private static partial Regex TableTag();

    [GeneratedRegex(""" (cellpadding|cellspacing|border|bgcolor|align|valign|width)="[^"]*"(?=[^<]*>)""")]
    private static partial Regex ObsoleteAttribute();

    [GeneratedRegex("""(?<=style="[^"]*);?mso-[a-z-]+:[^;"]*""")]
    private static partial Regex OutlookDeclaration();
}
