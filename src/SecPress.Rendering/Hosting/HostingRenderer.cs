using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Rendering.Templates;

namespace SecPress.Rendering.Hosting;

/// <summary>Renders what hosts read: response headers and redirects, in the formats of Netlify and Cloudflare Pages.</summary>
public sealed class HostingRenderer(Publication publication, TemplateEngine engine)
{
    // Paths in these files count from the root of the host.
    private readonly string root = publication.Settings.BaseUrl.AbsolutePath;

    public string? Headers(DiagnosticBag diagnostics)
    {
        var policy = new ContentSecurityPolicy(publication);
        return engine.Render("hosting/headers.txt", View.Of(
            ("root", root),
            ("review", publication.Reviewed.Any()),
            ("policy", policy.OfPages),
            ("email_policy", policy.OfEmails),
            ("secure", publication.Settings.BaseUrl.Scheme == Uri.UriSchemeHttps)), diagnostics);
    }

    /// <summary>A folder's older address redirects with and without its last slash.</summary>
    public string? Redirects(DiagnosticBag diagnostics)
    {
        var redirects = publication.Map.Pages.OfType<RedirectPage>()
            .SelectMany(r => r.Path.EndsWith('/') ? [(r.Path, r.Target), (r.Path[..^1], r.Target)] : new[] { (r.Path, r.Target) })
            .Select(r => View.Of(("from", Rooted(r.Item1)), ("to", Rooted(r.Target.Path))));
        return engine.Render("hosting/redirects.txt", View.Of(("redirects", View.List(redirects))), diagnostics);
    }

    private string Rooted(string path) => new Uri(publication.Map.AbsoluteUrl(path)).AbsolutePath;
}
