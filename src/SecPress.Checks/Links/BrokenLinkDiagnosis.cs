using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;

namespace SecPress.Checks.Links;

/// <summary>Says what is wrong with an address that leads nowhere.</summary>
internal static class BrokenLinkDiagnosis
{
    public static Diagnostic Of(BrokenTarget broken, SourceSpan at)
    {
        var meant = broken.Nearest is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return broken.Reason switch
        {
            BrokenReason.Empty => new Diagnostic(
                CheckRules.EmptyLink, at, "this link has no address", "Write where it leads, or take the link away."),
            BrokenReason.UnknownAnchor => new Diagnostic(
                CheckRules.BrokenAnchor, at, $"there is no section '#{broken.Missing}' on that page", "Name the id of a heading that is there." + meant),
            BrokenReason.UnknownFile => new Diagnostic(
                CheckRules.BrokenFile, at, $"there is no file '{broken.Missing}'", "Name a file that is there, or add it below content/." + meant),
            BrokenReason.ForbiddenScheme => new Diagnostic(
                CheckRules.ForbiddenScheme, at, $"a link may not start with '{broken.Missing}:'", "Use https, http, mailto, tel or an address of the site."),
            _ => new Diagnostic(
                CheckRules.BrokenLink, at, $"there is no page '{broken.Missing}'", "Name a page that is there." + meant),
        };
    }
}
