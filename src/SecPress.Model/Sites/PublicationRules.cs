using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Model.Sites;

/// <summary>What can be wrong between files that are right by themselves.</summary>
public static class PublicationRules
{
    public static readonly Rule DuplicateAddress = new("SP030", Severity.Error, "Two sources for one address");
    public static readonly Rule NothingToPublish = new("SP031", Severity.Warning, "No issue to publish");

    public static ImmutableArray<Rule> All => [DuplicateAddress, NothingToPublish];
}
