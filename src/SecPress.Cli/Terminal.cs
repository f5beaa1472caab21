using NodaTime;
using NodaTime.TimeZones;
using SecPress.Mailing.Preflight;

namespace SecPress.Cli;

/// <summary>What a run has around it: where it prints, what time it is, where it stands.</summary>
public sealed record Terminal
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>What the person types; null when nobody can be asked.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Whether a person reads the output as it comes.</summary>
    public bool OutputIsInteractive { get; init; }

    public bool ErrorIsInteractive { get; init; }

    /// <summary>Whether the person has asked for no colour in any program (no-color.org).</summary>
    public bool WantsNoColor { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Finds the zone of the computer's own clock.</summary>
    public Func<DateTimeZone> TimeZone { get; init; } = () => DateTimeZone.Utc;

    public required string CurrentFolder { get; init; }

    /// <summary>Looks an environment variable up.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Gives what looks DNS records up: the computer's own resolver unless given.</summary>
    public Func<ITextRecords> TextRecords { get; init; } = () => new TextRecords();

    public static Terminal OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In,
        OutputIsInteractive = !Console.IsOutputRedirected,
        ErrorIsInteractive = !Console.IsErrorRedirected,
        WantsNoColor = !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"))
            || System.Environment.GetEnvironmentVariable("TERM") == "dumb",
        CurrentFolder = System.Environment.CurrentDirectory,
        TimeZone = ZoneOfThisComputer,
    };

    private static DateTimeZone ZoneOfThisComputer()
    {
        try
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault();
        }
        catch (DateTimeZoneNotFoundException)
        {
            return DateTimeZone.Utc;
        }
    }
}
