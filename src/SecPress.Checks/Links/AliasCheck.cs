using SecPress.Model.Diagnostics;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>An alias is an address below the site's own, since a page is made there that leads on (SP048).</summary>
internal static class AliasCheck
{
    public static void Run(Publication publication, DiagnosticBag diagnostics)
    {
        foreach (var page in publication.Map.Pages)
        {
            var (aliases, source) = page switch
            {
                IssuePage p => (p.Issue.Aliases, p.Issue.Source),
                { Written: { } text } => (text.Aliases, text.Source),
                _ => ([], null),
            };
            foreach (Reference alias in aliases)
            {
                if (!IsAddress(alias.Url))
                {
                    diagnostics.Add(
                        CheckRules.BadAlias,
                        source!.At(alias.Span),
                        $"'{alias.Url}' is no address of this site",
                        "Write an alias as '/old/address/', without a host, a '?' or a '#'.");
                }
            }
        }
    }

    private static bool IsAddress(string alias) =>
        alias.Length > 1 && alias[0] == '/' && alias[1] != '/' && alias.AsSpan().IndexOfAny("?#\\") < 0
        && !alias.Split('/').Any(part => part is ".." or ".");
}
