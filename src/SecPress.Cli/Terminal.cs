namespace SecPress.Cli;

/// <summary>What a run has around it: where it prints, what time it is, where it stands.</summary>
public sealed record Terminal
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person reads the output as it comes.</summary>
    public bool OutputIsInteractive { get; init; }

    public bool ErrorIsInteractive { get; init; }

    /// <summary>Whether the person has asked for no colour in any program (no-color.org).</summary>
    public bool WantsNoColor { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public required string CurrentFolder { get; init; }

    /// <summary>Looks an environment variable up.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    public static Terminal OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OutputIsInteractive = !Console.IsOutputRedirected,
        ErrorIsInteractive = !Console.IsErrorRedirected,
        WantsNoColor = !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"))
            || System.Environment.GetEnvironmentVariable("TERM") == "dumb",
        CurrentFolder = System.Environment.CurrentDirectory,
    };
}
