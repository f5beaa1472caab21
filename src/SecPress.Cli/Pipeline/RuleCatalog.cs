using System.Collections.Immutable;
using SecPress.Checks;
using SecPress.Checks.Editions;
using SecPress.Checks.Editorial;
using SecPress.Content;
using SecPress.Mailing;
using SecPress.Model.Diagnostics;
using SecPress.Model.Sites;
using SecPress.Publishing;
using SecPress.Rendering.Templates;

namespace SecPress.Cli.Pipeline;

/// <summary>Every rule of every room, so that <c>checks</c> in <c>site.yml</c> can be told from a misspelt code.</summary>
public static class RuleCatalog
{
    public static ImmutableArray<Rule> All =>
    [
        .. ContentRules.All, .. PublicationRules.All, .. CheckRules.All, .. EditorialRules.All, .. TemplateRules.All, .. EmailRules.All,
        .. PublishingRules.All, .. DeliveryRules.All,
    ];
}
