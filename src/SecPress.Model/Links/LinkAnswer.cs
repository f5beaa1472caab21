namespace SecPress.Model.Links;

/// <summary>What another site says when it is asked for a page.</summary>
public enum LinkState
{
    /// <summary>It is there.</summary>
    Answers,

    /// <summary>It is there, under another address from now on.</summary>
    Moved,

    /// <summary>The site says that it is not, or that something is wrong.</summary>
    Broken,

    /// <summary>Nobody answers.</summary>
    Unreachable,

    /// <summary>The site will not tell a program: it wants a login, or to be left alone.</summary>
    Refused,
}

/// <summary>The answer to one address.</summary>
/// <param name="State">What it comes to.</param>
/// <param name="Detail">How it was put, to end a sentence with: "it answers 404 Not Found". Empty when it is there.</param>
/// <param name="MovedTo">The new address of what has moved; null for all else.</param>
public sealed record LinkAnswer(LinkState State, string Detail = "", string? MovedTo = null);
