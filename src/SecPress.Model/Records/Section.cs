using SecPress.Model.Documents;
using SecPress.Model.Issues;
using SecPress.Model.Sites;

namespace SecPress.Model.Records;

/// <summary>A section of an issue: what stands below a heading of its body, or a typed part. Neither is what stands above the first heading.</summary>
public sealed record Section(Issue Issue, Heading? Heading, Part? Part)
{
    /// <summary>Empty for the top of the issue.</summary>
    public string Anchor => Heading?.Id ?? Part?.Anchor ?? "";

    /// <summary>Where a reader finds a part: the section that the editor placed it in, which tells more of it, or else the part itself.</summary>
    public static Section Holding(Issue issue, Part part)
    {
        ArgumentNullException.ThrowIfNull(issue);
        Heading? heading = null;
        foreach (var block in DocumentWalker.Blocks(issue.Body))
        {
            if (block is Heading next)
            {
                heading = next;
            }
            else if (block is PartPlacement placement && placement.Kind == part.Kind && placement.Argument == part.Argument)
            {
                return heading is null ? new Section(issue, null, part) : new Section(issue, heading, null);
            }
        }

        return new Section(issue, null, part);
    }
}
