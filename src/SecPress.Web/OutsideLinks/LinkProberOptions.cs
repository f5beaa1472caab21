namespace SecPress.Web.OutsideLinks;

/// <summary>How politely other sites are asked.</summary>
public sealed record LinkProberOptions
{
    /// <summary>Names the program, so that who runs a site can tell who asks.</summary>
    public required string UserAgent { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For one request.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest that a site may ask to be left alone before it is asked once more (<c>Retry-After</c>).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many hosts are asked at once; each is asked one thing at a time.</summary>
    public int Hosts { get; init; } = 8;
}
