using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Checks;

/// <summary>What can be wrong between the texts of a publication that are right by themselves.</summary>
public static class CheckRules
{
    public static readonly Rule BrokenLink = new("SP040", Severity.Error, "A link to a page that is not there");
    public static readonly Rule BrokenAnchor = new("SP041", Severity.Error, "A link to a section that is not there");
    public static readonly Rule BrokenFile = new("SP042", Severity.Error, "A link to a file that is not there");
    public static readonly Rule EmptyLink = new("SP043", Severity.Error, "A link without an address");
    public static readonly Rule ForbiddenScheme = new("SP044", Severity.Error, "A link of a forbidden kind");
    public static readonly Rule BrokenImage = new("SP045", Severity.Error, "An image that is not there");
    public static readonly Rule RemoteImage = new("SP046", Severity.Warning, "An image from another site");
    public static readonly Rule UnknownSection = new("SP047", Severity.Error, "A highlight or revision of a section that is not there");
    public static readonly Rule BadAlias = new("SP048", Severity.Error, "An alias that is no address of the site");
    public static readonly Rule DeadOutsideLink = new("SP049", Severity.Warning, "An outside link that does not answer");
    public static readonly Rule MovedOutsideLink = new("SP050", Severity.Info, "An outside link that has moved");

    public static ImmutableArray<Rule> All =>
    [
        BrokenLink, BrokenAnchor, BrokenFile, EmptyLink, ForbiddenScheme, BrokenImage, RemoteImage, UnknownSection, BadAlias, DeadOutsideLink,
        MovedOutsideLink,
    ];
}
