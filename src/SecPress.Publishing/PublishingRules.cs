using System.Collections.Immutable;
using SecPress.Model.Diagnostics;

namespace SecPress.Publishing;

/// <summary>What can be wrong with the files that are to be published.</summary>
public static class PublishingRules
{
    public static readonly Rule UnsafePath = new("SP080", Severity.Error, "An output path that cannot be used");
    public static readonly Rule PathClash = new("SP081", Severity.Error, "Two files for one output path");
    public static readonly Rule ForeignFile = new("SP082", Severity.Error, "A file of somebody else's in the way");
    public static readonly Rule KeptFile = new("SP083", Severity.Warning, "An old output file that was changed by hand");

    public static readonly Rule UnreadableImage = new("SP084", Severity.Warning, "An image that cannot be decoded");
    public static readonly Rule HugeImage = new("SP085", Severity.Warning, "An image of too many pixels");
    public static readonly Rule NothingDrawn = new("SP086", Severity.Warning, "A machine that cannot draw images");

    public static ImmutableArray<Rule> All => [UnsafePath, PathClash, ForeignFile, KeptFile, UnreadableImage, HugeImage, NothingDrawn];
}
