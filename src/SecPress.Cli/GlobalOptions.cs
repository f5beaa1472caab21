using System.CommandLine;

namespace SecPress.Cli;

/// <summary>The options every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Site { get; } = new("--site")
    {
        Description = "The folder of the site; without it, that of the site.yml here or above.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Say more: each file that changed, and the details of a failure.",
        Recursive = true,
    };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Say nothing but what is wrong.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colour, even on a terminal; NO_COLOR in the environment asks the same.",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Add(Site);
        command.Add(Verbose);
        command.Add(Quiet);
        command.Add(NoColor);
    }
}
