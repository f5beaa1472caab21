using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SecPress.Web;

/// <summary>A page of the site with what watches over it, and how to tell whether another state of the site shows it differently.</summary>
internal sealed partial class ShownPage
{
    private ShownPage(string html, string mark, ImmutableArray<string> styles) => (Html, Mark, Styles) = (html, mark, styles);

    public string Html { get; }

    /// <summary>The same as long as the page is, its style sheets apart.</summary>
    public string Mark { get; }

    /// <summary>The addresses of its style sheets, which have other names when they say something else.</summary>
    public ImmutableArray<string> Styles { get; }

    public static ShownPage Of(byte[] bytes)
    {
        var html = Encoding.UTF8.GetString(bytes);
        var bare = Fingerprint().Replace(html, "$1.css\"");
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bare)))[..16];
        return new ShownPage(Watched(html, mark), mark, [.. Fingerprint().Matches(html).Select(m => m.Value[6..^1])]);
    }

    private static string Watched(string html, string mark)
    {
        var script = $"<script type=\"module\" src=\"{Routes.Assets}page.js\" data-secpress-mark=\"{mark}\"></script>\n";
        var end = html.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + script : html.Insert(end, script);
    }

    // What templates/assets publishes: a name, ten digits of a digest, the extension.
    [GeneratedRegex(@"(href=""[^""]*)\.[0-9a-f]{10}\.css""")]
    private static partial Regex Fingerprint();
}
