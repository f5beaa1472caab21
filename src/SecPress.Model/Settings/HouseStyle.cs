using System.Collections.Immutable;

namespace SecPress.Model.Settings;

/// <summary><c>style</c> in <c>site.yml</c>: how the house writes.</summary>
public sealed record HouseStyle
{
    public ImmutableArray<HouseTerm> Terms { get; init; } = [];

    public QuoteStyle Quotes { get; init; } = QuoteStyle.Consistent;

    public DashStyle Dashes { get; init; } = DashStyle.Consistent;

    /// <summary>Whether two spaces in a row are a slip.</summary>
    public bool SingleSpaces { get; init; } = true;

    /// <summary>Acronyms that every reader knows.</summary>
    public ImmutableArray<string> KnownAcronyms { get; init; } = [];
}

/// <summary>A term as the house spells it, and spellings that it does not want.</summary>
public sealed record HouseTerm(string Text, ImmutableArray<string> Not);

/// <summary>Which quotation marks and apostrophes an issue has.</summary>
public enum QuoteStyle
{
    /// <summary>Either kind, but not both.</summary>
    Consistent,
    Curly,
    Straight,
    Any,
}

/// <summary>Which dashes an issue has between parts of a sentence.</summary>
public enum DashStyle
{
    /// <summary>Either kind, but not both.</summary>
    Consistent,

    /// <summary>U+2013 with a space on each side.</summary>
    En,

    /// <summary>U+2014, with spaces or without.</summary>
    Em,
    Any,
}
