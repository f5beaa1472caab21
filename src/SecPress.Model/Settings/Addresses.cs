namespace SecPress.Model.Settings;

/// <summary>The folders of the pages that the publication has besides its issues, as paths below the base URL that end in a slash.</summary>
public sealed record Addresses
{
    public string Archive { get; init; } = "archive/";

    /// <summary>A register's, with its id in the place of <c>{register}</c>.</summary>
    public string Registers { get; init; } = "{register}/";

    public string Committees { get; init; } = "committees/";

    public string Calendar { get; init; } = "calendar/";

    public string Deadlines { get; init; } = "deadlines/";

    public string Statistics { get; init; } = "statistics/";

    public string Glossary { get; init; } = "glossary/";

    public string Tags { get; init; } = "tags/";

    public string Series { get; init; } = "series/";

    public string Search { get; init; } = "search/";

    /// <summary>Of the ordinary page that tells how to subscribe, if an editor wrote one.</summary>
    public string Subscribe { get; init; } = "subscribe/";
}
