using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>A section of an issue: what stands below a heading of its body, or a typed part. Neither is what stands above the first heading.</summary>
public sealed record Section(Issue Issue, Heading? Heading, Part? Part)
{
    /// <summary>Empty for the top of the issue.</summary>
    public string Anchor => Heading?.Id ?? Part?.Anchor ?? "";
}
