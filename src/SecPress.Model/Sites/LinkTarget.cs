namespace SecPress.Model.Sites;

/// <summary>What a link leads to, once every page is known. The hierarchy is closed.</summary>
public abstract record LinkTarget
{
    private protected LinkTarget()
    {
    }
}

/// <summary>Outside the site: http, https, mailto or tel, as written.</summary>
public sealed record OutsideTarget(string Url) : LinkTarget;

/// <summary>A page of the site, and an anchor on it (empty for its top).</summary>
public sealed record PageTarget(SitePage Page, string Anchor) : LinkTarget;

/// <summary>A published file.</summary>
public sealed record AssetTarget(Asset Asset) : LinkTarget;

/// <summary>Nothing: what is missing, and the nearest thing that is there, if any.</summary>
public sealed record BrokenTarget(BrokenReason Reason, string Missing, string? Nearest) : LinkTarget;

public enum BrokenReason
{
    Empty,
    UnknownPage,
    UnknownAnchor,
    UnknownFile,
    ForbiddenScheme,
}
