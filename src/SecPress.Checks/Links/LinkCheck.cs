using SecPress.Model.Diagnostics;
using SecPress.Model.Documents;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>Every link, in running text and front matter, leads somewhere (SP040 to SP044).</summary>
internal static class LinkCheck
{
    public static void Run(Publication publication, DiagnosticBag diagnostics)
    {
        foreach (var text in WrittenText.Of(publication))
        {
            var places = text.Inlines.OfType<Link>().Select(l => (l.Url, Span: l.UrlSpan))
                .Concat(text.References.Select(r => (r.Url, r.Span)));
            foreach (var (url, span) in places)
            {
                if (publication.Map.Resolve(text.Page, url) is BrokenTarget broken)
                {
                    diagnostics.Add(BrokenLinkDiagnosis.Of(broken, text.Source.At(span)));
                }
            }
        }
    }
}
